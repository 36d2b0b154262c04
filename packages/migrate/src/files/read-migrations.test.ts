import { symlinkSync } from 'node:fs';
import { expect, test } from 'vitest';
import { folderWith } from '../../test/folder-with.ts';
import type { Section } from '../contract/migration.ts';
import { statementsOf } from '../sql/statements.ts';
import { readMigrations } from './read-migrations.ts';

type Files = Readonly<Record<string, string>>;

async function read(files: Files): Promise<unknown> {
  const { format, migrations, findings } = await readMigrations(folderWith(files), 'm');
  return {
    format,
    migrations: migrations.map(({ version, up, down }) => `${version} | ${brief(up)} | ${brief(down)}`),
    ...(findings.length === 0 ? {} : { leftOut: findings.map(({ file }) => file) }),
  };
}

function brief(sections: readonly Section[]): string {
  return sections
    .map((section) => {
      const statements = statementsOf(section).map(({ text }) => text);
      return `${section.mode === 'transaction' ? '' : `${section.mode}: `}${statements.join('; ')}`;
    })
    .join(' / ');
}

test.each<[string, Files, object]>([
  [
    'plumb',
    {
      '20250102000000_b.sql': '-- plumb:up\ncreate b;\n-- plumb:up no-transaction\nvacuum b;\n-- plumb:down\ndrop b;',
      '20250101000000_a.sql': '-- migrate:up\ncreate a;\n-- migrate:down\ndrop a;',
      'README.md': 'select 1',
    },
    {
      format: 'plumb',
      migrations: [
        '20250101000000_a | create a | drop a',
        '20250102000000_b | create b / no-transaction: vacuum b | drop b',
      ],
    },
  ],
  [
    'golang-migrate',
    { '10_b.up.sql': 'create b;', '2_a.up.sql': 'create a', '2_a.down.sql': 'drop a; drop b' },
    { format: 'golang-migrate', migrations: ['2_a | create a | drop a; drop b', '10_b | create b | '] },
  ],
  [
    'nobody, with a way down beside a plain file',
    { '1_a.sql': 'create a;', '1_a.down.sql': 'drop a', '2_b.sql': 'create b;' },
    { format: 'golang-migrate', migrations: ['1_a | create a | drop a', '2_b | create b | '] },
  ],
  [
    'Prisma',
    {
      '20250102_b/migration.sql': 'create b;',
      '20250101_a/migration.sql': 'create a;',
      '20250101_a/down.sql': 'drop a;',
      '20250101_a/notes.sql': 'select 1',
      'migration_lock.toml': 'provider = "postgresql"',
    },
    {
      format: 'prisma',
      migrations: ['20250101_a | create a | drop a', '20250102_b | create b | '],
      leftOut: ['m/20250101_a/notes.sql'],
    },
  ],
  [
    'Drizzle',
    {
      '0000_z.sql': 'create a;--> statement-breakpoint\ncreate b\n--> statement-breakpoint\ncreate c',
      '0001_a.sql': 'drop a;',
      '0002_lost.sql': 'drop b;',
      'meta/_journal.json': '{"version":"7","entries":[{"idx":0,"tag":"0001_a"},{"idx":1,"tag":"0000_z"}]}',
    },
    {
      format: 'drizzle',
      migrations: ['0001_a | drop a | ', '0000_z | create a; create b; create c | '],
      leftOut: ['m/0002_lost.sql'],
    },
  ],
  [
    'newer Drizzle',
    { '20250101_a/migration.sql': 'create a;', '20250101_a/snapshot.json': '{}' },
    { format: 'drizzle', migrations: ['20250101_a | create a | '] },
  ],
  ['Drizzle before its first migration', { 'meta/_journal.json': '{}' }, { format: 'drizzle', migrations: [] }],
  [
    'goose',
    {
      '00002_b.sql': '-- +goose Up\ncreate b;\n-- +goose Down\ndrop b;',
      '00010_c.sql': '-- +goose NO TRANSACTION\n-- +goose Up\nvacuum;',
    },
    { format: 'goose', migrations: ['00002_b | create b | drop b', '00010_c | no-transaction: vacuum | '] },
  ],
  [
    'Flyway',
    {
      'R__views.sql': 'create v;',
      'R__a_views.sql': 'create w;',
      'V10__c.sql': 'create index concurrently c on c (c); vacuum c;',
      'V1_1__b.sql': 'create b;',
      'V1__a.sql': 'create a;',
      'more/V2__e.sql': 'create e;',
      'more/V2__e.sql.conf': '# fast\nexecuteInTransaction = false\n',
      'U1.1__b.sql': 'drop b;',
      'afterMigrate.sql': 'vacuum;',
    },
    {
      format: 'flyway',
      migrations: [
        'V1__a | create a | ',
        'V1_1__b | create b | drop b',
        'V2__e | no-transaction: create e | ',
        'V10__c | no-transaction: create index concurrently c on c (c); vacuum c | ',
        'R__a_views | create w | ',
        'R__views | create v | ',
      ],
      leftOut: ['m/afterMigrate.sql'],
    },
  ],
  [
    'node-pg-migrate',
    { '1700000000000_a.sql': '-- Up Migration\ncreate a;\n\n-- Down Migration\ndrop a;' },
    { format: 'node-pg-migrate', migrations: ['1700000000000_a | create a | drop a'] },
  ],
  [
    'sqitch',
    {
      'sqitch.plan': `%syntax-version=1.0.0
%project=app

schema 2025-01-01T00:00:00Z A <a@b.c> # begin
users [schema] 2025-01-01T00:00:00Z A <a@b.c> # users
@v1 2025-01-01T00:00:00Z A <a@b.c> # first
+ posts [users schema] 2025-01-01T00:00:00Z A <a@b.c>
users [users@v1] 2025-01-01T00:00:00Z A <a@b.c> # again
`,
      'deploy/schema.sql': 'create schema s;',
      'deploy/users.sql': 'create u2;',
      'deploy/users@v1.sql': 'create u1;',
      'deploy/posts.sql': 'create p;',
      'revert/posts.sql': 'drop p;',
      'verify/posts.sql': 'select p;',
    },
    {
      format: 'sqitch',
      migrations: [
        'schema | no-transaction: create schema s | ',
        'users@v1 | no-transaction: create u1 | ',
        'posts | no-transaction: create p | no-transaction: drop p',
        'users | no-transaction: create u2 | ',
      ],
    },
  ],
  [
    'folders up and down',
    { 'up/2_b.sql': 'create b', 'up/1_a.sql': 'create a', 'down/1_a.sql': 'drop a' },
    { format: 'sqitch', migrations: ['1_a | create a | drop a', '2_b | create b | '] },
  ],
  [
    'Hasura',
    { '1700000000000_a/up.sql': 'create a', '1700000000000_a/down.sql': 'drop a' },
    { format: 'hasura', migrations: ['1700000000000_a | create a | drop a'] },
  ],
  [
    'Diesel',
    {
      '00000000000000_diesel_initial_setup/up.sql': 'create f',
      '2025-01-01-000000_a/up.sql': 'vacuum a',
      '2025-01-01-000000_a/metadata.toml': 'run_in_transaction = false',
    },
    {
      format: 'diesel',
      migrations: [
        '00000000000000_diesel_initial_setup | create f | ',
        '2025-01-01-000000_a | no-transaction: vacuum a | ',
      ],
    },
  ],
  [
    'Alembic offline',
    { 'upgrade.sql': 'BEGIN;\n-- Running upgrade  -> 1a2b\nCREATE TABLE a ();\nCOMMIT;' },
    { format: 'plain', migrations: ['upgrade | BEGIN; CREATE TABLE a (); COMMIT | '] },
  ],
  [
    'nobody',
    { '2.sql': 'b', '10.sql': 'c', '1.sql': 'a' },
    { format: 'plain', migrations: ['1 | a | ', '2 | b | ', '10 | c | '] },
  ],
  ['nobody yet', { '.keep': '' }, { format: 'plumb', migrations: [] }],
])('a folder as %s writes it is read', async (_tool, files, expected) => {
  expect(await read(files)).toEqual(expected);
});

