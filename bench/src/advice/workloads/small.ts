import { trade } from './trade.ts';
import type { BenchWorkload } from './workload.ts';

/** So few queries that all sets of indexes can be tried. */
export const small: BenchWorkload = {
  ...trade,
  name: 'small',
  queries: [3, 5, 11, 13, 16].flatMap((at) => trade.queries[at] ?? []),
};
