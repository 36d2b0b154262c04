import type { Migration } from '../contract/migration.ts';
import type { MigrationFormat } from './layout.ts';

/** A folder of migrations as it was read. */
export interface MigrationFolder {
  readonly format: MigrationFormat;
  /** In the order in which they are applied. */
  readonly migrations: readonly Migration[];
  readonly findings: readonly FolderFinding[];
}

/** What is odd about a folder, and kept nothing from being read. */
export interface FolderFinding {
  readonly id: 'migration-file-left-out';
  /** As it is shown to people. */
  readonly file: string;
  /** What is so. */
  readonly message: string;
  /** Why it matters. */
  readonly why: string;
  /** What to do. */
  readonly todo: string;
}
