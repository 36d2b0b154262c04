import type { Client } from 'pg';
import type { Finding } from '../contract/finding.ts';
import type { ServerVersion } from '../postgres/server.ts';
import type { ShadowDatabase } from '../postgres/shadow/shadow.ts';
import type { SqlSource } from '../sql/source.ts';

/** A schema that can be looked at: in a shadow of ours, or where it lives. */
export interface OpenedSource extends AsyncDisposable {
  /** For people: `db/schema`, `postgres://app@db.example.com/app`. */
  readonly label: string;
  readonly origin: 'shadow' | 'url';
  readonly version: ServerVersion;
  /** The SQL that it was made from; none for a database by URL and an empty one. */
  readonly files: readonly SqlSource[];
  /** What was stood in for or left out. */
  readonly notes: readonly Finding[];
  /** A session on the database that holds the schema; the caller ends it. */
  connect(): Promise<Client>;
  /** Another database in the same state, cloned from its template. Throws where the source is a URL. */
  clone(): Promise<ShadowDatabase>;
  close(): Promise<void>;
}
