import type { Client } from 'pg';
import type { Finding } from '../contract/finding.ts';
import type { ShadowDatabase, ShadowOptions } from './shadow/shadow.ts';

export interface ServerVersion {
  readonly major: number;
  /** As the server says it: `18.4`. */
  readonly text: string;
}

/** A running PostgreSQL, embedded or by URL: both do the same things. */
export interface PostgresServer extends AsyncDisposable {
  readonly origin: 'embedded' | 'url';
  readonly version: ServerVersion;
  /** What of its shadows isn't as it would be elsewhere. */
  readonly notes: readonly Finding[];
  /** Opens a connection; the caller ends it. Without a name, to the server's maintenance database. */
  connect(database?: string): Promise<Client>;
  /** A connection URL for another client; holds a password. */
  url(database?: string): string;
  /** Makes an isolated database: empty, or cloned from a template that `build` fills once for each `key`. */
  createShadow(options?: ShadowOptions): Promise<ShadowDatabase>;
  /** Drops the databases that were made through this object, and lets go of the server. */
  close(): Promise<void>;
}
