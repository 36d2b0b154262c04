import type { Backfill, Hazard } from '../catalog/statement.ts';

/** One statement of a migration. Plain data: sending the steps one by one, in order, is the whole migration. */
export interface Step {
  /** One statement, without a semicolon. */
  readonly sql: string;
  /** Steps with the same number belong in one transaction; null can't run in any. */
  readonly transaction: number | null;
  /** Milliseconds to wait for a lock before trying again, so that nothing queues behind; null waits as long as it takes. */
  readonly lockTimeout: number | null;
  readonly hazards: readonly Hazard[];
  /** An UPDATE that is better run in batches. */
  readonly backfill: Backfill | null;
  /** What a reader should know, said above it. */
  readonly comment: string | null;
  /** In a draft: what to run where the server refuses the step in every order. */
  readonly instead?: readonly Step[];
}

/** A migration and its way back. */
export interface Plan {
  readonly up: readonly Step[];
  readonly down: readonly Step[];
}
