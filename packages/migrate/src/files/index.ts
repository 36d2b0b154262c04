export { filesIn } from './folder-files.ts';
export type { FolderFinding, MigrationFolder } from './migration-folder.ts';
export { migrationIn } from './migration-in.ts';
export { readMigrations } from './read-migrations.ts';
export { sectionsOf } from './sections.ts';
export { type Unit, unitsOf } from './unit.ts';
export { byVersion } from './version-order.ts';
