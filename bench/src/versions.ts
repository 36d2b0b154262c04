import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

/** The versions of the packages that take part. */
export function versions(names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, versionOf(name)]));
}

function versionOf(name: string): string {
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
  throw new Error(`${name} is not installed (looked from ${dirname(import.meta.url)})`);
}
