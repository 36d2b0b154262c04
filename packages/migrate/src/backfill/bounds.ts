import { textOf } from '../client/row.ts';
import type { Session } from '../client/session.ts';
import { between, type Key, keyColumns } from './key.ts';
import type { Relation } from './read-relation.ts';

/** So that values read back as what they are, whatever the session of a later run has set. */
const settings = `SET LOCAL datestyle = 'ISO, YMD'; SET LOCAL intervalstyle = 'iso_8601'; SET LOCAL extra_float_digits = 3;`;

/** SQL for the keys of each row with so many others before it behind the last one, a number of times. */
export function boundsQuery(
  key: Key,
  { name, only }: Relation,
  after: readonly string[] | null,
  size: number,
  times: number,
): string {
  const columns = keyColumns(key, 'plumb_row');
  const order = columns.join(', ');
  // As text only what comes back: most of the time is spent on each row that is counted.
  return `${settings}
SELECT json_build_array(${columns.map((_, index) => `plumb_key.k${index}::text`).join(', ')})::text AS bound
FROM (
  SELECT ${columns.map((column, index) => `${column} AS k${index}`).join(', ')}, row_number() OVER (ORDER BY ${order}) AS place
  FROM ${only ? 'ONLY ' : ''}${name} AS plumb_row
  WHERE ${between(key, 'plumb_row', after, null)}
  ORDER BY ${order}
  LIMIT ${size * times}
) AS plumb_key
WHERE plumb_key.place % ${size} = 0
ORDER BY plumb_key.place`;
}

export async function readBounds(session: Session, query: string): Promise<readonly (readonly string[])[]> {
  const rows = await session.run(query);
  return rows.map((row) => JSON.parse(textOf(row, 'bound')));
}

/** How many rows the server thinks that a table has; it knows best how to guess for one that it has no statistics of. */
export async function estimateRows(session: Session, { name, only }: Relation): Promise<number> {
  const [row] = await session.run(`EXPLAIN SELECT FROM ${only ? 'ONLY ' : ''}${name}`);
  const rows = /rows=(\d+)/.exec(String(Object.values(row ?? {})[0]))?.[1];
  return Number(rows ?? 0);
}
