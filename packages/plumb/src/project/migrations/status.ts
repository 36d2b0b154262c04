import { type JournalRecord, type Migration, migrationStatus } from '@pgplumb/migrate';
import type { Finding } from '../../contract/finding.ts';
import { orProblem } from '../../sql/problem-of.ts';
import { findingsOf, folderFindings } from './findings-of.ts';
import { type MigrationsRequest, openMigrationTarget, readProjectMigrations } from './migration-target.ts';
import { hasNoDatabase } from './require-database.ts';

export interface ProjectMigrationStatus {
  readonly database: string;
  /** The folder of the migrations. */
  readonly folder: string;
  /** In the order in which they were applied, also those that are half done. */
  readonly applied: readonly JournalRecord[];
  /** In the order in which they will be applied. */
  readonly pending: readonly PendingMigration[];
  readonly findings: readonly Finding[];
}

export interface PendingMigration {
  readonly version: string;
  readonly name: string;
  /** Whether it can be taken back. */
  readonly down: boolean;
}

/** What the project's database has of its migrations. */
export async function readMigrationStatus(request: MigrationsRequest): Promise<ProjectMigrationStatus> {
  const project = await readProjectMigrations(request);
  const { migrations, findings: odd } = project.folder;
  const about = { database: project.database, folder: project.shown };
  // One that was never made has nothing, and needn't be made to see that.
  if (hasNoDatabase(project.settings)) {
    return { ...about, applied: [], pending: migrations.map(pendingOf), findings: folderFindings(odd) };
  }
  await using target = await openMigrationTarget(project, 'status', request);
  const { applied, pending, findings } = await orProblem(migrationStatus(target.options));
  return {
    ...about,
    applied,
    pending: pending.map(pendingOf),
    findings: [...findingsOf(findings, migrations), ...folderFindings(odd)],
  };
}

function pendingOf({ version, name, down }: Migration): PendingMigration {
  return { version, name, down: down.length > 0 };
}
