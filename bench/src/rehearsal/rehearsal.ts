import type { Benchmark } from '../benchmark.ts';
import { accuracyPhases, timePhases } from './phases.ts';
import { report } from './report.ts';
import { runRehearsal } from './run-rehearsal.ts';

/** What `plumb check` sees of migrations, beside what PostgreSQL itself shows of them. */
export const rehearsal: Benchmark = {
  name: 'rehearsal',
  phases: [...accuracyPhases, ...timePhases].map(({ id }) => id),
  quickPhases: ['one-on-500'],
  rivals: ['hand'],
  packages: ['pgplumb', '@pgplumb/migrate', 'pg'],
  run: runRehearsal,
  report,
};
