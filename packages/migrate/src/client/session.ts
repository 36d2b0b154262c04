export type Row = Readonly<Record<string, unknown>>;

/** What a statement is given: it is sent as text, and the statement says what it is, as in `$1::text::bigint`. */
export type Value = string | number | bigint | boolean | null;

/**
 * One session of a database: what is set in it stays, and its transactions are its own.
 *
 * An app may have told its driver to make anything of the values and the column names that come back. Only text in
 * columns named in `snake_case` comes back the same everywhere, so our own queries select `…::text AS snake_case`.
 */
export interface Session {
  /** Runs SQL without values, also several statements at once; the rows of the last. */
  run(sql: string): Promise<readonly Row[]>;
  /** As `run`, where only the last statement changes rows; how many. */
  change(sql: string): Promise<number>;
  /** Runs one statement with values. */
  query(sql: string, values: readonly Value[]): Promise<readonly Row[]>;
  /** The process that the server named when the session began; null where the driver doesn't tell. A pooler invents it. */
  readonly announcedPid: number | null;
  /** Gives it back to where it came from; one that broke or is still in a transaction is thrown away there. */
  close(): Promise<void>;
}

/** A database that an app is connected to, through whatever client. */
export interface Database {
  open(): Promise<Session>;
  /** Another session beside the first, to look at what that one waits for; null where there is none to be had now. */
  openSecond(): Promise<Session | null>;
}
