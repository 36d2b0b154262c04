import type { SqlSource } from './sql-source.ts';

export type Direction = 'up' | 'down';

/** A part of a migration that is run in one way. */
export interface Section {
  readonly direction: Direction;
  /**
   * `transaction`: all of it in one transaction. `no-transaction`: statement by statement, each in a transaction of its own
   * where it can be in one. `backfill`: one statement, run in batches.
   */
  readonly mode: 'transaction' | 'no-transaction' | 'backfill';
  readonly source: SqlSource;
  /** Offsets of its SQL in the source's text. */
  readonly start: number;
  readonly end: number;
  /** Only of backfills. */
  readonly backfill: BackfillOptions | null;
}

export interface BackfillOptions {
  /** As it is written, perhaps with its schema. */
  readonly table: string;
  /** Rows in a batch at most. */
  readonly batch: number;
  /** Columns whose values lead through the table; null takes the primary key. */
  readonly key: readonly string[] | null;
}

/** One migration of a folder. */
export interface Migration {
  /** What the journal knows it by: the file's name without `.sql`, which two files of a folder can't share. */
  readonly version: string;
  /** What it is about, for people. */
  readonly name: string;
  readonly up: readonly Section[];
  readonly down: readonly Section[];
  /** Whether there is a way back; it may be empty where nothing has to be undone. */
  readonly reversible: boolean;
  /** Of the text of its files, whatever the ends of their lines. */
  readonly checksum: string;
  /** Applied again when its text changes, after all others: Flyway's `R__`. */
  readonly repeatable?: boolean;
}
