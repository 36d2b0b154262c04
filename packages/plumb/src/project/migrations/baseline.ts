import { baseline } from '@pgplumb/migrate';
import { orProblem } from '../../sql/problem-of.ts';
import { type MigrationsRequest, openMigrationTarget, readProjectMigrations } from './migration-target.ts';

export interface BaselineRequest extends MigrationsRequest {
  /** The last one that the database has already. */
  readonly to?: string | undefined;
}

export interface BaselinedMigrations {
  readonly database: string;
  /** Those that count as applied now, and did not before. */
  readonly versions: readonly string[];
}

/** Notes migrations as applied without running them. */
export async function baselineMigrations(request: BaselineRequest): Promise<BaselinedMigrations> {
  const project = await readProjectMigrations(request);
  await using target = await openMigrationTarget(project, 'baseline', request);
  const { to } = request;
  const { versions } = await orProblem(baseline({ ...target.options, ...(to === undefined ? {} : { to }) }));
  return { database: project.database, versions };
}
