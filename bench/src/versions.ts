import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(import.meta.url);

/** The versions of the packages that take part; some have none for this platform. */
export function versions(names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, versionOf(name) ?? 'not installed']));
}

function versionOf(name: string): string | null {
  for (const folder of require.resolve.paths(name) ?? []) {
    try {
      const manifest: { readonly version: string } = JSON.parse(
        readFileSync(join(folder, name, 'package.json'), 'utf8'),
      );
      return manifest.version;
    } catch {
      // in a folder further up
    }
  }
  return null;
}
