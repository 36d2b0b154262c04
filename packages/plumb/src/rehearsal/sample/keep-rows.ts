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
  const before = new Map<KeptTable, Rows>();
  for (const table of tables) {
    before.set(
      table,
      await rowsOf(
        client,
        table.before,
        table.columns.map(([name]) => name),
      ),
    );
  }
  return async (later, way) => {
    const lost: LostRows[] = [];
    for (const [table, rows] of before) {
      const side = way === 'up' ? 1 : 0;
      const name = way === 'up' ? table.after : table.before;
      const now = await rowsOf(
        later,
        name,
        table.columns.map((names) => names[side]),
      );
      if (now.count !== rows.count) lost.push({ table: name, what: `had ${rows.count} rows and has ${now.count}` });
      else if (rows.values?.some((value, at) => now.values?.[at] !== value)) {
        lost.push({ table: name, what: 'has other values than before' });
      }
    }
    return lost;
  };
}

async function rowsOf(client: Client, table: string, columns: readonly string[]): Promise<Rows> {
  const { rows: counted } = await client.query<{ count: number }>(`select count(*)::int as count from ${table}`);
  const count = counted[0]?.count ?? 0;
  if (count > comparedRows || columns.length === 0) return { count, values: null };
  const { rows } = await client.query<{ row: Record<string, unknown> }>(
    `select to_jsonb(t.*) as row from ${table} as t`,
  );
  return { count, values: rows.map(({ row }) => JSON.stringify(columns.map((name) => row[name] ?? null))).toSorted() };
}