test('plain files below supabase/ are those of Supabase', async () => {
  const folder = folderWith({ 'supabase/migrations/20250101000000_a.sql': 'create a' });
  expect(await readMigrations(`${folder}/supabase/migrations`)).toMatchObject({ format: 'supabase' });
});

test.each<[Files, string]>([
  [{ '1_a.up.sql': '', '2_b.down.sql': '' }, '2_b.down.sql in m is a way down, and its way up is missing.'],
  [{ 'V1__a.sql': '', 'U2__b.sql': '' }, 'U2__b.sql in m is a way down'],
  [{ 'a/up.sql': '', 'b/down.sql': '' }, 'b/down.sql in m is a way down'],
  [{ 'deploy/a.sql': '', 'revert/b.sql': '' }, 'revert/b.sql in m is a way down'],
  [{ '1_a.up.sql': '', 'seed.sql': '' }, 'seed.sql in m says neither .up.sql nor .down.sql.'],
  [{ '1_a.up.sql': '', '01_b.up.sql': '' }, 'are both version 1.'],
  [{ 'V1__a.sql': '', 'V1.0__b.sql': '' }, 'V1.0__b.sql and V1__a.sql in m are both version 1.'],
  [{ 'R__v.sql': '', 'more/R__v.sql': '' }, 'are both version R__v.'],
  [{ 'a/deep/1.sql': 'select 1' }, 'No SQL file in m is a migration, such as a/deep/1.sql.'],
  [{ 'env.py': '', 'versions/1.py': '' }, 'The migrations in m are programs of Alembic, not SQL.'],
  [{ 'meta/_journal.json': '<<<<<<< HEAD' }, 'm/meta/_journal.json is not JSON.'],
  [{ 'meta/_journal.json': '{"entries":[{"tag":"0000_a"}]}' }, 'names 0000_a, and there is no 0000_a.sql.'],
  [{ 'sqitch.plan': 'a\nb', 'deploy/a.sql': '' }, 'm/sqitch.plan names b, and there is no deploy/b.sql.'],
])('what can’t be a folder of migrations is refused: %j', async (files, message) => {
  await expect(read(files)).rejects.toMatchObject({
    code: 'FILE_INVALID',
    message: expect.stringContaining(message),
    hint: expect.stringMatching(/\.$/),
  });
});

