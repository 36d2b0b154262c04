import type { Benchmark } from '../benchmark.ts';
import { contenderReport } from '../contender-report.ts';
import { aims } from './aims.ts';
import { contenderNames } from './contender-names.ts';
import { phases } from './phases.ts';
import { runBackfill } from './run-backfill.ts';

/** A value for each row of a large table that is in use. */
export const backfill: Benchmark = {
  name: 'backfill',
  phases: phases.map(({ id }) => id),
  quickPhases: ['100000-rows'],
  rivals: Object.keys(contenderNames).slice(1),
  packages: ['@pgplumb/migrate', 'pg'],
  run: runBackfill,
  report: (measured) => contenderReport(phases, contenderNames, measured, aims(measured)),
};
