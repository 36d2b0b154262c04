export type Row = Readonly<Record<string, unknown>>;

/** One session of a database: what is set in it stays, and its transactions are its own. */
export interface Session {
  /** Runs SQL without values, also several statements at once, by the simple protocol; the rows of the last. */
  run(sql: string): Promise<readonly Row[]>;
  /** Runs one statement with values. */
  query(sql: string, values: readonly unknown[]): Promise<readonly Row[]>;
  /** The process that the server named when the session began; null where the driver doesn't tell. A pooler invents it. */
  readonly announcedPid: number | null;
  /** Gives it back to where it came from; one that broke is thrown away there. */
  close(): Promise<void>;
}

/** A database that an app is connected to, through whatever client. */
export interface Database {
  open(): Promise<Session>;
  /** Another session beside the first, to look at what that one waits for; null where the client has only one. */
  openSecond(): Promise<Session | null>;
}