test('a folder that is not there is told by name', async () => {
  await expect(readMigrations(`${folderWith({})}/db`, 'db')).rejects.toMatchObject({
    code: 'FILE_NOT_FOUND',
    message: 'There is no folder db.',
  });
});

test('what is no text in UTF-8 is refused by the name of its file', async () => {
  const folder = folderWith({ '1_a.sql': Buffer.from("select 'é'", 'latin1'), '0_b.sql': Buffer.from('select 1') });
  await expect(readMigrations(folder, 'm')).rejects.toMatchObject({
    code: 'FILE_INVALID',
    message: 'm/1_a.sql is not text in UTF-8.',
  });
});

test('a checksum is of the text of all files of a migration, whatever the ends of their lines', async () => {
  const sum = async (files: Files): Promise<string | undefined> =>
    (await readMigrations(folderWith(files))).migrations[0]?.checksum;
  const one = await sum({ '1_a.up.sql': 'a;\nb;\n', '1_a.down.sql': 'c' });
  expect(one).toMatch(/^[0-9a-f]{64}$/);
  expect(await sum({ '1_a.up.sql': '\ufeffa;\r\nb;\r\n', '1_a.down.sql': 'c' })).toBe(one);
  expect(await sum({ '1_a.up.sql': 'a;\nb;\n', '1_a.down.sql': 'd' })).not.toBe(one);
  expect(await sum({ '1_a.up.sql': 'a;\nb;\nc' })).not.toBe(one);
});

test('names are for people', async () => {
  const names = async (files: readonly string[]): Promise<readonly string[]> =>
    (await readMigrations(folderWith(Object.fromEntries(files.map((file) => [file, '']))))).migrations.map(
      ({ name }) => name,
    );
  expect(await names(['20250101120000_add_users.sql', '0001-first-step.sql', '7.sql', '001_2fa.sql'])).toEqual([
    'first step',
    '2fa',
    '7',
    'add users',
  ]);
  expect(await names(['V1.2__add_users.sql', 'R__all_views.sql'])).toEqual(['add users', 'all views']);
});

test('counted migrations come before those named after a point in time, and 10 after 9', async () => {
  const files = ['20250102_d', '20250101120000_c', '10_b', '9_a', '9_10_x', '9_9_x', 'later'];
  const { migrations } = await readMigrations(folderWith(Object.fromEntries(files.map((file) => [`${file}.sql`, '']))));
  expect(migrations.map(({ version }) => version)).toEqual([
    '9_a',
    '9_9_x',
    '9_10_x',
    '10_b',
    '20250101120000_c',
    '20250102_d',
    'later',
  ]);
});

test('a link that leads back to its own folder doesn’t end in a circle', async () => {
  const folder = folderWith({ '1_a.sql': 'a' });
  symlinkSync(folder, `${folder}/again`, 'junction');
  expect((await readMigrations(folder)).migrations).toHaveLength(1);
});

test('a link that leads to no file is told, since what it stands for may be the newest', async () => {
  const folder = folderWith({ '001_a.sql': 'select 1' });
  symlinkSync(`${folder}/gone.sql`, `${folder}/002_b.sql`);
  await expect(readMigrations(folder)).rejects.toMatchObject({
    code: 'FILE_NOT_FOUND',
    message: expect.stringContaining('002_b.sql'),
  });
});
