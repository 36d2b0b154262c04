import type { Benchmark } from '../benchmark.ts';
import { contenderReport } from '../contender-report.ts';
import { aims } from './aims.ts';
import { contenderNames } from './contender-names.ts';
import { phases } from './phases.ts';
import { runApply } from './run-apply.ts';

/** Many small migrations, beside others who apply migrations. */
export const apply: Benchmark = {
  name: 'apply',
  phases: phases.map(({ id }) => id),
  quickPhases: phases.map(({ id }) => id),
  rivals: Object.keys(contenderNames).slice(1),
  packages: ['@pgplumb/migrate', 'pgplumb', '@dbmate/linux-x64', 'node-pg-migrate', 'drizzle-orm', 'pg'],
  run: runApply,
  report: (measured) => contenderReport(phases, contenderNames, measured, aims(measured)),
};
