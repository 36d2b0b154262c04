import { MigrationProblem } from '../problem.ts';
import type { Deployment } from './deployment.ts';
import type { UnitAtWork } from './run-unit.ts';
import type { Unit } from './unit.ts';

export async function runBackfillUnit(
  _deployment: Deployment,
  _work: UnitAtWork & { readonly unit: Unit & { readonly mode: 'backfill' } },
): Promise<void> {
  throw new MigrationProblem('USAGE', 'No backfills yet.');
}
