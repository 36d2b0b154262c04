import { join } from 'node:path';
import { readSqlFile } from '../../sql/source.ts';
import { sqlFilesIn } from './folder-files.ts';
import type { GivenFile, GivenFiles } from './given-file.ts';
import { withoutSlash } from './read-files.ts';
import { upPart } from './up-part.ts';

/** Reads what the migrations of a folder do on the way up, in the order in which they are applied. */
export async function readMigrations(folder: string, shown: string): Promise<GivenFiles> {
  const names = migrationFiles(await sqlFilesIn(folder, shown));
  const files: GivenFile[] = [];
  for (const name of names) {
    const path = join(folder, name);
    const { name: file, text } = await readSqlFile(`${withoutSlash(shown)}/${name}`, path);
    files.push({ source: { name: file, text: upPart(text) }, path });
  }
  return { files, notes: [] };
}

/**
 * Those that go up, in order: files in the folder itself, and `migration.sql` (Prisma, Drizzle) or `up.sql` (Hasura,
 * Diesel) in folders of their own.
 */
export function migrationFiles(names: readonly string[]): readonly string[] {
  const isUp = (name: string): boolean =>
    name.includes('/') ? /^[^/]+\/(?:migration|up)\.sql$/i.test(name) : !/(?:\.down\.sql$|^U\d[^/]*__)/i.test(name);
  return names.filter(isUp).sort(inOrder);
}

/** By name, except for versions that don't all have the same number of digits: 10 follows 9. */
function inOrder(one: string, other: string): number {
  const [a, b] = [versionOf(one), versionOf(other)];
  const repeatable = Number(isRepeatable(one)) - Number(isRepeatable(other));
  if (repeatable !== 0) return repeatable;
  for (let index = 0; index < Math.max(a.length, b.length); index += 1) {
    const difference = (a[index] ?? -1) - (b[index] ?? -1);
    if (difference !== 0) return difference;
  }
  return one < other ? -1 : 1;
}

/** Flyway applies them after all that have a version. */
function isRepeatable(name: string): boolean {
  return /^R__/.test(name);
}

/** Points in time have as many digits each and sort by name; shorter numbers are counted. */
function versionOf(name: string): readonly number[] {
  const [, version] = /^V?(\d{1,6}(?:[._]\d{1,6})*)(?!\d)/.exec(name) ?? [];
  return version === undefined ? [] : version.split(/[._]/).map(Number);
}
