import type { Client } from 'pg';

export interface ShadowOptions {
  /** What the database is made from (all of it that `build` depends on): names the template. */
  readonly key?: string;
  /** Fills the template; runs once for each key, whoever asks first. The client is connected to the new template. */
  readonly build?: (client: Client) => Promise<void>;
}

/** An isolated database that is dropped when it is disposed of, or when the process that made it is gone. */
export interface ShadowDatabase extends AsyncDisposable {
  readonly name: string;
  /** A connection URL, with its password. */
  readonly url: string;
  connect(): Promise<Client>;
  drop(): Promise<void>;
}
