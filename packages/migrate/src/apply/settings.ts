/** How long to wait, in milliseconds, and what to leave to others. */
export interface ApplySettings {
  /**
   * How long a statement waits for a lock before it gives way to those who queue behind it. Default 3 s.
   */
  readonly lockTimeout: number;
  /** How long it is tried again. Default 10 min. */
  readonly lockBudget: number;
  /**
   * How long a statement that can't be in a transaction waits for a lock (CREATE INDEX CONCURRENTLY waits for old
   * transactions, and nobody queues behind it). Default 1 h.
   */
  readonly concurrentlyTimeout: number;
  /** How long a statement may run; null: as long as it takes. */
  readonly statementTimeout: number | null;
  /**
   * Of its time, how much a backfill works: 0.5 pauses after each batch for as long as that took. Default 1.
   */
  readonly pace: number;
  /** How far replicas may lag behind before a backfill waits for them; null: however far. Default 10 s. */
  readonly maxLag: number | null;
}

export const defaultSettings: ApplySettings = {
  lockTimeout: 3_000,
  lockBudget: 600_000,
  concurrentlyTimeout: 3_600_000,
  statementTimeout: null,
  pace: 1,
  maxLag: 10_000,
};
