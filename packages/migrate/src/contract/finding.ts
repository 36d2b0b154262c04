/** What the journal of a database and the folder of migrations don't agree on, or what is left half done. */
export interface MigrationFinding {
  readonly id: MigrationFindingId;
  readonly version: string;
  /** What is so. */
  readonly message: string;
  /** Why it matters. */
  readonly why: string;
  /** What to do. */
  readonly todo: string;
}

export type MigrationFindingId =
  /** An applied migration's file isn't what was applied. */
  | 'migration-changed'
  /** An applied migration has no file. */
  | 'migration-missing'
  /** A pending migration is older than one that is applied. */
  | 'migration-out-of-order'
  /** A migration was applied or rolled back in part. */
  | 'migration-unfinished'
  /** Another tool applied migrations that this journal knows nothing of. */
  | 'migration-applied-elsewhere';
