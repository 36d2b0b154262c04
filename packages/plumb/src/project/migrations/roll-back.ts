import { rollback } from '@pgplumb/migrate';
import { Problem } from '../../contract/problem.ts';
import { findingsOf } from './findings-of.ts';
import { type MigrationsRequest, openMigrationTarget, readProjectMigrations } from './migration-target.ts';
import { requireDatabase } from './require-database.ts';
import { type DoneMigration, type Ending, rememberingDone, untilProblem } from './until-problem.ts';

export interface RollBackRequest extends MigrationsRequest {
  readonly steps?: number | undefined;
  /** The version that stays the last; 0 takes all back. */
  readonly to?: string | undefined;
}

export interface RolledBackMigrations extends Ending {
  readonly database: string;
  readonly rolledBack: readonly DoneMigration[];
}

/** Takes applied migrations back, the last first. */
export async function rollBackMigrations(asked: RollBackRequest): Promise<RolledBackMigrations> {
  const { request, done } = rememberingDone(asked);
  const { steps, to } = request;
  if (steps !== undefined && to !== undefined) {
    throw new Problem('USAGE', '--steps and --to both say how far back to go.', { hint: 'Give one of them.' });
  }
  const project = await readProjectMigrations(request);
  requireDatabase(project.settings, 'there is nothing to take back');
  const { migrations } = project.folder;
  await using target = await openMigrationTarget(project, 'down', request);
  const ending = await untilProblem(migrations, async () => {
    const { findings } = await rollback({
      ...target.options,
      ...(steps === undefined ? {} : { steps }),
      ...(to === undefined ? {} : { to }),
    });
    return findingsOf(findings, migrations);
  });
  return { database: project.database, rolledBack: done('down'), ...ending };
}
