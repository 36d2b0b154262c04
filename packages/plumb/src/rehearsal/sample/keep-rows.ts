import type { Client } from 'pg';

/** A table whose rows are to survive, by its name before and after; names are as `regclass` writes them. */
export interface KeptTable {
  readonly before: string;
  readonly after: string;
  /** Columns whose values stay what they are, by their names before and after. */
  readonly columns: readonly (readonly [before: string, after: string])[];
}

export interface LostRows {
  readonly table: string;
  /** What became of its rows, as a sentence without its subject. */
  readonly what: string;
}

/** Tables with more rows are only counted. */
const comparedRows = 10_000;

/** What a table holds. */
interface Rows {
  readonly count: number;
  /** Each row's values of the columns that stay, in an order of their own; null where there are too many. */
  readonly values: readonly string[] | null;
}

/** Takes note of the rows of tables, and says afterwards which of them have not survived. */
export async function watchRows(
  client: Client,
  tables: readonly KeptTable[],
): Promise<(client: Client, way: 'up' | 'down') => Promise<readonly LostRows[]>> {
  const looksFor = (side: 0 | 1) =>
    tables.map(({ before, after, columns }) => ({
      name: side === 0 ? before : after,
      columns: columns.map((names) => names[side]),
    }));
  const before = await rowsOf(client, looksFor(0));
  return async (later, way) => {
    const looked = looksFor(way === 'up' ? 1 : 0);
    const after = await rowsOf(later, looked);
    return looked.flatMap(({ name }, at): readonly LostRows[] => {
      const [rows, now] = [before[at], after[at]];
      if (rows === undefined || now === undefined) return [];
      if (now.count !== rows.count) return [{ table: name, what: `had ${rows.count} rows and has ${now.count}` }];
      const isOther = rows.values?.some((value, row) => now.values?.[row] !== value) ?? false;
      return isOther ? [{ table: name, what: 'has other values than before' }] : [];
    });
  };
}

interface Look {
  readonly name: string;
  readonly columns: readonly string[];
}

async function rowsOf(client: Client, looks: readonly Look[]): Promise<readonly Rows[]> {
  const found: Rows[] = [];
  for (let at = 0; at < looks.length; at += tablesAtOnce) {
    const some = looks.slice(at, at + tablesAtOnce);
    const { rows } = await client.query<{ at: number; count: number; rows: readonly Row[] | null }>(
      some.map(question).join(' union all '),
    );
    const byPlace = new Map(rows.map((row) => [row.at, row]));
    found.push(...some.map(({ columns }, place) => answer(columns, byPlace.get(place))));
  }
  return found;
}

type Row = Readonly<Record<string, unknown>>;

/** As many as one query has locks for. */
const tablesAtOnce = 50;

function question({ name, columns }: Look, at: number): string {
  const rows = `select json_agg(to_jsonb(t.*)) from (select * from ${name} limit ${comparedRows + 1}) as t`;
  const compared = columns.length === 0 ? 'null::json' : `(${rows})`;
  return `select ${at} as at, (select count(*)::int from ${name}) as count, ${compared} as rows`;
}

function answer(
  columns: readonly string[],
  found: { readonly count: number; readonly rows: readonly Row[] | null } | undefined,
): Rows {
  const { count = 0, rows = null } = found ?? {};
  if (count > comparedRows || columns.length === 0) return { count, values: null };
  return {
    count,
    values: (rows ?? []).map((row) => JSON.stringify(columns.map((name) => row[name] ?? null))).toSorted(),
  };
}
