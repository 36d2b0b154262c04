import type { Migration } from '@pgplumb/migrate';
import type { SchemaSource } from '../../sources/schema-source.ts';
import type { SqlSource } from '../../sql/source.ts';

/** What migrations lead to that were applied, in the order in which they were. Those that have no file are missing. */
export function appliedSource(
  migrations: readonly Migration[],
  applied: readonly string[],
  shown: string,
): Extract<SchemaSource, { readonly type: 'given-migrations' }> {
  const byVersion = new Map(migrations.map((migration) => [migration.version, migration]));
  return {
    type: 'given-migrations',
    shown,
    ups: applied.flatMap((version) => upOf(byVersion.get(version)) ?? []),
  };
}

/** The file with blanks for all but the way up, so that places stay right. */
function upOf(migration: Migration | undefined): SqlSource | null {
  const [first] = migration?.up ?? [];
  if (migration === undefined || first === undefined) return null;
  const { name, text } = first.source;
  let up = '';
  for (const { start, end } of migration.up) up += blank(text.slice(up.length, start)) + text.slice(start, end);
  return { name, text: up };
}

function blank(text: string): string {
  return text.replaceAll(/[^\r\n]/g, ' ');
}
