import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate as drizzleMigrate } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { createShadow } from 'pgplumb';
import { beforeEach, expect, test } from 'vitest';
import { folderWith } from '../test/folder-with.ts';
import { baseline } from './baseline.ts';
import { migrate } from './migrate.ts';
import { plannedMigrations } from './planned.ts';
import { migrationStatus } from './status.ts';

let shadow: Awaited<ReturnType<typeof createShadow>>;
let pool: pg.Pool;

beforeEach(async () => {
  shadow = await createShadow();
  pool = new pg.Pool({ connectionString: shadow.url, max: 3 });
  pool.on('error', () => {});
  return async () => {
    await pool.end();
    await shadow[Symbol.asyncDispose]();
  };
});

const [a, b, c] = ['CREATE TABLE a ();', 'CREATE TABLE b ();', 'CREATE TABLE c ();'];
const dbmate = (sql: string): string => `-- migrate:up\n${sql}\n-- migrate:down\n`;

/** What each tool leaves in a database whose first two migrations it applied, of three. */
const left: readonly (readonly [tool: string, files: Readonly<Record<string, string>>, journal: string])[] = [
  [
    'dbmate',
    { '20240101000000_a.sql': dbmate(a), '20240102000000_b.sql': dbmate(b), '20240103000000_c.sql': dbmate(c) },
    `CREATE TABLE schema_migrations (version varchar(128) PRIMARY KEY);
    INSERT INTO schema_migrations VALUES ('20240102000000'), ('20240101000000')`,
  ],
  [
    'Supabase',
    { '20240101000000_a.sql': a, '20240102000000_b.sql': b, '20240103000000_c.sql': c },
    `CREATE SCHEMA supabase_migrations;
    CREATE TABLE supabase_migrations.schema_migrations (version text PRIMARY KEY, statements text[], name text);
    INSERT INTO supabase_migrations.schema_migrations VALUES ('20240101000000', '{}', 'a'), ('20240102000000', '{}', 'b')`,
  ],
  [
    'golang-migrate',
    { '000001_a.up.sql': a, '000002_b.up.sql': b, '000010_c.up.sql': c },
    'CREATE TABLE schema_migrations (version bigint PRIMARY KEY, dirty boolean NOT NULL); INSERT INTO schema_migrations VALUES (2, false)',
  ],
  [
    'Prisma',
    {
      '20240101000000_a/migration.sql': a,
      '20240102000000_b/migration.sql': b,
      '20240103000000_c/migration.sql': c,
    },
    `CREATE TABLE _prisma_migrations (id varchar(36) PRIMARY KEY, checksum varchar(64) NOT NULL, finished_at timestamptz,
      migration_name varchar(255) NOT NULL, logs text, rolled_back_at timestamptz, started_at timestamptz NOT NULL DEFAULT now(),
      applied_steps_count int NOT NULL DEFAULT 0);
    INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, rolled_back_at) VALUES
      ('1', '', now(), '20240101000000_a', NULL), ('2', '', NULL, '20240102000000_b', now()),
      ('3', '', now(), '20240102000000_b', NULL), ('4', '', NULL, '20240103000000_c', now())`,
  ],
  [
    'Flyway',
    { 'V1__a.sql': a, 'V1.2__b.sql': b, 'V1.10__c.sql': c, 'R__views.sql': 'CREATE VIEW v AS SELECT 1' },
    `CREATE TABLE flyway_schema_history (installed_rank int PRIMARY KEY, version varchar(50), description varchar(200),
      type varchar(20), script varchar(1000), checksum int, success boolean NOT NULL);
    INSERT INTO flyway_schema_history VALUES (1, '1', '<< Flyway Baseline >>', 'BASELINE', '<< Flyway Baseline >>', NULL, true),
      (2, '1.2', 'b', 'SQL', 'V1.2__b.sql', 1, true), (3, '1.10', 'c', 'SQL', 'V1.10__c.sql', 1, true),
      (4, '1.10', 'c', 'UNDO_SQL', 'U1.10__c.sql', 1, true)`,
  ],
  [
    'goose',
    { '00001_a.sql': `-- +goose Up\n${a}`, '00002_b.sql': `-- +goose Up\n${b}`, '00003_c.sql': `-- +goose Up\n${c}` },
    `CREATE TABLE goose_db_version (id int GENERATED ALWAYS AS IDENTITY, version_id bigint, is_applied boolean, tstamp timestamp);
    INSERT INTO goose_db_version (version_id, is_applied) VALUES (0, true), (1, true), (2, true), (3, true), (3, false)`,
  ],
  [
    'node-pg-migrate',
    { '1700000000000_a.sql': a, '1700000000001_b.sql': b, '1700000000002_c.sql': c },
    `CREATE TABLE pgmigrations (id serial PRIMARY KEY, name varchar(255) NOT NULL, run_on timestamp NOT NULL);
    INSERT INTO pgmigrations (name, run_on) VALUES ('1700000000000_a', now()), ('1700000000001_b', now())`,
  ],
  [
    'sql-migrate',
    { '1_a.sql': `-- +migrate Up\n${a}`, '2_b.sql': `-- +migrate Up\n${b}`, '3_c.sql': `-- +migrate Up\n${c}` },
    `CREATE TABLE gorp_migrations (id text PRIMARY KEY, applied_at timestamptz);
    INSERT INTO gorp_migrations VALUES ('1_a.sql', now()), ('2_b.sql', now())`,
  ],
  [
    'Diesel',
    { '2024-01-01-000000_a/up.sql': a, '2024-01-02-000000_b/up.sql': b, '2024-01-03-000000_c/up.sql': c },
    `CREATE TABLE __diesel_schema_migrations (version varchar(50) PRIMARY KEY, run_on timestamp);
    INSERT INTO __diesel_schema_migrations VALUES ('20240101000000', now()), ('20240102000000', now())`,
  ],
];

