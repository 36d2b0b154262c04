export interface PgQuery {
  readonly text: string;
  readonly values?: (string | null)[];
  readonly query_timeout: number;
}

/** A client of `pg`: a `Client`, or a `PoolClient` that the app has taken out of its pool. */
export interface PgClient {
  connect(): Promise<unknown>;
  query(query: PgQuery): Promise<unknown>;
  end(): Promise<void>;
  escapeIdentifier(name: string): string;
  on(event: 'error', listener: (error: Error) => void): unknown;
  removeListener(event: 'error', listener: (error: Error) => void): unknown;
}

export interface PgPoolClient extends PgClient {
  release(destroy?: boolean): void;
}

/** A `Pool` of `pg`, or of a driver with its interface. */
export interface PgPool {
  connect(): Promise<PgPoolClient>;
  readonly totalCount: number;
}

/** A `PGlite` of `@electric-sql/pglite`. */
export interface PgliteClient {
  readonly waitReady: Promise<unknown>;
  exec(sql: string): Promise<readonly { readonly rows: readonly unknown[] }[]>;
  query(
    sql: string,
    values?: unknown[],
    options?: { serializers?: Record<number, (value: unknown) => string> },
  ): Promise<{ readonly rows: readonly unknown[] }>;
}

interface PostgresJsQuery extends PromiseLike<unknown> {
  simple(): PromiseLike<unknown>;
}

/** A value with its type, as `sql.typed()` gives it. */
export type PostgresJsParameter = { readonly type: number; readonly value: string | null };

/** A connection that `sql.reserve()` of `postgres` gave. */
export interface PostgresJsReserved {
  unsafe(sql: string, values?: (PostgresJsParameter | null)[]): PostgresJsQuery;
  typed(value: string, type: number): PostgresJsParameter;
  release(): void;
}

export interface PostgresJsOptions {
  readonly max: number;
  debug?: unknown;
  onclose?: unknown;
}

/** The `sql` of `postgres` (postgres.js). */
export interface PostgresJsClient {
  reserve(): Promise<PostgresJsReserved>;
  readonly options: PostgresJsOptions;
}

/** As Kysely compiles a raw query. */
export interface KyselyQuery {
  readonly query: {
    readonly kind: 'RawNode';
    readonly sqlFragments: readonly string[];
    readonly parameters: readonly never[];
  };
  readonly queryId: { readonly queryId: string };
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

export interface KyselyConnection {
  executeQuery(query: KyselyQuery): Promise<{ readonly rows: readonly unknown[] }>;
}

/**
 * A `Kysely` with any dialect of PostgreSQL. On a pool of `pg`, Kysely listens to no error of a connection that it has in
 * use, and Node ends a process where nobody does: an app that wants to outlive a lost connection says
 * `pool.on('connect', (client) => client.on('error', …))`, or passes the pool itself.
 */
export interface KyselyClient {
  withoutPlugins(): {
    connection(): { execute<T>(work: (connection: KyselyConnection) => Promise<T>): Promise<T> };
  };
  readonly isTransaction: boolean;
}

/** A Drizzle database that stands on one of the others. */
export interface DrizzleClient {
  readonly $client: PgPool | PgClient | PgliteClient | PostgresJsClient;
}

/** What an app has to reach its database with. */
export type MigrationClient = PgPool | PgClient | PgliteClient | PostgresJsClient | KyselyClient | DrizzleClient;
