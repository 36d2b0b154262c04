import { afterAll, beforeAll, expect, test } from 'vitest';
import { schemaFolder } from '../../../test/schema-folder.ts';
import { openShadowServer } from '../../postgres/embedded/embedded-server.ts';
import type { PostgresServer } from '../../postgres/server.ts';
import { openSource } from '../open-source.ts';
import { readMigrations } from './read-migrations.ts';

let shadows: PostgresServer;

beforeAll(async () => {
  shadows = await openShadowServer();
});
afterAll(() => shadows.close());

type Files = Readonly<Record<string, string>>;

const tables = `SELECT string_agg(relname, ' ' ORDER BY oid) FROM pg_class
  WHERE relkind = 'r' AND relnamespace::regnamespace::text !~ '^(pg_|information_schema|plumb_shadow)'`;

async function load(files: Files, sql: string = tables): Promise<unknown> {
  const folder = schemaFolder({ 'migrations/.keep': '', ...files });
  const source = { type: 'migrations', folder: `${folder}/migrations`, shown: 'migrations' } as const;
  await using opened = await openSource(source, { shadows });
  const client = await opened.connect();
  try {
    return (await client.query<unknown[]>({ text: sql, rowMode: 'array' })).rows[0]?.[0];
  } finally {
    await client.end();
  }
}

test.each<[string, Files]>([
  [
    'plumb',
    {
      'migrations/0001_a.sql': '-- plumb:up\ncreate table a ();\n-- plumb:down\ndrop table a;\n',
      'migrations/0002_b.sql':
        '-- plumb:up\ncreate table b ();\n-- plumb:up no-transaction\nvacuum a;\n-- plumb:down\ndrop table b;',
    },
  ],
  [
    'dbmate',
    {
      'migrations/20240101_a.sql': '-- migrate:up\ncreate table a ();\n\n-- migrate:down\ndrop table a;',
      'migrations/20240102_b.sql':
        '-- migrate:up transaction:false\ncreate table b ();\n-- migrate:down\ndrop table b;',
    },
  ],
  [
    'golang-migrate',
    {
      'migrations/1_a.up.sql': 'create table a ();',
      'migrations/1_a.down.sql': 'drop table a;',
      'migrations/10_b.up.sql': 'create table b (); drop table two;',
      'migrations/10_b.down.sql': 'drop table b;',
      'migrations/2_two.up.sql': 'create table two ()',
    },
  ],
  [
    'Prisma',
    {
      'migrations/20240101_a/migration.sql': 'CREATE TABLE a ();',
      'migrations/20240102_b/migration.sql': 'CREATE TABLE b ();',
      'migrations/20240102_b/down.sql': 'DROP TABLE b;',
      'migrations/migration_lock.toml': 'provider = "postgresql"',
    },
  ],
  [
    'Drizzle',
    {
      'migrations/0000_a.sql':
        'CREATE TABLE "a" ();\n--> statement-breakpoint\nCREATE TABLE "b" ();--> statement-breakpoint',
      'migrations/meta/_journal.json': '{}',
    },
  ],
  [
    'goose',
    {
      'migrations/00001_a.sql':
        '-- +goose Up\n-- +goose StatementBegin\ncreate table a ();\n-- +goose StatementEnd\n-- +goose Down\ndrop table a;',
      'migrations/00002_b.sql':
        '-- +goose NO TRANSACTION\n-- +goose Up\ncreate table b ();\n\n-- +goose Down\ndrop table b;',
    },
  ],
  [
    'Flyway',
    {
      'migrations/V1__a.sql': 'create table a ();',
      'migrations/V1.1__x.sql': 'create table x ();',
      'migrations/V10__drop.sql': 'drop table x;',
      'migrations/U1__a.sql': 'drop table a;',
      'migrations/R__b.sql': 'create table b ();',
    },
  ],
  ['files without sections', { 'migrations/1.sql': 'create table a ()', 'migrations/2.sql': 'create table b ()' }],
])('the up parts of migrations as %s writes them are run in order', async (_tool, files) => {
  expect(await load(files)).toBe('a b');
});

test('migrations are in order by version, also where the digits are not the same in number', async () => {
  const sorted = async (names: readonly string[]): Promise<readonly string[]> => {
    const folder = schemaFolder(Object.fromEntries(names.map((name) => [name, 'select 1'])));
    return (await readMigrations(folder, 'm')).files.map(({ source }) => source.name.replace('m/', ''));
  };
  expect(await sorted(['10_c.sql', '9_b.sql', '1_a.sql'])).toEqual(['1_a.sql', '9_b.sql', '10_c.sql']);
  expect(await sorted(['V1.10__c.sql', 'V1.9__b.sql', 'R__z.sql', 'V1__a.sql', 'V2__d.sql'])).toEqual([
    'V1__a.sql',
    'V1.9__b.sql',
    'V1.10__c.sql',
    'V2__d.sql',
    'R__z.sql',
  ]);
  expect(await sorted(['20240102_b.sql', '20240101120000_a.sql'])).toEqual(['20240101120000_a.sql', '20240102_b.sql']);
});

test('a migration is one transaction where it can be, and more where it has to be', async () => {
  const files = {
    'migrations/1.sql':
      'create schema app; create type mood as enum (); set local search_path = app; create table a (id int);',
    'migrations/2.sql': "alter type mood add value 'glad'; create table b (m mood default 'glad');",
    'migrations/3.sql': 'create index concurrently on app.a (id); begin; create table c (); commit;',
  };
  expect(
    await load(
      files,
      "select string_agg(oid::regclass::text, ' ' order by oid) from pg_class where relname in ('a', 'b', 'c')",
    ),
  ).toBe('app.a b c');
});

test('migrations are not sorted: an error is told with its place in the file', async () => {
  const files = {
    'migrations/1.sql': '-- migrate:down\ndrop table a;\n-- migrate:up\ncreate table a (\n  b int references b\n);',
    'migrations/2.sql': 'create table b (id int primary key)',
  };
  await expect(load(files)).rejects.toMatchObject({
    code: 'SQL_FAILED',
    message: 'relation "b" does not exist (migrations/1.sql:4:1, SQLSTATE 42P01)',
  });
});

test('a folder without migrations is an empty schema', async () => {
  expect(await load({})).toBeNull();
});

test('places in a migration stay as they are in its file', async () => {
  const upPart = async (sql: string): Promise<string | undefined> =>
    (await readMigrations(schemaFolder({ '1.sql': sql }), 'm')).files[0]?.source.text;

  const text = '-- head é👩\r\n-- migrate:down\r\ndrop;\r\n  -- migrate:up\r\ncreate;\n-- migrate:down\ndrop;';
  expect(await upPart(text)).toHaveLength(text.length);
  expect((await upPart(text))?.indexOf('create')).toBe(text.indexOf('create'));
  expect((await upPart(text))?.trim()).toBe('create;');
  expect(await upPart('-- migrated upwards\nselect 1')).toBe('-- migrated upwards\nselect 1');
});

test('a folder of migrations that is given as a schema is refused, since it would be undone by its down parts', async () => {
  const folder = schemaFolder({ 'a/1.up.sql': '', 'a/1.down.sql': '', 'b/1.sql': '-- migrate:up\n-- migrate:down\n' });
  for (const shown of ['a', 'b']) {
    const opened = openSource({ type: 'files', path: `${folder}/${shown}`, shown }, { shadows });
    await expect(opened).rejects.toMatchObject({ code: 'USAGE', hint: expect.stringContaining(`migrations:${shown}`) });
  }
});
