import type { BackfillProgress } from '../contract/events.ts';
import type { BackfillOptions } from '../contract/migration.ts';
import type { PlacedStatement } from '../sql/statements.ts';

/** One statement that is run in batches. */
export interface Backfill {
  readonly statement: PlacedStatement;
  readonly options: BackfillOptions;
}

/** How far a backfill came; what a later run goes on from. */
export interface BackfillState {
  /** The columns that it goes along, which stay the same to its end. */
  readonly columns: readonly string[];
  /** Their values in the last row that is done, as text; null before the first. */
  readonly key: readonly string[] | null;
  /** Rows that the statement changed. */
  readonly rows: number;
  /** Rows of the table that it went over. */
  readonly walked: number;
  /** Rows that the table had at the start, as far as the server knew. */
  readonly total: number;
  readonly done: boolean;
}

/** How much it leaves to others. */
export interface Pace {
  /** Milliseconds that a replica may lie behind before it waits; null: whatever. */
  readonly maxLag: number | null;
  /** Of its time, how much it works; 0.5 pauses after a batch for as long as that took. */
  readonly pace: number;
}

/** What the one who runs a backfill has to give. */
export interface BackfillMeans {
  /** SQL that opens a transaction with its settings; empty where it is open already. */
  begin(): Promise<string>;
  /** SQL that writes down how far it came, with a semicolon behind it; it commits with the batch. */
  save(state: BackfillState): string;
  /** Does a batch again when it had to give way to others. */
  retry<T>(work: () => Promise<T>): Promise<T>;
  onProgress(progress: BackfillProgress): void;
  readonly signal: AbortSignal | null;
  readonly pace: Pace;
}
