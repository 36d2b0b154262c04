import { type BaselineResult, baseline } from '@pgplumb/migrate';
import { orProblem } from '../../sql/problem-of.ts';
import { type MigrationsRequest, openMigrationTarget, readProjectMigrations } from './migration-target.ts';

export interface BaselineRequest extends MigrationsRequest {
  /** The last one that the database has already. */
  readonly to?: string | undefined;
}

export interface BaselinedMigrations extends BaselineResult {
  readonly database: string;
}

/** Notes migrations as applied without running them. */
export async function baselineMigrations(request: BaselineRequest): Promise<BaselinedMigrations> {
  const project = await readProjectMigrations(request);
  await using target = await openMigrationTarget(project, 'baseline', request);
  const { to } = request;
  const done = await orProblem(baseline({ ...target.options, ...(to === undefined ? {} : { to }) }));
  return { database: project.database, ...done };
}
