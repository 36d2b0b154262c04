import type { PlannerShadow } from '../planner/planner-shadow.ts';
import type { StandingIndex } from '../planner/shadow/standing-indexes.ts';
import { type Candidate, definitionOf } from './candidates/candidate.ts';
import type { PossibleIndex } from './candidates/candidates-of.ts';
import { costOf, indexesIn } from './plan-query.ts';
import type { PlannedQuery } from './query.ts';
import type { WhatIf } from './what-if.ts';

/** A candidate that the server could make, with its name there. */
export interface MadeCandidate extends Candidate, Pick<StandingIndex, 'name' | 'bytes' | 'height'> {
  /** That asked for it. */
  readonly queries: ReadonlySet<number>;
}

export interface ShadowWhatIf {
  /** Their places in this list are their numbers. */
  readonly candidates: readonly MadeCandidate[];
  readonly whatIf: WhatIf;
}

/** Makes candidates on several shadows that are alike, each of which plans one query at a time. */
export async function shadowWhatIf(
  shadows: readonly PlannerShadow[],
  queries: readonly PlannedQuery[],
  candidates: readonly PossibleIndex[],
): Promise<ShadowWhatIf> {
  const named = candidates.map((possible, at) => ({ ...possible, name: `plumb_${at}` }));
  const toMake = named.map(({ name, candidate }) => ({
    name,
    table: candidate.table,
    definition: definitionOf(candidate, name),
  }));
  const [first = []] = await Promise.all(shadows.map(({ indexes }) => indexes.make(toMake)));
  const standing = new Map(first.map((index) => [index.name, index]));
  const made = named.flatMap(({ name, candidate, queries: asking }) => {
    const index = standing.get(name);
    return index === undefined ? [] : [{ ...index, ...candidate, queries: asking }];
  });
  const numbers = new Map(made.flatMap(({ plannedAs }, number) => plannedAs.map((name) => [name, number] as const)));
  const free = [...shadows];
  const waiting: ((shadow: PlannerShadow) => void)[] = [];
  const take = (): Promise<PlannerShadow> => {
    const shadow = free.pop();
    return shadow === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(shadow);
  };
  const give = (shadow: PlannerShadow): void => {
    const next = waiting.shift();
    if (next === undefined) free.push(shadow);
    else next(shadow);
  };
  const whatIf: WhatIf = async (query, visible) => {
    const shadow = await take();
    try {
      await shadow.indexes.show([...visible].sort((one, other) => one - other).map((each) => made[each]?.name ?? ''));
      const { sql = '', parameters = null } = queries[query] ?? {};
      const plan = await shadow.planOf(sql, parameters === null ? {} : { parameters });
      const used = new Set([...indexesIn(plan.Plan)].flatMap((name) => numbers.get(name) ?? []));
      return { cost: costOf(plan), used: [...used] };
    } finally {
      give(shadow);
    }
  };
  return { candidates: made, whatIf };
}