test.each(left)(
  'what %s applied is not applied again, and a baseline counts exactly that',
  async (_, files, journal) => {
    await pool.query(`CREATE TABLE a (); CREATE TABLE b (); ${journal}`);
    await expectToGoOn(folderWith(files));
  },
);

test('what Drizzle applied is not applied again, and a baseline counts exactly that', async () => {
  const entries = ['0000_a', '0001_b', '0002_c'].map((tag, idx) => ({
    idx,
    tag,
    when: idx + 1,
    version: '7',
    breakpoints: true,
  }));
  const folder = (count: number): string =>
    folderWith({
      'meta/_journal.json': JSON.stringify({ version: '7', dialect: 'postgresql', entries: entries.slice(0, count) }),
      '0000_a.sql': a,
      '0001_b.sql': `${b}\n--> statement-breakpoint\nSELECT 1;`,
      ...(count === 3 ? { '0002_c.sql': c } : {}),
    });
  await drizzleMigrate(drizzle(pool), { migrationsFolder: folder(2) });
  await expectToGoOn(folder(3));
});

async function expectToGoOn(migrations: string): Promise<void> {
  const options = { client: pool, migrations };
  const refused = { code: 'HISTORY_DIFFERS', hint: expect.stringContaining('plumb baseline') };
  await expect(migrate(options)).rejects.toMatchObject(refused);
  await expect(plannedMigrations(options)).rejects.toMatchObject(refused);
  const { findings } = await migrationStatus(options);
  expect(findings).toMatchObject([{ id: 'migration-applied-elsewhere', todo: refused.hint }]);
  const { versions } = await baseline(options);
  expect(versions).toHaveLength(2);
  await migrate(options);
  const { rows } = await pool.query("SELECT to_regclass('c') IS NOT NULL AS c, count(*)::int FROM plumb.migrations");
  expect(rows[0]).toMatchObject({ c: true });
  expect((await baseline(options)).versions).toEqual([]);
}

test('a migration that another tool left half done is told, and counts as nothing', async () => {
  await pool.query(
    'CREATE TABLE schema_migrations (version bigint PRIMARY KEY, dirty boolean NOT NULL); INSERT INTO schema_migrations VALUES (1, true)',
  );
  const options = { client: pool, migrations: folderWith({ '1_a.up.sql': a }) };
  for (const tried of [migrate(options), baseline(options)]) {
    await expect(tried).rejects.toMatchObject({ message: expect.stringContaining('left 1_a half done') });
  }
});

test('a table that only has the name of a journal, or knows none of the migrations, is none', async () => {
  await pool.query(`CREATE TABLE pgmigrations (name text); INSERT INTO pgmigrations VALUES ('1_a');
    CREATE TABLE schema_migrations (version text); INSERT INTO schema_migrations VALUES ('20200101000000')`);
  const options = { client: pool, migrations: folderWith({ '1_a.sql': a, '2_b.sql': b }) };
  expect((await baseline({ ...options, to: '1_a' })).versions).toEqual(['1_a']);
  expect(await baseline(options)).toEqual({ versions: ['2_b'], other: null });
});
