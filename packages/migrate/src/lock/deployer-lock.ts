/** Held by the one who migrates a database. */
export interface DeployerLock {
  /**
   * SQL at the beginning of each transaction that proves that the lock is still ours: it gives a row, or another has taken
   * over. Null where the session itself holds the lock, and loses it only with its life.
   */
  readonly fence: string | null;
  /** SQL at the end of each transaction. */
  readonly renewal: string;
  /** Keeps it while something runs outside of a transaction. */
  during<T>(work: () => Promise<T>): Promise<T>;
  /** Takes it again where SQL of the user's let go of it; false where another has it by now. */
  holdAgain(): Promise<boolean>;
  /** Also waits until all that was committed is on the disk. */
  release(): Promise<void>;
}
