import type { Client } from 'pg';
import { inBatches } from './in-batches.ts';
import type { IndexKeys } from './index-keys.ts';

/**
 * The least and the greatest value of the first key. For a comparison beyond the statistics the planner looks them up in a
 * b-tree that has all rows, and so do we, in the same way: one descent each.
 */
export async function readEndPoints(
  client: Client,
  indexes: readonly IndexKeys[],
): Promise<ReadonlyMap<string, readonly [string, string]>> {
  const asked = indexes.filter(
    ({ readable, predicate, keys }) => readable && predicate === null && keys[0]?.operator === null,
  );
  await client.query('savepoint ends');
  await client.query(gently);
  const answers = await inBatches(client, asked.map(endsOf));
  await client.query('rollback to savepoint ends; release savepoint ends');
  const ends = new Map<string, readonly [string, string]>();
  for (const [at, { oid }] of asked.entries()) {
    const { least, greatest } = answers[at]?.rows[0] ?? {};
    if (typeof least === 'string' && typeof greatest === 'string') ends.set(oid, [least, greatest]);
  }
  return ends;
}

/** Where many rows at an end are dead, a descent becomes a walk. */
const gently = `
  set local statement_timeout = '2s';
  set local enable_seqscan = off;
  set local enable_sort = off;
  set local enable_bitmapscan = off;
  set local max_parallel_workers_per_gather = 0;
`;

function endsOf({ table, keys }: IndexKeys): string {
  const [key] = keys;
  const value = key?.expression ?? 'null';
  const order = key?.collation === null ? value : `${value} collate ${key?.collation}`;
  const end = (direction: string): string =>
    `(select ${value} from only ${table} where ${value} is not null order by ${order} ${direction} limit 1)::pg_catalog.text`;
  return `select ${end('asc')} as least, ${end('desc')} as greatest`;
}
