import { basename, dirname, resolve } from 'node:path';
import { type FolderListing, isSql, type Layout, type MigrationFiles, withoutExtension } from '../layout.ts';
import { byVersion } from '../version-order.ts';

/** A file for each migration, in the folder itself: ours, and that of every tool that has no layout of its own. */
export function singleFiles({ path, names }: FolderListing): Layout {
  const files = names.filter((name) => !name.includes('/') && isSql(name)).map(singleFile);
  const migrations = files.sort((one, other) => byVersion(one.version, other.version));
  return { format: formatOf(path, names), migrations };
}

export function singleFile(name: string): MigrationFiles {
  return { version: withoutExtension(name), up: name, down: null, mode: 'told', repeatable: false };
}

/** Where no mark says more. */
function formatOf(path: string, names: readonly string[]): Layout['format'] {
  if (names.includes('meta/_journal.json')) return 'drizzle';
  const folder = resolve(path);
  if (basename(folder) === 'migrations' && basename(dirname(folder)) === 'supabase') return 'supabase';
  return names.some(isSql) ? 'plain' : 'plumb';
}
