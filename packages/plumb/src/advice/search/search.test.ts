import { expect, test } from 'vitest';
import type { WhatIf } from '../what-if.ts';
import type { Goal } from './goal.ts';
import { KnownPlans } from './known-plans.ts';
import { type Choice, search } from './search.ts';

/** Ways to run a query: which indexes each takes, and what it costs then. */
type Ways = readonly (readonly [used: readonly number[], cost: number])[];

function instance(
  queries: readonly Ways[],
  bytes: readonly number[],
  limits: Partial<Pick<Goal, 'budget' | 'maxIndexes' | 'writeCost' | 'prices'>> = {},
) {
  const whatIf: WhatIf = async (query, visible) => {
    const possible = (queries[query] ?? []).filter(([used]) => used.every((each) => visible.has(each)));
    const [used, cost] = possible.reduce((best, each) => (each[1] < best[1] ? each : best));
    return { used, cost };
  };
  const relevant = queries.map((ways) => new Set(ways.flatMap(([used]) => used)));
  const goal: Goal = {
    weights: queries.map(() => 1),
    bytes,
    tables: bytes.map(() => 't'),
    own: relevant.map((each) => [...each]),
    isPlain: bytes.map((_, at) => at % 2 === 0),
    prices: bytes.map(() => 0),
    writeCost: () => 0,
    isWritten: () => limits.writeCost !== undefined,
    budget: Number.POSITIVE_INFINITY,
    maxIndexes: Number.POSITIVE_INFINITY,
    ...limits,
  };
  const plans = new KnownPlans(whatIf, relevant);
  return { plans, goal };
}

async function found({ plans, goal }: ReturnType<typeof instance>, calls = 10_000): Promise<Choice> {
  let last: Choice | null = null;
  for await (const choice of search(plans, goal, { calls, left: () => Number.POSITIVE_INFINITY, lanes: 2 })) {
    if (last !== null) expect(choice.cost).toBeLessThan(last.cost * 1.005);
    last = choice;
  }
  return last ?? { chosen: new Set(), cost: Number.NaN };
}

test('a large index that saves most is taken although small ones save more by the byte', async () => {
  const queries: readonly Ways[] = [
    [
      [[], 1000],
      [[0], 900],
      [[1], 10],
    ],
    [
      [[], 1000],
      [[0], 900],
      [[1], 10],
    ],
  ];
  const { chosen, cost } = await found(instance(queries, [1, 100], { budget: 100 }));
  expect({ chosen: [...chosen], cost }).toEqual({ chosen: [1], cost: 20 });
});

test('indexes that help only together are found together', async () => {
  const queries: readonly Ways[] = [
    [
      [[], 1000],
      [[0, 1], 10],
    ],
  ];
  expect([...(await found(instance(queries, [1, 1]))).chosen].sort()).toEqual([0, 1]);
});

test('an index that costs more in writing than it saves is left out', async () => {
  const queries: readonly Ways[] = [
    [
      [[], 1000],
      [[0], 100],
      [[1], 200],
    ],
  ];
  const writeCost = (chosen: readonly number[]): number => (chosen.includes(0) ? 850 : chosen.length * 10);
  const { chosen, cost } = await found(instance(queries, [1, 1], { writeCost }));
  expect({ chosen: [...chosen], cost }).toEqual({ chosen: [1], cost: 210 });
});

test('many small savings on a wide workload are all taken, since none is measured by the whole', async () => {
  const queries = Array.from(
    { length: 200 },
    (_, at): Ways => [
      [[], 1000],
      [[at], 100],
    ],
  );
  const { chosen } = await found(
    instance(
      queries,
      queries.map(() => 1),
    ),
  );
  expect(chosen.size).toBe(200);
});

test('an index that is hardly better than another isn’t taken beside it', async () => {
  const queries: readonly Ways[] = [
    [
      [[], 1000],
      [[0], 100],
    ],
    [
      [[], 1000],
      [[0], 100],
      [[1], 99.9],
    ],
  ];
  expect([...(await found(instance(queries, [1, 1]))).chosen]).toEqual([0]);
});

