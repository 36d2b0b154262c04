import type { Goal } from './goal.ts';
import type { KnownPlans } from './known-plans.ts';

/** Plans a query with these candidates. */
export type Task = readonly [query: number, visible: ReadonlySet<number>];

/**
 * How many indexes of a query's tables are shown at the same time. With each the planner has more ways to join, and with
 * hundreds of them it takes a second.
 */
const mostShown = 48;
const leastOfTable = 3;

/** What each query is to be planned with to see what it could use: some candidates of each of its tables in turn. */
export function batchesOf(
  candidates: readonly number[],
  { tables }: Pick<Goal, 'tables'>,
): readonly (readonly number[])[] {
  const byTable = new Map<string, number[]>();
  for (const each of candidates) {
    const table = tables[each] ?? '';
    byTable.set(table, [...(byTable.get(table) ?? []), each]);
  }
  const ofTable = Math.max(leastOfTable, Math.floor(mostShown / Math.max(1, byTable.size)));
  const batches: number[][] = [];
  for (const of of byTable.values()) {
    for (const [at, each] of of.entries()) {
      const batch = Math.floor(at / ofTable);
      batches[batch] = [...(batches[batch] ?? []), each];
    }
  }
  return batches;
}

/** The next plans to ask for: those that came out best so far meet the next ones. */
export function nextTasks(
  plans: KnownPlans,
  batches: readonly (readonly (readonly number[])[])[],
  round: number,
): readonly Task[] {
  return batches.flatMap((ofQuery, query) => {
    const batch = ofQuery[round];
    if (batch === undefined) return [];
    const winners = plans.optionsOf(query)[0]?.used ?? [];
    return [[query, new Set([...winners, ...batch])] satisfies Task];
  });
}
