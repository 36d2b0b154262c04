import type { Client } from 'pg';
import type { ProfiledRelation } from '../profile/profile.ts';
import { type GinCosts, solveGinPages } from './gin-pages-of-costs.ts';
import { type GinProbes, ginProbes } from './gin-probes.ts';
import { inBatches } from './in-batches.ts';

const many = 2000;

/**
 * What GIN indexes say of themselves in their first page, as the planner tells it, where nothing is installed that would: it
 * counts the pages that a search fetches, and where a page costs 1 and nothing else costs anything, that is the cost.
 */
export async function ginPagesByCost(
  client: Client,
  relations: readonly { readonly oid: string; readonly pages: number }[],
  major: number,
): Promise<ReadonlyMap<string, NonNullable<ProfiledRelation['gin']>>> {
  const indexes = await ginProbes(
    client,
    relations.map(({ oid }) => oid),
  );
  const sizes = new Map(relations.map(({ oid, pages }) => [oid, pages]));
  const found = new Map<string, NonNullable<ProfiledRelation['gin']>>();
  if (indexes.length === 0) return found;
  await client.query('savepoint gin');
  await client.query(onlyBitmapScans);
  const pages = await costsOf(client, indexes, 'set local random_page_cost = 1; set local cpu_operator_cost = 0');
  const work = await costsOf(client, indexes, 'set local random_page_cost = 0; set local cpu_operator_cost = 1');
  await client.query('rollback to savepoint gin; release savepoint gin');
  for (const [at, { oid }] of indexes.entries()) {
    const [whole, one, several, beginnings] = pages[at] ?? [];
    const operators = work[at]?.[0];
    if (!whole || !one || !several || !operators) continue;
    const costs: GinCosts = {
      size: sizes.get(oid) ?? 0,
      whole,
      operators: major >= 16 ? operators.cost : null,
      one,
      many: { ...several, entries: many },
      beginnings: beginnings ? { ...beginnings, entries: many } : null,
    };
    const solved = solveGinPages(costs);
    if (solved !== null) found.set(oid, solved);
  }
  return found;
}

const onlyBitmapScans = `
  set local enable_seqscan = off;
  set local enable_indexscan = off;
  set local enable_indexonlyscan = off;
  set local enable_bitmapscan = on;
  set local max_parallel_workers_per_gather = 0;
  set local seq_page_cost = 0;
  set local cpu_tuple_cost = 0;
  set local cpu_index_tuple_cost = 0;
`;

interface Scan {
  readonly cost: number;
  readonly rows: number;
}

/** For each index what its searches cost: the whole, one entry, many, many beginnings. */
async function costsOf(
  client: Client,
  indexes: readonly GinProbes[],
  settings: string,
): Promise<readonly (readonly (Scan | null)[])[]> {
  await client.query(settings);
  const searches = indexes.map(({ whole, entries, beginnings }) => [
    whole,
    entries(1),
    entries(many),
    ...(beginnings === null ? [] : [beginnings(many)]),
  ]);
  const answers = await inBatches(
    client,
    searches.flat().map((search) => `explain (format json) select ${search}`),
  );
  let at = 0;
  return searches.map((list, index) =>
    list.map(() => scanOf(answers[at++]?.rows[0]?.['QUERY PLAN']?.[0]?.Plan, indexes[index]?.index ?? '')),
  );
}

interface Node {
  readonly 'Index Name'?: string;
  readonly 'Total Cost': number;
  readonly 'Plan Rows': number;
  readonly Plans?: readonly Node[];
}

/** The planner may have taken another index. */
function scanOf(node: Node | undefined, index: string): Scan | null {
  if (node === undefined) return null;
  if (node['Index Name'] === index) return { cost: node['Total Cost'], rows: node['Plan Rows'] };
  for (const below of node.Plans ?? []) {
    const scan = scanOf(below, index);
    if (scan !== null) return scan;
  }
  return null;
}
