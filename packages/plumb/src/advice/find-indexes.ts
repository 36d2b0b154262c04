import type { Catalog } from '../catalog/catalog-object.ts';
import { parsePath } from '../catalog/identifier.ts';
import type { ProgressListener } from '../contract/progress.ts';
import type { PlannerShadow } from '../planner/planner-shadow.ts';
import type { Profile } from '../planner/profile/profile.ts';
import { pageSize } from '../planner/transplant/database-files.ts';
import { isPlain } from './candidates/candidate.ts';
import { candidatesOf, couldServe } from './candidates/candidates-of.ts';
import { readUses } from './candidates/read-uses.ts';
import type { TableUse } from './candidates/table-use.ts';
import { type ExistingIndex, readExistingIndexes } from './drops/existing-index.ts';
import { missedIndexes } from './drops/missed.ts';
import { type Redundant, redundantIndexes } from './drops/redundant.ts';
import { planQuery, type Unplannable } from './plan-query.ts';
import { pricesOf } from './prices.ts';
import type { AdviceQuery, PlannedQuery } from './query.ts';
import type { Goal } from './search/goal.ts';
import { KnownPlans } from './search/known-plans.ts';
import { type Choice, search } from './search/search.ts';
import { type MadeCandidate, shadowWhatIf } from './shadow-what-if.ts';
import { readTableStatistics, type TableStatistics } from './table-statistics.ts';
import { writeCostOf } from './write-cost.ts';
import { writesOf } from './writes.ts';

export interface AdviceOptions {
  /** Alike; as many plans are made at the same time. */
  readonly shadows: readonly [PlannerShadow, ...PlannerShadow[]];
  readonly queries: readonly AdviceQuery[];
  readonly profile: Profile | null;
  /** For all indexes together, in bytes. */
  readonly budget: number;
  readonly maxIndexes: number;
  readonly maxCalls: number;
  /** For the search, in milliseconds; what was found until then is the answer. */
  readonly time: number;
  readonly signal?: AbortSignal | undefined;
  readonly progress?: ProgressListener | undefined;
  /** Told of each choice that is better than the last. */
  readonly onBetter?: ((choice: Choice) => void) | undefined;
}

export interface Found {
  readonly queries: readonly PlannedQuery[];
  readonly unplannable: readonly Unplannable[];
  readonly candidates: readonly MadeCandidate[];
  readonly chosen: readonly number[];
  readonly plans: KnownPlans;
  readonly goal: Goal;
  readonly catalog: Catalog;
  /** The tables of which queries ask. */
  readonly asked: readonly string[];
  readonly existing: readonly ExistingIndex[];
  /** What others make up for, also the chosen candidates, by their names on the shadow. */
  readonly redundant: readonly Redundant[];
  /** False where the search had to stop before it was done. */
  readonly complete: boolean;
}

