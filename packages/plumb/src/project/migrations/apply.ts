import { migrate, type PlannedMigration, plannedMigrations } from '@pgplumb/migrate';
import type { Finding } from '../../contract/finding.ts';
import { Problem } from '../../contract/problem.ts';
import { findingsOf, folderFindings } from './findings-of.ts';
import { type MigrationsRequest, openMigrationTarget, readProjectMigrations } from './migration-target.ts';
import { type DoneMigration, type Ending, rememberingDone, untilProblem } from './until-problem.ts';

export interface ApplyRequest extends MigrationsRequest {
  /** The last version to apply. */
  readonly to?: string | undefined;
  /** `changed` and `missing`: go on although applied migrations were changed, or have no file. */
  readonly allow: readonly string[];
}

export interface AppliedMigrations extends Ending {
  readonly database: string;
  readonly applied: readonly DoneMigration[];
  /** How many migrations there are in the folder. */
  readonly files: number;
}

/** Applies the migrations that the project's database lacks. */
export async function applyMigrations(asked: ApplyRequest): Promise<AppliedMigrations> {
  const { request, done } = rememberingDone(asked);
  const choice = choiceOf(request);
  const project = await readProjectMigrations(request);
  const { migrations, findings: odd } = project.folder;
  await using target = await openMigrationTarget(project, 'up', request);
  const ending = await untilProblem(migrations, async () => {
    const { findings } = await migrate({ ...target.options, ...choice });
    return [...findingsOf(findings, migrations), ...folderFindings(odd)];
  });
  return { database: project.database, applied: done('up'), files: migrations.length, ...ending };
}

export interface PlannedApplication extends Ending {
  readonly database: string;
  readonly planned: readonly PlannedMigration[];
}

/** What applying would run. Changes nothing. */
export async function planApplication(request: ApplyRequest): Promise<PlannedApplication> {
  const choice = choiceOf(request);
  const project = await readProjectMigrations(request);
  const { migrations, findings: odd } = project.folder;
  await using target = await openMigrationTarget(project, 'up', request);
  let planned: readonly PlannedMigration[] = [];
  const ending = await untilProblem(migrations, async (): Promise<readonly Finding[]> => {
    const found = await plannedMigrations({ ...target.options, ...choice });
    planned = found.planned;
    return [...findingsOf(found.findings, migrations), ...folderFindings(odd)];
  });
  return { database: project.database, planned, ...ending };
}

function choiceOf({ to, allow }: ApplyRequest): {
  readonly to?: string;
  readonly allow: readonly ('changed' | 'missing')[];
} {
  return { ...(to === undefined ? {} : { to }), allow: allow.map(allowed) };
}

function allowed(what: string): 'changed' | 'missing' {
  if (what === 'changed' || what === 'missing') return what;
  throw new Problem('USAGE', `--allow ${what} allows nothing.`, { hint: 'It takes changed or missing.' });
}
