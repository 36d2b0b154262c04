import type { PGlite } from '@electric-sql/pglite';
import type { drizzle as drizzlePg } from 'drizzle-orm/node-postgres';
import type { drizzle as drizzlePglite } from 'drizzle-orm/pglite';
import type { drizzle as drizzlePostgresJs } from 'drizzle-orm/postgres-js';
import type { Generated, Kysely } from 'kysely';
import type pg from 'pg';
import type postgres from 'postgres';
import { expectTypeOf, test } from 'vitest';
import type { MigrationClient } from './migration-client.ts';

interface Tables {
  jobs: { id: Generated<number>; done: boolean };
}

test('every client that is supported fits the type of clients', () => {
  expectTypeOf<pg.Pool>().toExtend<MigrationClient>();
  expectTypeOf<pg.Client>().toExtend<MigrationClient>();
  expectTypeOf<pg.PoolClient>().toExtend<MigrationClient>();
  expectTypeOf<PGlite>().toExtend<MigrationClient>();
  expectTypeOf<postgres.Sql>().toExtend<MigrationClient>();
  expectTypeOf<postgres.Sql<{ point: readonly [number, number] }>>().toExtend<MigrationClient>();
  expectTypeOf<Kysely<Tables>>().toExtend<MigrationClient>();
  expectTypeOf<Kysely<unknown>>().toExtend<MigrationClient>();
  expectTypeOf<ReturnType<typeof drizzlePg>>().toExtend<MigrationClient>();
  expectTypeOf<ReturnType<typeof drizzlePg<Record<string, never>, pg.Client>>>().toExtend<MigrationClient>();
  expectTypeOf<ReturnType<typeof drizzlePg<Record<string, never>, pg.PoolClient>>>().toExtend<MigrationClient>();
  expectTypeOf<ReturnType<typeof drizzlePostgresJs>>().toExtend<MigrationClient>();
  expectTypeOf<ReturnType<typeof drizzlePglite>>().toExtend<MigrationClient>();
});

test('what is no client does not fit the type of clients', () => {
  expectTypeOf<{ query(sql: string): Promise<unknown> }>().not.toExtend<MigrationClient>();
  expectTypeOf<string>().not.toExtend<MigrationClient>();
});