/** Searches for the indexes that make a workload cheapest. */
export async function findIndexes(options: AdviceOptions): Promise<Found> {
  const { shadows, profile, budget, maxIndexes, maxCalls, time, signal, progress } = options;
  const end = performance.now() + time;
  const [shadow] = shadows;
  const known = {
    catalog: await shadow.catalog(),
    existing: await shadow.inspect(readExistingIndexes),
    statistics: await shadow.inspect(readTableStatistics),
  };
  const { catalog, statistics } = known;
  progress?.({ message: 'Planning the queries as things are' });
  const { queries, unplannable } = await planAll(options.queries, shadows, { catalog, profile, signal });
  const uses = queries.map(({ tree }) => readUses(tree, catalog));
  const possible = candidatesOf(uses, statistics);
  progress?.({ message: `Making ${possible.length} indexes on ${shadows.length} shadows` });
  const { candidates, whatIf } = await shadowWhatIf(shadows, queries, possible);
  const writes = writesOf(queries, readsOf(queries, uses), { profile, catalog });
  const relevant = uses.map((ofQuery) => relevantTo(ofQuery, candidates, budget));
  const goal: Goal = {
    weights: queries.map(({ weight }) => weight),
    bytes: candidates.map(({ bytes }) => bytes),
    tables: candidates.map(({ table }) => table),
    own: relevant.map((ofQuery, query) => [...ofQuery].filter((each) => candidates[each]?.queries.has(query))),
    isPlain: candidates.map(isPlain),
    prices: pricesOf(
      candidates.map(({ bytes }) => bytes),
      {
        cost: queries.reduce((sum, { cost, weight }) => sum + cost * weight, 0),
        queries: queries.length,
        tableBytes: tableBytes(uses, statistics),
      },
    ),
    budget,
    maxIndexes,
    writeCost: writeCostOf(candidates, writes),
    isWritten: (table) => writes.has(table),
  };
  const plans = new KnownPlans(whatIf, relevant);
  for (const [query, { cost }] of queries.entries()) plans.note(query, new Set(), { cost, used: [] });
  const left = (): number => (signal?.aborted === true ? 0 : end - performance.now());
  let best: Choice = { chosen: new Set(), cost: 0 };
  let before: number | null = null;
  for await (const choice of search(plans, goal, { calls: maxCalls, left, lanes: shadows.length })) {
    best = choice;
    before ??= choice.cost;
    options.onBetter?.(choice);
    progress?.({ message: `Searching: the workload at ${percent(choice.cost, before)} of its cost` });
  }
  const chosen = [...best.chosen];
  await shadow.indexes.show(chosen.map((each) => candidates[each]?.name ?? ''));
  const together = await shadow.inspect(readExistingIndexes);
  const made = new Set(candidates.map(({ name }) => name));
  const redundant = redundantIndexes(together).filter(({ index }) => !made.has(parsePath(index.name)?.[1] ?? ''));
  const costed = queries.map((query, at) => ({ query, cost: plans.costOf(at, (each) => best.chosen.has(each)) }));
  const missed = await missedIndexes(redundant, costed, shadow);
  return {
    ...known,
    asked: [...new Set(uses.flat().map(({ table }) => table.name))],
    redundant: redundant.filter(({ index }) => !missed.has(index.name)),
    queries,
    unplannable,
    candidates,
    chosen,
    plans,
    goal,
    complete: left() > 0,
  };
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '100 %' : `${Math.round((part / whole) * 100)} %`;
}

/** Each shadow plans one query at a time. */
async function planAll(
  queries: readonly AdviceQuery[],
  shadows: readonly PlannerShadow[],
  { signal, ...known }: Parameters<typeof planQuery>[2] & { readonly signal: AbortSignal | undefined },
): Promise<{ readonly queries: readonly PlannedQuery[]; readonly unplannable: readonly Unplannable[] }> {
  const found: (PlannedQuery | Unplannable)[] = [];
  const left = queries.entries();
  const lane = async (shadow: PlannerShadow): Promise<void> => {
    for (const [at, query] of left) {
      signal?.throwIfAborted();
      found[at] = await planQuery(query, shadow, known);
    }
  };
  await Promise.all(shadows.map(lane));
  return {
    queries: found.flatMap((each) => ('reason' in each ? [] : [each])),
    unplannable: found.flatMap((each) => ('reason' in each ? [each] : [])),
  };
}

/** Of all tables that are asked for. */
function tableBytes(uses: readonly (readonly TableUse[])[], statistics: ReadonlyMap<string, TableStatistics>): number {
  const names = new Set(uses.flat().map(({ table }) => table.name));
  return [...names].reduce((sum, name) => sum + (statistics.get(name)?.pages ?? 0) * pageSize, 0);
}

function readsOf(
  queries: readonly PlannedQuery[],
  uses: readonly (readonly TableUse[])[],
): ReadonlyMap<string, number> {
  const reads = new Map<string, number>();
  for (const [query, ofQuery] of uses.entries()) {
    for (const { table } of ofQuery)
      reads.set(table.name, (reads.get(table.name) ?? 0) + (queries[query]?.weight ?? 0));
  }
  return reads;
}

/** What alone is larger than the budget is never chosen. */
function relevantTo(
  uses: readonly TableUse[],
  candidates: readonly MadeCandidate[],
  budget: number,
): ReadonlySet<number> {
  return new Set(
    [...candidates.entries()]
      .filter(([, candidate]) => candidate.bytes <= budget && couldServe(candidate, uses))
      .map(([number]) => number),
  );
}
