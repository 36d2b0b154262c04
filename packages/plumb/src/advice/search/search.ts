import { choose } from './choose.ts';
import { batchesOf, nextTasks, type Task } from './explore.ts';
import type { Goal } from './goal.ts';
import type { KnownPlans } from './known-plans.ts';
import { dropIdle } from './polish.ts';
import { Selection } from './selection.ts';

/** A choice, and what it was seen to cost. */
export interface Choice {
  readonly chosen: ReadonlySet<number>;
  /** Of all queries by their weights, of writing, and the prices of its indexes. */
  readonly cost: number;
}

export interface SearchLimits {
  /** How many plans may be asked for. */
  readonly calls: number;
  /** How many milliseconds are left; none where it has to end. */
  readonly left: () => number;
  /** How many plans are asked for at the same time. */
  readonly lanes: number;
}

const none: ReadonlySet<number> = new Set();
/** How many sets of indexes are looked at for one query, each without those that the plans before used. */
const mostLayers = 12;
const mostRounds = 8;
/** The part of the time in which there has to be a first answer. */
const forFirst = 0.1;

/**
 * Searches for the best choice, and gives each that is better than the last; in the end the best without what isn't worth
 * having. What is known of plans says which choice could be best; planning all queries with it, and with its neighbours,
 * adds to what is known.
 */
export async function* search(plans: KnownPlans, goal: Goal, limits: SearchLimits): AsyncGenerator<Choice> {
  const queries = goal.weights.map((_, query) => query);
  const isOver = (): boolean => limits.left() <= 0 || plans.calls >= limits.calls;
  /** Over when it is over, or when a part of the time that was left is. */
  const within = (share: number): (() => boolean) => {
    const least = limits.left() * (1 - share);
    return () => isOver() || limits.left() < least;
  };
  const learn = (tasks: readonly Task[], until = isOver): Promise<void> => learnAll(plans, tasks, limits.lanes, until);
  // without these nothing can be said
  await learn(
    queries.map((query) => [query, none]),
    () => false,
  );
  let best: Choice = { chosen: none, cost: costOf(plans, goal, none) };
  yield best;
  /** The best by what is known, as it is really planned. */
  const attempt = async (): Promise<boolean> => {
    const { chosen } = choose(plans, goal, isOver, best.chosen);
    await learn(queries.map((query) => [query, chosen]));
    const cost = costOf(plans, goal, chosen);
    if (cost >= best.cost * (1 - 1e-9)) return false;
    best = { chosen: new Set(chosen), cost };
    return true;
  };
  const explore = async (candidates: readonly (readonly number[])[], until = isOver): Promise<void> => {
    const batches = candidates.map((ofQuery) => batchesOf(ofQuery, goal));
    const rounds = Math.max(0, ...batches.map(({ length }) => length));
    for (let round = 0; round < rounds && !until(); round++)
      await learn(dearestFirst(plans, goal, nextTasks(plans, batches, round)), until);
  };
  const plain = goal.own.map((own) => own.filter((each) => goal.isPlain[each]));
  await explore(plain, within(forFirst));
  if (await attempt()) yield best;
  for (const candidates of [plain, goal.own]) {
    await explore(candidates, within(0.4));
    if (await attempt()) yield best;
  }
  for (let round = 0; round < mostRounds && !isOver(); round++) {
    const before = plans.calls;
    await learn(neighbours(plans, goal, best.chosen).slice(0, limits.calls * 0.3), within(0.5));
    if (round === 0) {
      await peel(plans, goal, limits, within(0.4));
      await learn(singles(plans, queries, goal).slice(0, limits.calls * 0.4), within(0.6));
    }
    const better = await attempt();
    if (better) yield best;
    if (round > 0 && !better && plans.calls === before) break;
  }
  // what was worth having when little was known may not be now
  const rest = new Selection(plans, goal, best.chosen);
  if (!dropIdle(rest)) return;
  await learn(queries.map((query) => [query, rest.chosen]));
  yield { chosen: rest.chosen, cost: costOf(plans, goal, rest.chosen) };
}

