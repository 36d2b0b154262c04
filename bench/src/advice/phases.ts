import { crud } from './workloads/crud.ts';
import { joins } from './workloads/joins.ts';
import { small } from './workloads/small.ts';
import { trade } from './workloads/trade.ts';
import { wide } from './workloads/wide.ts';
import type { BenchWorkload } from './workloads/workload.ts';

export const workloads: readonly BenchWorkload[] = [small, trade, crud, wide, joins];

/** The room for indexes, as a share of the database. */
export const budgets = [0.05, 0.1, 0.5] as const;

export const contenderNames: Readonly<Record<string, string>> = {
  plumb: 'pgplumb',
  single: 'greedy, one column',
  extend: 'Extend, up to three columns',
  pairs: 'greedy, one or two columns',
  optimum: 'all sets of what these chose',
};
