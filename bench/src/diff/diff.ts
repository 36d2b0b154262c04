import type { Benchmark } from '../benchmark.ts';
import { contenderNames } from './contender-names.ts';
import { phases } from './phases.ts';
import { report } from './report.ts';
import { runDiff } from './run-diff.ts';

/** From two schemas to a proven migration, beside others who plan migrations. */
export const diff: Benchmark = {
  name: 'diff',
  phases: phases.map(({ id }) => id),
  quickPhases: ['10-tables', '100-tables'],
  rivals: Object.keys(contenderNames).slice(1),
  packages: ['pgplumb', '@supabase/pg-delta', 'drizzle-kit', 'pg'],
  run: runDiff,
  report,
};
