import { parsePath } from '../../catalog/identifier.ts';
import type { PlannerShadow } from '../../planner/planner-shadow.ts';
import { costOf } from '../plan-query.ts';
import type { PlannedQuery } from '../query.ts';
import type { Redundant } from './redundant.ts';

/** By how much a query may become dearer when a larger index has to do. */
const bearable = 1.05;

/** A query, and what it costs with all new indexes. */
export interface CostedQuery {
  readonly query: PlannedQuery;
  readonly cost: number;
}

/** Of redundant indexes those that a query would miss, since what covers them is so much larger. They are hidden for good. */
export async function missedIndexes(
  redundant: readonly Redundant[],
  queries: readonly CostedQuery[],
  shadow: PlannerShadow,
): Promise<ReadonlySet<string>> {
  const names = redundant.map(({ index }) => index.name);
  const missed = new Set<string>();
  if (names.length === 0) return missed;
  await shadow.indexes.hide(names);
  for (const { query, cost } of queries) {
    const read = names.filter((name) => query.reads.includes(parsePath(name)?.[1] ?? ''));
    if (read.length === 0) continue;
    const { sql, parameters } = query;
    const plan = await shadow.planOf(sql, parameters === null ? {} : { parameters });
    if (costOf(plan) > cost * bearable) for (const name of read) missed.add(name);
  }
  return missed;
}
