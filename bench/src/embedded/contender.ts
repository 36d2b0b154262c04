import type { Release } from '../carry-out.ts';

/** What a database is to hold: nothing, or an application's schema of 200 tables and 600 indexes. */
export type Content = 'empty' | 'schema';

/** Where a contender works, and on what. */
export interface Setting {
  /** The folder of the whole run. */
  readonly root: string;
  /** The contender's own folder. What `prepare` left for warm starts lies in it; before a cold start it is empty. */
  readonly folder: string;
  readonly warm: boolean;
  readonly content: Content;
}

/** An isolated database that has answered its first query, with the connection open. */
export interface Database {
  /** Closes the connection and gives the database up. */
  drop(): Promise<void>;
}

/** All that a process opens once, before the first of its databases. */
export interface Source {
  /** Makes a database, connects to it and asks it the first query. */
  create(): Promise<Database>;
  /** Closes what was opened; after a cold start also stops and removes what was made. */
  close(): Promise<void>;
}

export type Open = (setting: Setting) => Promise<Source>;

/** One way to come by isolated databases. Its module must import no library but in `load`, which is measured. */
export interface Contender {
  /** Makes what a warm start finds: a running server, templates, dumps. It lasts until `release`. */
  prepare(setting: Setting): Promise<Release>;
  /** What has to be there before a cold start and is not part of it. */
  beforeColdStart?(setting: Setting): void;
  /** Imports the library. */
  load(setting: Setting): Promise<Open>;
}
