import type { Direction } from './migration.ts';

/** Another session of the database, as `pg_stat_activity` shows it to this role. */
export interface OtherSession {
  readonly pid: number;
  readonly user: string | null;
  readonly application: string | null;
  readonly state: string | null;
  /** Seconds since its transaction began; null where it is in none or may not be seen. */
  readonly transactionSeconds: number | null;
  readonly query: string | null;
}

/** What happens while migrations are applied or rolled back. */
export type MigrationEvent =
  /** Another deployer is at work; this one asks again until that one is done. */
  | { readonly type: 'waiting'; readonly deployer: OtherSession | null }
  | { readonly type: 'started'; readonly version: string; readonly direction: Direction }
  | { readonly type: 'statement'; readonly version: string; readonly sql: string }
  /** The statement at work waits for locks that these hold. */
  | { readonly type: 'blocked'; readonly version: string; readonly sql: string; readonly by: readonly OtherSession[] }
  /** It gave way, and tries again. */
  | { readonly type: 'retry'; readonly version: string; readonly reason: string; readonly milliseconds: number }
  | { readonly type: 'backfill'; readonly version: string; readonly progress: BackfillProgress }
  | {
      readonly type: 'finished';
      readonly version: string;
      readonly direction: Direction;
      readonly milliseconds: number;
    };

export interface BackfillProgress {
  readonly table: string;
  /** Rows that the statement changed, also before it was interrupted. */
  readonly rows: number;
  /** How much of the table is done, between 0 and 1; null where it can't be told. */
  readonly share: number | null;
  readonly rowsPerSecond: number;
  readonly secondsLeft: number | null;
}
