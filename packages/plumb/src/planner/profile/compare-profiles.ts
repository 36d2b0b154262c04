import type { Profile } from './profile.ts';
import { type ProfiledTable, summarizeProfile } from './summary.ts';

export interface ProfileComparison {
  readonly before: string;
  readonly after: string;
  /** Tables that grew or shrank by a tenth and more, came or went; those that changed most first. */
  readonly tables: readonly TableGrowth[];
  readonly settings: readonly {
    readonly name: string;
    readonly before: string | null;
    readonly after: string | null;
  }[];
  readonly indexes: { readonly added: readonly string[]; readonly gone: readonly string[] };
}

export interface TableGrowth {
  readonly schema: string;
  readonly name: string;
  readonly before: Size | null;
  readonly after: Size | null;
}

interface Size {
  readonly rows: number;
  readonly bytes: number;
}

/** What grew and what changed between two profiles of a database. */
export function compareProfiles(before: Profile, after: Profile): ProfileComparison {
  const older = tablesOf(before);
  const newer = tablesOf(after);
  const tables = [...new Set([...older.keys(), ...newer.keys()])]
    .map((key): TableGrowth & { readonly change: number } => {
      const [was, is] = [older.get(key) ?? null, newer.get(key) ?? null];
      const { schema = '', name = '' } = is ?? was ?? {};
      const change = Math.abs(Math.log(((is?.rows ?? 0) + 1) / ((was?.rows ?? 0) + 1)));
      return { schema, name, before: sizeOf(was), after: sizeOf(is), change };
    })
    .filter(({ before: was, after: is, change }) => was === null || is === null || change > Math.log(1.1))
    .toSorted((a, b) => b.change - a.change)
    .map(({ change: _, ...growth }) => growth);
  const names = [...new Set([...Object.keys(before.settings), ...Object.keys(after.settings)])].sort();
  const [had, has] = [indexesOf(before), indexesOf(after)];
  return {
    before: before.capturedAt,
    after: after.capturedAt,
    tables,
    settings: names
      .map((name) => ({ name, before: before.settings[name] ?? null, after: after.settings[name] ?? null }))
      .filter((setting) => setting.before !== setting.after),
    indexes: { added: has.filter((name) => !had.includes(name)), gone: had.filter((name) => !has.includes(name)) },
  };
}

function tablesOf(profile: Profile): ReadonlyMap<string, ProfiledTable> {
  return new Map(summarizeProfile(profile).tables.map((table) => [JSON.stringify([table.schema, table.name]), table]));
}

function sizeOf(table: ProfiledTable | null): Size | null {
  return table === null ? null : { rows: table.rows, bytes: table.bytes + table.indexBytes };
}

function indexesOf({ relations }: Profile): readonly string[] {
  return relations.flatMap(({ schema, name, table }) => (table === undefined ? [] : [`${schema}.${name}`]));
}
