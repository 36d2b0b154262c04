import { repairJournal } from '@pgplumb/migrate';
import { Problem } from '../../contract/problem.ts';
import { orProblem } from '../../sql/problem-of.ts';
import { type MigrationsRequest, openMigrationTarget, readProjectMigrations } from './migration-target.ts';
import { requireDatabase } from './require-database.ts';

export interface RepairRequest extends MigrationsRequest {
  readonly forget?: string | undefined;
  readonly done?: string | undefined;
  readonly again?: string | undefined;
}

export interface RepairedMigrations {
  readonly database: string;
  /** What counts now, one sentence each. */
  readonly repaired: readonly string[];
}

/** Puts right what a database remembers of its migrations, after a person looked at it. */
export async function repairMigrations(request: RepairRequest): Promise<RepairedMigrations> {
  const { forget, done, again } = request;
  const choices = Object.entries({ forget, done, again }).flatMap(([name, version]) =>
    version === undefined ? [] : [{ [name]: version }],
  );
  if (choices.length > 1) {
    throw new Problem('USAGE', '--forget, --done and --again are different repairs.', { hint: 'Give one of them.' });
  }
  const project = await readProjectMigrations(request);
  requireDatabase(project.settings, 'there is nothing to repair');
  await using target = await openMigrationTarget(project, 'repair', request);
  const { repaired } = await orProblem(repairJournal({ ...target.options, ...choices[0] }));
  return { database: project.database, repaired };
}
