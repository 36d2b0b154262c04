import type { Client } from 'pg';
import { inBatches } from './in-batches.ts';
import type { IndexKeys } from './index-keys.ts';

/**
 * The heights of b-trees as the planner tells them, where nothing is installed that would: before its first row an index
 * scan costs 50 operators for each level and one for each halving of the rows, and here an operator costs 1.
 */
export async function heightsByCost(
  client: Client,
  indexes: readonly IndexKeys[],
): Promise<ReadonlyMap<string, number>> {
  const asked = indexes.filter(({ readable }) => readable);
  await client.query('savepoint heights');
  await client.query(onlyIndexScans);
  const answers = await inBatches(client, asked.map(scanOf));
  await client.query('rollback to savepoint heights; release savepoint heights');
  const heights = new Map<string, number>();
  for (const [at, { oid, index }] of asked.entries()) {
    const scan = answers[at]?.rows[0]?.['QUERY PLAN']?.[0]?.Plan;
    const startup: unknown = scan?.['Startup Cost'];
    // of indexes that begin alike the planner may have taken another
    if (scan?.['Index Name'] !== index || typeof startup !== 'number') continue;
    heights.set(oid, Math.max(0, Math.floor(startup / 50) - 1));
  }
  return heights;
}

const onlyIndexScans = `
  set local enable_seqscan = off;
  set local enable_sort = off;
  set local enable_incremental_sort = off;
  set local enable_bitmapscan = off;
  set local enable_indexonlyscan = off;
  set local enable_indexscan = on;
  set local max_parallel_workers_per_gather = 0;
  set local cpu_operator_cost = 1;
`;

function scanOf({ table, predicate, keys }: IndexKeys): string {
  const order = keys.map(({ expression, collation, descending, nullsFirst, operator }) => {
    const text = collation === null ? expression : `${expression} collate ${collation}`;
    const direction = operator === null ? (descending ? 'desc' : 'asc') : `using ${operator}`;
    return `${text} ${direction} nulls ${nullsFirst ? 'first' : 'last'}`;
  });
  const condition = predicate === null ? '' : ` where ${predicate}`;
  return `explain (format json) select from only ${table}${condition} order by ${order.join(', ')}`;
}
