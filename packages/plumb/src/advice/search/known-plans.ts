import type { SeenPlan, WhatIf } from '../what-if.ts';

/** A plan, and among which candidates it was chosen. */
interface KnownPlan extends SeenPlan {
  readonly visible: ReadonlySet<number>;
}

/**
 * What is known of the costs of queries. A plan that uses some of many indexes would be chosen as well if the others
 * were not there, so that one call answers for many sets.
 */
export class KnownPlans {
  /** How many plans the server made. */
  calls = 0;
  readonly #whatIf: WhatIf;
  readonly #relevant: readonly ReadonlySet<number>[];
  readonly #plans: KnownPlan[][];
  readonly #options: SeenPlan[][];

  /** `relevant` has the candidates that could serve each query. */
  constructor(whatIf: WhatIf, relevant: readonly ReadonlySet<number>[]) {
    this.#whatIf = whatIf;
    this.#relevant = relevant;
    this.#plans = relevant.map(() => []);
    this.#options = relevant.map(() => []);
  }

  get queries(): number {
    return this.#relevant.length;
  }

  relevantTo(query: number): ReadonlySet<number> {
    return this.#relevant[query] ?? new Set();
  }

  /** Of all ways in which a query is known to be planned those of which none is better with fewer indexes; cheapest first. */
  optionsOf(query: number): readonly SeenPlan[] {
    return this.#options[query] ?? [];
  }

  /** What a query is known to cost at most when a set of indexes is there. */
  costOf(query: number, has: (candidate: number) => boolean): number {
    for (const { used, cost } of this.optionsOf(query)) if (used.every(has)) return cost;
    return Number.POSITIVE_INFINITY;
  }

  /** The plan of a query, if it is known or follows from one that is. */
  known(query: number, visible: ReadonlySet<number>): SeenPlan | null {
    const set = this.#relevantOf(query, visible);
    return this.#follows(query, set);
  }

  /** Plans a query, unless its plan follows from one that is known. */
  async learn(query: number, visible: ReadonlySet<number>): Promise<SeenPlan> {
    const set = this.#relevantOf(query, visible);
    const known = this.#follows(query, set);
    if (known !== null) return known;
    const plan = await this.#whatIf(query, set);
    this.note(query, set, plan);
    return plan;
  }

  /** Keeps a plan that the server made. */
  note(query: number, visible: ReadonlySet<number>, plan: SeenPlan): void {
    this.calls += 1;
    this.#plans[query]?.push({ ...plan, visible });
    this.#addOption(query, plan);
  }

  #relevantOf(query: number, visible: ReadonlySet<number>): ReadonlySet<number> {
    const relevant = this.relevantTo(query);
    return visible === relevant ? relevant : new Set([...visible].filter((each) => relevant.has(each)));
  }

  #follows(query: number, set: ReadonlySet<number>): SeenPlan | null {
    return (
      this.#plans[query]?.find(
        ({ visible, used }) =>
          visible.size >= set.size && used.every((each) => set.has(each)) && isWithin(set, visible),
      ) ?? null
    );
  }

  #addOption(query: number, plan: SeenPlan): void {
    const options = this.#options[query] ?? [];
    if (options.some((other) => other.cost <= plan.cost && other.used.every((each) => plan.used.includes(each))))
      return;
    const rest = options.filter(
      (other) => !(plan.cost <= other.cost && plan.used.every((each) => other.used.includes(each))),
    );
    this.#options[query] = [...rest, plan].sort((one, other) => one.cost - other.cost);
  }
}

function isWithin(part: ReadonlySet<number>, whole: ReadonlySet<number>): boolean {
  for (const each of part) if (!whole.has(each)) return false;
  return true;
}
