/** How long to wait, in milliseconds. */
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
}

export const defaultSettings: ApplySettings = {
  lockTimeout: 3_000,
  lockBudget: 600_000,
  concurrentlyTimeout: 3_600_000,
  statementTimeout: null,
};
