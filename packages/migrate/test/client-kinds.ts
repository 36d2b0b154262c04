import type { PGlite } from '@electric-sql/pglite';
import { drizzle as drizzlePg } from 'drizzle-orm/node-postgres';
import { drizzle as drizzlePglite } from 'drizzle-orm/pglite';
import { drizzle as drizzlePostgresJs } from 'drizzle-orm/postgres-js';
import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import postgres from 'postgres';
import type { MigrationClient } from '../src/client/migration-client.ts';

/** A client as an app has it. */
export interface AppClient {
  readonly client: MigrationClient;
  /** What the app itself asks with it, outside of our sessions. */
  ask(sql: string): Promise<unknown>;
  end(): Promise<unknown>;
}

/** A kind of client, and how an app opens one. */
export interface ClientKind {
  readonly name: string;
  readonly open: (url: string, pglite: PGlite) => AppClient | Promise<AppClient>;
  readonly sessions: 'one' | 'several';
  readonly embedded?: true;
}

function ofPool(pool: pg.Pool, client: MigrationClient): AppClient {
  // Kysely listens to no connection that it has taken out of the pool.
  if (client !== pool) pool.on('connect', (connection) => connection.on('error', () => {}));
  pool.on('error', () => {});
  return { client, ask: (sql) => pool.query(sql), end: () => pool.end() };
}

/** Without a time-out, its end waits for ever for the answer of a connection that broke. */
function ofPostgresJs(sql: postgres.Sql, client: MigrationClient): AppClient {
  return { client, ask: (text) => sql.unsafe(text), end: () => sql.end({ timeout: 1 }) };
}

/** postgres.js takes no folder of sockets out of a URL. */
export function postgresJs(url: string, options: postgres.Options<Record<string, never>> = {}): postgres.Sql {
  const { host, port, database, user, password } = new pg.Client(url);
  const path = host.startsWith('/') ? { path: `${host}/.s.PGSQL.${port}` } : { host, port };
  const named = { database: database ?? '', user: user ?? '', password: password ?? '' };
  return postgres({ ...path, ...named, onnotice: () => {}, ...options });
}

function ofPglite(pglite: PGlite, client: MigrationClient): AppClient {
  return { client, ask: (sql) => pglite.query(sql), end: async () => {} };
}

export const clientKinds: readonly ClientKind[] = [
  {
    name: 'a pool of pg',
    sessions: 'several',
    open: (url) => {
      const pool = new pg.Pool({ connectionString: url, query_timeout: 60_000 });
      return ofPool(pool, pool);
    },
  },
  {
    name: 'a pool of pg with parsers of its own',
    sessions: 'several',
    open: (url) => {
      const parsed = (text: string): unknown => ({ parsed: text });
      const types = { getTypeParser: (type: number) => (type === pg.types.builtins.TEXT ? String : parsed) };
      const pool = new pg.Pool({ connectionString: url, types });
      return ofPool(pool, pool);
    },
  },
  {
    name: 'a client of pg that is not connected',
    sessions: 'one',
    open: (url) => {
      const client = new pg.Client(url);
      const asking = new pg.Pool({ connectionString: url });
      return { client, ask: (sql) => asking.query(sql), end: () => asking.end() };
    },
  },
  {
    name: 'a connected client of pg',
    sessions: 'one',
    open: async (url) => {
      const client = new pg.Client(url);
      await client.connect();
      return { client, ask: (sql) => client.query(sql), end: () => client.end() };
    },
  },
  {
    name: 'a client that was taken out of a pool of pg',
    sessions: 'one',
    open: async (url) => {
      const pool = new pg.Pool({ connectionString: url });
      const client = await pool.connect();
      const end = async (): Promise<void> => {
        client.release(true);
        await pool.end();
      };
      return { client, ask: (sql) => client.query(sql), end };
    },
  },
  {
    name: 'postgres.js',
    sessions: 'several',
    open: (url) => {
      const sql = postgresJs(url, { transform: postgres.camel });
      return ofPostgresJs(sql, sql);
    },
  },
  {
    name: 'PGlite',
    sessions: 'one',
    embedded: true,
    open: (_, pglite) => ofPglite(pglite, pglite),
  },
  {
    name: 'Drizzle on a pool of pg',
    sessions: 'several',
    open: (url) => {
      const pool = new pg.Pool({ connectionString: url });
      return ofPool(pool, drizzlePg(pool));
    },
  },
  {
    name: 'Drizzle on postgres.js',
    sessions: 'several',
    open: (url) => {
      const sql = postgresJs(url);
      return ofPostgresJs(sql, drizzlePostgresJs(sql));
    },
  },
  {
    name: 'Drizzle on PGlite',
    sessions: 'one',
    embedded: true,
    open: (_, pglite) => ofPglite(pglite, drizzlePglite(pglite)),
  },
  {
    name: 'Kysely on a pool of pg',
    sessions: 'several',
    open: (url) => {
      const pool = new pg.Pool({ connectionString: url });
      const db = new Kysely({ dialect: new PostgresDialect({ pool }), plugins: [new CamelCasePlugin()] });
      return ofPool(pool, db);
    },
  },
];
