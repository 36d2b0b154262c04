import type { Goal } from './goal.ts';
import type { KnownPlans } from './known-plans.ts';

/** A set of candidates, and what the workload is known to cost with it. */
export class Selection {
  readonly chosen = new Set<number>();
  bytes = 0;
  readonly #plans: KnownPlans;
  readonly #goal: Goal;
  readonly #queriesOf: ReadonlyMap<number, readonly number[]>;
  readonly #costs: number[];

  constructor(plans: KnownPlans, goal: Goal, chosen: Iterable<number> = []) {
    this.#plans = plans;
    this.#goal = goal;
    this.#queriesOf = queriesOf(plans);
    this.#costs = goal.weights.map((_, query) => plans.costOf(query, () => false));
    for (const each of chosen) this.change([each], []);
  }

  /** With what writing costs, and the prices of indexes. */
  get cost(): number {
    const reads = this.#costs.reduce((sum, cost, query) => sum + cost * (this.#goal.weights[query] ?? 0), 0);
    return reads + this.#writeCost([...this.chosen]) + this.#price([...this.chosen]);
  }

  fits(add: readonly number[], drop: readonly number[] = []): boolean {
    const { bytes, budget, maxIndexes } = this.#goal;
    const size = sum(add.map((each) => bytes[each] ?? 0)) - sum(drop.map((each) => bytes[each] ?? 0));
    return this.bytes + size <= budget && this.chosen.size + add.length - drop.length <= maxIndexes;
  }

  /** The queries whose cost may change. */
  touchedBy(candidates: readonly number[]): Iterable<number> {
    const [only = -1, another] = candidates;
    if (another === undefined) return this.#queriesOf.get(only) ?? [];
    return new Set(candidates.flatMap((each) => this.#queriesOf.get(each) ?? []));
  }

  /** By how much the workload would become cheaper. */
  gainOf(add: readonly number[], drop: readonly number[] = []): number {
    const added = new Set(add);
    const dropped = new Set(drop);
    const has = (each: number): boolean => added.has(each) || (this.chosen.has(each) && !dropped.has(each));
    let gain = this.#price(drop) - this.#price(add.filter((each) => !this.chosen.has(each)));
    for (const query of this.touchedBy([...add, ...drop])) {
      const { weights } = this.#goal;
      gain += ((this.#costs[query] ?? 0) - this.#plans.costOf(query, has)) * (weights[query] ?? 0);
    }
    const { tables, isWritten } = this.#goal;
    const touched = new Set([...add, ...drop].map((each) => tables[each] ?? '').filter(isWritten));
    if (touched.size === 0) return gain;
    const before = [...this.chosen].filter((each) => touched.has(tables[each] ?? ''));
    const after = [
      ...before.filter((each) => !dropped.has(each)),
      ...add.filter((each) => touched.has(tables[each] ?? '')),
    ];
    return gain + this.#writeCost(before) - this.#writeCost(after);
  }

  /** Returns the queries whose cost has changed. */
  change(add: readonly number[], drop: readonly number[]): readonly number[] {
    const { bytes } = this.#goal;
    for (const each of drop) if (this.chosen.delete(each)) this.bytes -= bytes[each] ?? 0;
    for (const each of add) {
      if (!this.chosen.has(each)) this.bytes += bytes[each] ?? 0;
      this.chosen.add(each);
    }
    const changed: number[] = [];
    for (const query of this.touchedBy([...add, ...drop])) {
      const cost = this.#plans.costOf(query, (each) => this.chosen.has(each));
      if (cost !== this.#costs[query]) changed.push(query);
      this.#costs[query] = cost;
    }
    return changed;
  }

  /** What the queries that would become dearer without a candidate cost now. */
  servedCost(candidate: number): number {
    const has = (each: number): boolean => each !== candidate && this.chosen.has(each);
    const served = [...this.touchedBy([candidate])].filter(
      (query) => this.#plans.costOf(query, has) > (this.#costs[query] ?? 0),
    );
    return sum(served.map((query) => this.#plans.costOf(query, has) * (this.#goal.weights[query] ?? 0)));
  }

  copy(): Selection {
    return new Selection(this.#plans, this.#goal, this.chosen);
  }

  #price(candidates: readonly number[]): number {
    return sum(candidates.map((each) => this.#goal.prices[each] ?? 0));
  }

  #writeCost(candidates: readonly number[]): number {
    const { tables, writeCost } = this.#goal;
    const byTable = new Map<string, number[]>();
    for (const each of candidates) {
      const table = tables[each] ?? '';
      byTable.set(table, [...(byTable.get(table) ?? []), each]);
    }
    return sum([...byTable.values()].map(writeCost));
  }
}

function queriesOf(plans: KnownPlans): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>();
  for (let query = 0; query < plans.queries; query++) {
    for (const candidate of new Set(plans.optionsOf(query).flatMap(({ used }) => used))) {
      const queries = found.get(candidate);
      if (queries === undefined) found.set(candidate, [query]);
      else queries.push(query);
    }
  }
  return found;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, each) => total + each, 0);
}
