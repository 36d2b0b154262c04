export { type DeployOptions, keepDeployersOut } from './apply/deploy.ts';
export type { ApplySettings } from './apply/settings.ts';
export { type BaselineOptions, type BaselineResult, baseline } from './baseline.ts';
export type { MigrationClient } from './client/migration-client.ts';
export type { BackfillProgress, MigrationEvent, OtherSession } from './contract/events.ts';
export type { MigrationFinding, MigrationFindingId } from './contract/finding.ts';
export type { BackfillOptions, Direction, Migration, Section } from './contract/migration.ts';
export {
  MigrationProblem,
  type MigrationProblemCode,
  type MigrationProblemOptions,
  migrationProblemCodes,
  type SqlFailure,
} from './contract/problem.ts';
export type { SqlSource } from './contract/sql-source.ts';
export type { MigrationFormat } from './files/layout.ts';
export type { FolderFinding, MigrationFolder } from './files/migration-folder.ts';
export { type MigrationText, migrationText, type SectionText } from './files/migration-text.ts';
export { newMigrationName } from './files/new-migration-name.ts';
export { readMigrations } from './files/read-migrations.ts';
export { writeMigration } from './files/write-migration.ts';
export { chooseVersion } from './history/choose.ts';
export type { OtherJournal } from './history/other-journal.ts';
export type { JournalEntry, JournalRecord } from './journal/journal.ts';
export { type MigrateOptions, type MigrateResult, migrate } from './migrate.ts';
export { type PlannedMigration, type PlannedSection, plannedMigrations } from './planned.ts';
export { type RepairOptions, type RepairResult, repairJournal } from './repair.ts';
export { type RollbackOptions, type RollbackResult, rollback } from './rollback.ts';
export { type PlacedStatement, statementsOf } from './sql/statements.ts';
export { type MigrationStatus, migrationStatus, type StatusOptions } from './status.ts';