/** What cost most matters most where there is no time for all. */
function dearestFirst(plans: KnownPlans, { weights }: Goal, tasks: readonly Task[]): readonly Task[] {
  const cost = ([query]: Task): number => (weights[query] ?? 0) * plans.costOf(query, () => false);
  return tasks.toSorted((one, other) => cost(other) - cost(one));
}

/**
 * What is worth having may lie behind something that is only a little better: queries of few tables are planned without
 * what the plans before used, again and again.
 */
async function peel(plans: KnownPlans, goal: Goal, { lanes }: SearchLimits, isOver: () => boolean): Promise<void> {
  const { bytes, tables, own } = goal;
  const left = new Map(
    [...own.entries()].flatMap(([query, set]) => (batchesOf(set, goal).length > 1 ? [] : [[query, new Set(set)]])),
  );
  for (let layer = 0; layer < mostLayers && left.size > 0; layer++) {
    await learnAll(plans, [...left], lanes, isOver);
    for (const [query, set] of left) {
      const used = plans.known(query, set)?.used ?? [];
      if (used.length === 0) left.delete(query);
      for (const each of used) set.delete(each);
    }
    if (layer !== 1) continue;
    // from here on only what is smaller
    for (const [query, set] of left) {
      const seen = plans.optionsOf(query).flatMap(({ used }) => used);
      for (const other of set) {
        const of = seen.filter((each) => tables[each] === tables[other]).map((each) => bytes[each] ?? 0);
        if (of.length > 0 && (bytes[other] ?? 0) > 2 * Math.max(...of)) set.delete(other);
      }
    }
  }
}

/** Each query with each index alone that some query uses. */
function singles(plans: KnownPlans, queries: readonly number[], { weights }: Goal): readonly Task[] {
  const useful = new Set(queries.flatMap((query) => plans.optionsOf(query).flatMap(({ used }) => used)));
  const byCost = queries.toSorted((one, other) => potential(other) - potential(one));
  function potential(query: number): number {
    const cheapest = plans.optionsOf(query)[0]?.cost ?? 0;
    return (plans.costOf(query, () => false) - cheapest) * (weights[query] ?? 0);
  }
  return byCost
    .filter((query) => potential(query) > 0)
    .flatMap((query) => {
      const candidates = [...plans.relevantTo(query)].filter((each) => useful.has(each));
      return candidates.map((each): Task => [query, new Set([each])]);
    });
}

/** Each query with one index more or less than a choice has, where that can make a difference. */
function neighbours(plans: KnownPlans, { weights }: Goal, chosen: ReadonlySet<number>): readonly Task[] {
  const tasks: { readonly task: Task; readonly potential: number }[] = [];
  for (const [query, weight] of weights.entries()) {
    const options = plans.optionsOf(query);
    const cost = plans.costOf(query, (each) => chosen.has(each));
    const potential = (cost - (options[0]?.cost ?? 0)) * weight;
    const useful = new Set(options.flatMap(({ used }) => used));
    for (const each of useful) {
      if (chosen.has(each)) {
        const without = new Set(chosen);
        without.delete(each);
        tasks.push({ task: [query, without], potential: cost * weight });
      } else if (potential > 0) tasks.push({ task: [query, new Set([...chosen, each])], potential });
    }
  }
  return tasks.sort((one, other) => other.potential - one.potential).map(({ task }) => task);
}

function costOf(plans: KnownPlans, { weights, tables, writeCost, prices }: Goal, chosen: ReadonlySet<number>): number {
  const reads = weights.map(
    (weight, query) => weight * (plans.known(query, chosen)?.cost ?? plans.costOf(query, (each) => chosen.has(each))),
  );
  const byTable = [...new Set(tables)].map((table) => writeCost([...chosen].filter((each) => tables[each] === table)));
  const priced = [...chosen].map((each) => prices[each] ?? 0);
  return [...reads, ...byTable, ...priced].reduce((sum, each) => sum + each, 0);
}

async function learnAll(
  plans: KnownPlans,
  tasks: readonly Task[],
  lanes: number,
  isOver: () => boolean,
): Promise<void> {
  const left = tasks[Symbol.iterator]();
  const lane = async (): Promise<void> => {
    for (const [query, visible] of left) {
      if (isOver()) return;
      await plans.learn(query, visible);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}
