import { expect, test } from 'vitest';
import { schemaFolder } from '../../../test/schema-folder.ts';
import { openShadowServer } from '../../postgres/embedded/embedded-server.ts';
import { describe, diff, dump, generate } from './library.ts';

const files = {
  'package.json': '{}',
  'before.sql': 'create table users (id int primary key, name text);',
  'after.sql': 'create table users (id int primary key, display_name text not null);',
  'wider.sql': 'create table users (id int primary key, name text, email text unique);',
};

test('a migration is given as text and as steps, with its way back', async () => {
  const cwd = schemaFolder(files);
  const migration = await diff({ cwd, from: 'before.sql', to: 'wider.sql' });
  expect(migration).toMatchObject({ ok: true, equal: false, from: 'before.sql', to: 'wider.sql' });
  expect(migration.up).toContain('ADD COLUMN email text');
  expect(migration.down).toContain('DROP COLUMN email');
  expect(migration.steps.length).toBeGreaterThan(0);
});

test('without an answer a migration that could be a rename is refused, and says what to answer', async () => {
  const cwd = schemaFolder(files);
  const refused = await diff({ cwd, from: 'before.sql', to: 'after.sql' });
  expect(refused).toMatchObject({ ok: false, up: '', steps: [], findings: [{ id: 'rename-unanswered' }] });
  const renames = ['public.users.name=display_name'];
  expect((await diff({ cwd, from: 'before.sql', to: 'after.sql', renames })).up).toContain('RENAME COLUMN');
});

test('what is dumped loads into an empty database and gives the same schema', async () => {
  const { sql } = await dump({ cwd: schemaFolder(files), from: 'wider.sql' });
  const cwd = schemaFolder({ ...files, 'dumped.sql': sql });
  expect(await diff({ cwd, from: 'dumped.sql', to: 'wider.sql' })).toMatchObject({ ok: true, equal: true });
});

test('a schema is told as plain data', async () => {
  const told = await describe('users', { cwd: schemaFolder(files), from: 'wider.sql' });
  expect(told.found).toMatchObject([{ kind: 'table', primaryKey: { name: 'users_pkey' } }]);
  expect(JSON.parse(JSON.stringify(told))).toEqual(told);
});

test('a generated migration is written, and what it leads to is the schema', async () => {
  const cwd = schemaFolder(files);
  const options = { cwd, migrations: 'changes', renames: [] };
  const { ok, written } = await generate('users', { ...options, to: 'before.sql' });
  expect({ ok, files: written?.files }).toEqual({ ok: true, files: [`changes/${written?.version}.sql`] });
  const wider = await generate('wider', { ...options, to: 'wider.sql' });
  expect(wider).toMatchObject({ ok: true, up: expect.stringContaining('ADD COLUMN email text') });
  expect(await diff({ cwd, from: 'migrations:changes', to: 'wider.sql' })).toMatchObject({ equal: true });
  expect(await generate('nothing', { ...options, to: 'wider.sql' })).toMatchObject({ equal: true, written: null });
});

test('a database by URL is connected to once, and let go of', async () => {
  await using server = await openShadowServer();
  await using one = await server.createShadow();
  await using other = await server.createShadow();
  const admin = await server.connect();
  const sessions = async (): Promise<readonly (readonly [number, number])[]> => {
    const { rows } = await admin.query<{ ever: number; now: number }>(
      `select s.sessions::int as ever, (select count(*)::int from pg_stat_activity as a where a.datid = s.datid) as now
       from pg_stat_database as s where s.datname in ($1, $2)`,
      [one.name, other.name],
    );
    return rows.map(({ ever, now }) => [ever, now]);
  };
  const client = await other.connect();
  await client.query('create table users (id int primary key)');
  await client.end();
  await expect.poll(sessions).toEqual(
    expect.arrayContaining([
      [0, 0],
      [1, 0],
    ]),
  );
  expect((await diff({ from: one.url, to: other.url })).up).toContain('CREATE TABLE public.users');
  await expect.poll(sessions).toEqual(
    expect.arrayContaining([
      [1, 0],
      [2, 0],
    ]),
  );
  await admin.end();
});
