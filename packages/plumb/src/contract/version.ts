import { createRequire } from 'node:module';

const manifest: unknown = createRequire(import.meta.url)('pgplumb/package.json');

/** plumb's own version, as its package says it. */
export const plumbVersion: string =
  typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : '0.0.0';
