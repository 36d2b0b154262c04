import type { WriteCost } from '../write-cost.ts';

/** What is to become cheap, and what it may take. */
export interface Goal {
  /** How much each query counts. */
  readonly weights: readonly number[];
  /** Of each candidate. */
  readonly bytes: readonly number[];
  /** The names of the candidates' tables. */
  readonly tables: readonly string[];
  readonly writeCost: WriteCost;
  /** Tables to which nothing is written cost nothing there. */
  readonly isWritten: (table: string) => boolean;
  /** For each query the candidates that it asked for; others may serve it too. */
  readonly own: readonly (readonly number[])[];
  /** Of each candidate whether it is a short one. */
  readonly isPlain: readonly boolean[];
  /** Of each candidate, what it has to save at least. */
  readonly prices: readonly number[];
  readonly budget: number;
  readonly maxIndexes: number;
}

/**
 * By how much of the cost of those queries that use it an index has to lower it to be worth having. It doesn't ask how
 * much of the whole workload that is: on a wide workload no index makes a difference there.
 */
export const worthwhile = 0.005;