test('of two indexes that save about as much the one of the lower price is taken', async () => {
  const queries: readonly Ways[] = [
    [
      [[], 1000],
      [[0], 100],
      [[1], 110],
    ],
  ];
  const { chosen } = await found(instance(queries, [100, 1], { prices: [20, 1] }));
  expect([...chosen]).toEqual([1]);
});

test('the choice is within a point of the best of all sets, at any budget', async () => {
  const random = numbers(7);
  for (let round = 0; round < 6; round++) {
    const count = 9;
    const bytes = Array.from({ length: count }, () => 1 + Math.floor(random() * 30));
    const queries = Array.from({ length: 14 }, (): Ways => {
      const before = 100 + random() * 1000;
      const ways = Array.from({ length: 5 }, () => {
        const used = Array.from({ length: 1 + Math.floor(random() * 2) }, () => Math.floor(random() * count));
        return [[...new Set(used)], before * random()] as const;
      });
      return [[[], before], ...ways];
    });
    let last = Number.POSITIVE_INFINITY;
    for (const budget of [0, 10, 30, 60]) {
      const tried = instance(queries, bytes, { budget });
      const before = queries.reduce((sum, [first]) => sum + (first?.[1] ?? 0), 0);
      const { chosen, cost } = await found(tried);
      expect([...chosen].reduce((sum, each) => sum + (bytes[each] ?? 0), 0)).toBeLessThanOrEqual(budget);
      expect((cost - bestOfAll(queries, bytes, budget)) / before).toBeLessThan(0.01);
      expect(cost).toBeLessThanOrEqual(last * 1.0001);
      last = cost;
    }
  }
});

test('one more index that is allowed never makes the choice worse', async () => {
  const random = numbers(11);
  const queries = Array.from({ length: 12 }, (): Ways => {
    const ways = Array.from({ length: 4 }, () => [[Math.floor(random() * 8)], 1000 * random()] as const);
    return [[[], 1000], ...ways];
  });
  let last = Number.POSITIVE_INFINITY;
  for (let maxIndexes = 1; maxIndexes <= 8; maxIndexes++) {
    const { chosen, cost } = await found(instance(queries, Array(8).fill(1), { maxIndexes }));
    expect(chosen.size).toBeLessThanOrEqual(maxIndexes);
    expect(cost).toBeLessThanOrEqual(last * 1.0001);
    last = cost;
  }
});

test('it ends when as many plans as allowed were asked for, with what it has', async () => {
  const queries = Array.from(
    { length: 20 },
    (_, at): Ways => [
      [[], 1000],
      [[at], 100],
    ],
  );
  const tried = instance(
    queries,
    queries.map(() => 1),
  );
  await found(tried, 45);
  expect(tried.plans.calls).toBeLessThanOrEqual(47);
});

test('a plan that is known answers for all sets that have what it uses', async () => {
  const { plans } = instance(
    [
      [
        [[], 1000],
        [[0], 100],
        [[1], 500],
        [[2], 700],
      ],
    ],
    [1, 1, 1],
  );
  await plans.learn(0, new Set([0, 1, 2]));
  expect(await plans.learn(0, new Set([0, 2]))).toMatchObject({ cost: 100, used: [0] });
  expect(plans.calls).toBe(1);
  expect(await plans.learn(0, new Set([1, 2]))).toMatchObject({ cost: 500 });
  expect(plans.calls).toBe(2);
});

function bestOfAll(queries: readonly Ways[], bytes: readonly number[], budget: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let set = 0; set < 2 ** bytes.length; set++) {
    const has = (each: number): boolean => ((set >> each) & 1) === 1;
    if (bytes.reduce((sum, size, each) => sum + (has(each) ? size : 0), 0) > budget) continue;
    const cost = queries.reduce(
      (sum, ways) => sum + Math.min(...ways.filter(([used]) => used.every(has)).map(([, each]) => each)),
      0,
    );
    least = Math.min(least, cost);
  }
  return least;
}

function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
