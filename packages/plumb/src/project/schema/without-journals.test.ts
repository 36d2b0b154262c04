import { afterAll, beforeAll, expect, test } from 'vitest';
import { schemaFolder } from '../../../test/schema-folder.ts';
import { openShadowServer } from '../../postgres/embedded/embedded-server.ts';
import type { PostgresServer } from '../../postgres/server.ts';
import { describe, diff, dump } from './library.ts';

let shadows: PostgresServer;

beforeAll(async () => {
  shadows = await openShadowServer();
});
afterAll(() => shadows.close());

const journals = `
  CREATE TABLE schema_migrations (version varchar PRIMARY KEY);
  CREATE TABLE _prisma_migrations (id text PRIMARY KEY, checksum text, finished_at timestamptz, migration_name text);
  CREATE SCHEMA drizzle;
  CREATE TABLE drizzle.__drizzle_migrations (id serial PRIMARY KEY, hash text NOT NULL, created_at bigint);
  CREATE TABLE flyway_schema_history (installed_rank int PRIMARY KEY, version text, checksum int);
  CREATE TABLE goose_db_version (id serial PRIMARY KEY, version_id bigint, is_applied boolean, tstamp timestamp);
  CREATE SCHEMA supabase_migrations;
  CREATE TABLE supabase_migrations.schema_migrations (version text PRIMARY KEY, statements text[], name text);
  CREATE TABLE pgmigrations (id serial PRIMARY KEY, name text, run_on timestamp);
  CREATE TABLE alembic_version (version_num varchar(32) PRIMARY KEY);
  CREATE SCHEMA plumb;
  CREATE TABLE plumb.migrations (version text PRIMARY KEY);
`;

async function databaseWith(sql: string): Promise<{ url: string } & AsyncDisposable> {
  const shadow = await shadows.createShadow();
  const client = await shadow.connect();
  await client.query(sql);
  await client.end();
  return { url: shadow.url, [Symbol.asyncDispose]: () => shadow.drop() };
}

test('journals of migrations in a database are no part of its schema', async () => {
  await using database = await databaseWith(`CREATE TABLE jobs (id int); ${journals}`);
  const cwd = schemaFolder({ 'schema.sql': 'CREATE TABLE jobs (id int);' });
  const { up, equal, findings } = await diff({ cwd, from: database.url, to: 'schema.sql' });
  expect({ up, equal }).toEqual({ up: '', equal: true });
  expect(
    findings
      .filter(({ id }) => id === 'journal-left-out')
      .flatMap(({ objects }) => objects)
      .toSorted(),
  ).toEqual([
    'drizzle.__drizzle_migrations',
    'public._prisma_migrations',
    'public.alembic_version',
    'public.flyway_schema_history',
    'public.goose_db_version',
    'public.pgmigrations',
    'public.schema_migrations',
    'supabase_migrations.schema_migrations',
  ]);
  expect((await dump({ cwd, from: database.url })).sql).not.toMatch(/migrations|drizzle|plumb\./);
  const { database: all } = await describe(undefined, { cwd, from: database.url });
  expect(all?.schemas.map(({ name }) => name)).not.toContain('plumb');
});

test('a journal that the schema has too is compared, and one that something needs stays', async () => {
  const table = 'CREATE TABLE schema_migrations (version varchar PRIMARY KEY, note text);';
  await using database = await databaseWith(table);
  const cwd = schemaFolder({ 'schema.sql': table.replace(', note text', '') });
  const same = await diff({ cwd, from: 'schema.sql', to: database.url });
  expect(same.up).toBe('ALTER TABLE public.schema_migrations ADD COLUMN note text;');
  await using needed = await databaseWith(`${table} CREATE VIEW newest AS SELECT max(version) FROM schema_migrations;`);
  const { up } = await diff({ cwd, from: 'empty', to: needed.url });
  expect(up).toContain('CREATE TABLE public.schema_migrations');
});

test('a table of the user that is only called like a journal is no journal', async () => {
  await using database = await databaseWith('CREATE TABLE schema_migrations (id int, pattern text);');
  const { up } = await diff({ cwd: schemaFolder({}), from: 'empty', to: database.url });
  expect(up).toContain('CREATE TABLE public.schema_migrations');
});
