import { parsePath, qualified } from '../catalog/identifier.ts';
import type { Profile } from '../planner/profile/profile.ts';
import { pageSize } from '../planner/transplant/database-files.ts';
import { definitionOf, nameFor } from './candidates/candidate.ts';
import type { ExistingIndex } from './drops/existing-index.ts';
import { unusedIndexes } from './drops/unused.ts';
import type { Found } from './find-indexes.ts';

/** Which indexes to make, which to drop, and what it gains. */
export interface Advice {
  readonly indexes: readonly AdvisedIndex[];
  readonly drop: readonly AdvisedDrop[];
  /** Of the whole workload, in the planner's units: the costs of all queries by their weights. */
  readonly cost: { readonly before: number; readonly after: number };
  /** What keeping up all new indexes costs while the workload is run once. */
  readonly writeCost: number;
  readonly queries: readonly AdvisedQuery[];
  /** How many plans were asked for. */
  readonly calls: number;
  readonly seconds: number;
  /** False where the search had to stop before it was done, by time or by Ctrl-C. */
  readonly complete: boolean;
}

export interface AdvisedIndex {
  readonly table: string;
  readonly name: string;
  /** `CREATE INDEX`, with its name. */
  readonly definition: string;
  readonly bytes: number;
  /** What keeping it up costs while the workload is run once. */
  readonly writeCost: number;
  /** The queries that would cost more without it, the largest saving first. */
  readonly queries: readonly ServedQuery[];
}

export interface ServedQuery {
  readonly name: string;
  readonly before: number;
  readonly after: number;
  /** What it would cost more without this index, beside the other new ones. */
  readonly saved: number;
}

export interface AdvisedQuery {
  readonly name: string;
  readonly sql: string;
  readonly weight: number;
  readonly before: number;
  readonly after: number;
}

export interface AdvisedDrop {
  readonly table: string;
  readonly name: string;
  readonly definition: string;
  readonly bytes: number | null;
  readonly reason: 'redundant' | 'unused';
  /** The index that does all that it does. */
  readonly coveredBy: string | null;
}

/** What was found, as it is told. */
export function adviceOf(found: Found, profile: Profile | null, milliseconds: number): Advice {
  const { queries, plans, goal, chosen, existing, candidates } = found;
  const costs = queries.map(({ name, sql, weight }, query) => ({
    name,
    sql,
    weight,
    before: plans.costOf(query, () => false),
    after: plans.costOf(query, (each) => chosen.includes(each)),
  }));
  const whole = (cost: (query: AdvisedQuery) => number): number =>
    costs.reduce((sum, query) => sum + query.weight * cost(query), 0);
  // also of what isn't valid, such as what is left of an index that could not be built
  const inProfile = (profile?.relations ?? []).map(({ schema, name }) => qualified(schema, name));
  const taken = new Set([...existing.map(({ name }) => name), ...inProfile]);
  const names = new Map<string, string>();
  const indexes = chosen.flatMap((number): readonly AdvisedIndex[] => {
    const candidate = candidates[number];
    if (candidate === undefined) return [];
    const name = nameFor(candidate, taken);
    const [schema = 'public'] = parsePath(candidate.table) ?? [];
    taken.add(qualified(schema, name));
    names.set(qualified(schema, candidate.name), qualified(schema, name));
    const ofTable = chosen.filter((each) => candidates[each]?.table === candidate.table);
    const others = ofTable.filter((each) => each !== number);
    const served = costs.flatMap(({ name: query, before, after }, at): readonly ServedQuery[] => {
      const without = plans.costOf(at, (each) => each !== number && chosen.includes(each));
      return without > after ? [{ name: query, before, after, saved: without - after }] : [];
    });
    return [
      {
        table: candidate.table,
        name,
        definition: definitionOf(candidate, name),
        bytes: candidate.bytes,
        writeCost: goal.writeCost(ofTable) - goal.writeCost(others),
        queries: served.sort((one, other) => other.saved - one.saved),
      },
    ];
  });
  return {
    indexes: indexes.sort((one, other) => savedBy(other) - savedBy(one)),
    drop: dropsOf(found, profile, names),
    cost: { before: whole(({ before }) => before), after: whole(({ after }) => after) },
    writeCost: indexWrites(goal, chosen),
    queries: costs,
    calls: plans.calls,
    seconds: milliseconds / 1000,
    complete: found.complete,
  };
}

function indexWrites({ tables, writeCost }: Found['goal'], chosen: readonly number[]): number {
  return [...new Set(chosen.map((each) => tables[each]))]
    .map((table) => writeCost(chosen.filter((each) => tables[each] === table)))
    .reduce((sum, each) => sum + each, 0);
}

function savedBy({ queries }: AdvisedIndex): number {
  return queries.reduce((sum, { saved }) => sum + saved, 0);
}

/** Those that others make up for, also new ones, and those that nobody reads. */
function dropsOf(
  { existing, redundant, queries }: Found,
  profile: Profile | null,
  names: ReadonlyMap<string, string>,
): readonly AdvisedDrop[] {
  const bytes = new Map(
    profile?.relations.map(({ schema, name, pages }) => [qualified(schema, name), pages * pageSize]),
  );
  const drop = (
    { table, name, definition }: ExistingIndex,
    reason: AdvisedDrop['reason'],
    coveredBy: string | null,
  ): AdvisedDrop => ({ table, name, definition, bytes: bytes.get(name) ?? null, reason, coveredBy });
  const told = new Set(redundant.flatMap(({ index, coveredBy }) => [index.name, coveredBy.name]));
  const read = new Set(queries.flatMap(({ reads }) => reads));
  const isRead = ({ name }: ExistingIndex): boolean => told.has(name) || read.has(parsePath(name)?.[1] ?? '');
  const unused = profile === null ? null : unusedIndexes(existing, profile);
  return [
    ...redundant.map(({ index, coveredBy }) => drop(index, 'redundant', names.get(coveredBy.name) ?? coveredBy.name)),
    ...(unused?.isSure ? unused.indexes : [])
      .filter((index) => !isRead(index))
      .map((index) => drop(index, 'unused', null)),
  ];
}
