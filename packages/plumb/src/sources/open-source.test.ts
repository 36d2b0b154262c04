import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hasPgbouncer, startPgbouncer } from '../../test/pgbouncer.ts';
import { schemaFolder } from '../../test/schema-folder.ts';
import { readCatalog } from '../catalog/read-catalog.ts';
import { openShadowServer } from '../postgres/embedded/embedded-server.ts';
import type { PostgresServer } from '../postgres/server.ts';
import { type OpenedSource, openSource } from './open-source.ts';
import { parseSchemaSource } from './schema-source.ts';

let shadows: PostgresServer;

beforeAll(async () => {
  shadows = await openShadowServer();
});
afterAll(() => shadows.close());

type Files = Readonly<Record<string, string | Uint8Array>>;

function open(cwd: string, text: string, signal?: AbortSignal): Promise<OpenedSource> {
  const source = parseSchemaSource(text, { cwd, env: {} });
  return openSource(source, signal === undefined ? { shadows } : { shadows, signal });
}

async function ask(source: OpenedSource, sql: string): Promise<unknown[][]> {
  const client = await source.connect();
  try {
    return (await client.query<unknown[]>({ text: sql, rowMode: 'array' })).rows;
  } finally {
    await client.end();
  }
}

const tables = `SELECT string_agg(oid::regclass::text, ' ' ORDER BY oid::regclass::text)
  FROM pg_class WHERE relkind IN ('r', 'p', 'v', 'm') AND relnamespace::regnamespace::text !~ '^(pg_|information_schema|plumb_shadow)'`;

/** What one value of the opened source is. */
async function one(files: Files, text: string, sql: string = tables): Promise<unknown> {
  await using source = await open(schemaFolder(files), text);
  return (await ask(source, sql))[0]?.[0];
}

test('a file is run as it stands, data included', async () => {
  const file = 'create table a (id int); insert into a select generate_series(1, 3); update a set id = id + 1;';
  expect(await one({ 'schema.sql': file }, 'schema.sql', 'select sum(id)::int from a')).toBe(9);
});

test('the files of a folder are run in the order of their paths, and other files are none of its', async () => {
  const folder = schemaFolder({
    'db/01.sql': 'create schema app;',
    'db/tables/b.sql': 'create table app.b (a int references app.a)',
    'db/tables/a.sql': 'create table app.a (id int primary key)',
    'db/README.md': 'no SQL',
    'db/.hidden/x.sql': 'no SQL',
    'db/dump.sql': new Uint8Array([80, 71, 68, 77, 80, 0, 1]),
  });
  await using source = await open(folder, 'db');
  expect(source).toMatchObject({ label: 'db', origin: 'shadow', version: { major: 18 } });
  expect(source.files.map(({ name }) => name)).toEqual(['db/01.sql', 'db/tables/a.sql', 'db/tables/b.sql']);
  expect(source.notes).toMatchObject([{ id: 'source-file-left-out', location: { file: 'db/dump.sql' } }]);
  expect(await ask(source, tables)).toEqual([['app.a app.b']]);
});

test('each file has a session of its own, as with psql', async () => {
  const files = {
    '1.sql': 'create schema app; set search_path = app; create table a (); create temp table t (); begin;',
    '2.sql': 'create table b (); create temp table t (); set role pg_monitor;',
    '3.sql': "create table c (); do $$ begin assert current_setting('is_superuser') = 'on'; end $$",
  };
  expect(await one(files, '.')).toBe('app.a b c');
});

test('comments between and behind statements hide none of them', async () => {
  const file = 'create table a () -- one; two\n; /* three; */ create table b () /* four */ -- five\n;-- six\n';
  expect(await one({ 'a.sql': file, 'b.sql': '-- nothing;', 'c.sql': 'create table c () -- no end' }, '.')).toBe(
    'a b c',
  );
});

test('statements that need to stand outside of a transaction can, and so can the use of a new enum value', async () => {
  const file = `
    create table a (id int);
    create index concurrently by_id on a (id);
    vacuum a;
    create type mood as enum ('sad');
    alter type mood add value 'happy';
    create table b (m mood default 'happy');
    begin;
    alter type mood add value 'glad';
    insert into b values ('glad');
    commit;`;
  expect(
    await one(
      { 'a.sql': file },
      'a.sql',
      'select indisvalid from pg_index where indexrelid::regclass::text = $$by_id$$',
    ),
  ).toBe(true);
});

test('transactions of a script are kept: what it rolls back is not there', async () => {
  const file = `begin; create table a (); savepoint s; create table b (); rollback to s; commit;
    begin; create table c (); rollback; start transaction; create table d (); end`;
  expect(await one({ 'a.sql': file }, 'a.sql')).toBe('a d');
});

test('what pg_dump writes is loaded: commands of psql, settings, and rows behind COPY', async () => {
  const file = `\\restrict x
SET statement_timeout = 0;
SELECT pg_catalog.set_config('search_path', '', false);
CREATE TABLE public.a (id integer NOT NULL, name text);
COPY public.a (id, name) FROM stdin;
1\tone; 'quoted'
2\t\\N
\\.


COPY public.a (id, name) FROM stdin;
\\.
SELECT pg_catalog.setval('public.s', 1, false);
\\unrestrict x
`;
  const sql = "select string_agg(id || coalesce(name, '-'), ',' order by id) from a";
  const folder = {
    'a.sql': file.replace('SELECT pg_catalog.setval', 'CREATE SEQUENCE public.s;\nSELECT pg_catalog.setval'),
  };
  expect(await one(folder, 'a.sql', sql)).toBe("1one; 'quoted',2-");
});

test('what a dump says that is so anyway, or that only a newer PostgreSQL knows, does no harm', async () => {
  const folder = schemaFolder({
    'a.sql':
      'begin; SET a_timeout_of_tomorrow = 0; CREATE SCHEMA public; CREATE EXTENSION plpgsql; create table a (); commit',
  });
  await using source = await open(folder, 'a.sql');
  expect(await ask(source, tables)).toEqual([['a']]);
  expect(source.notes).toHaveLength(1);
  await expect(one({ 'b.sql': 'create schema app; create schema app;' }, 'b.sql')).rejects.toMatchObject({
    message: 'schema "app" already exists (b.sql:1:20, SQLSTATE 42P06)',
  });
});

test('rows that COPY refuses are told with the place of the COPY', async () => {
  const file = 'create table a (id int);\ncopy a from stdin;\nx\n\\.\n';
  await expect(one({ 'a.sql': file }, 'a.sql')).rejects.toMatchObject({
    code: 'SQL_FAILED',
    message: expect.stringMatching(/invalid input syntax for type integer: "x" \(a\.sql:2:1/),
  });
});

test('files that are included are run in the place of the command, and once', async () => {
  const files = {
    'db/main.sql': '\\i tables/b.sql\n\\ir views.sql',
    'db/tables/b.sql': 'create table b ();',
    'db/views.sql': 'create view v as select 1',
  };
  expect(await one(files, 'db/main.sql')).toBe('b v');
  expect(await one(files, 'db')).toBe('b v');
});

test('an error is told with its place, also when it is far down in a long file', async () => {
  const many = Array.from({ length: 600 }, (_, index) => `create table t${index} (id int);`).join('\n');
  await expect(one({ 'a.sql': `${many}\n\nselect 'é',\n  missing from t1;` }, 'a.sql')).rejects.toMatchObject({
    code: 'SQL_FAILED',
    message: 'column "missing" does not exist (a.sql:603:3, SQLSTATE 42703)',
    faults: [{ fault: { location: { line: 603, column: 3, endColumn: 10 } }, source: { name: 'a.sql' } }],
  });
  await expect(one({ 'b.sql': 'create table a ();\ncreat table b ();' }, 'b.sql')).rejects.toMatchObject({
    message: 'syntax error at or near "creat" (b.sql:2:1, SQLSTATE 42601)',
  });
});

test('commands that only psql could run are refused by name and place', async () => {
  await expect(one({ 'a.sql': 'select 1;\n\\copy a from x.csv' }, 'a.sql')).rejects.toMatchObject({
    message: expect.stringMatching(/^\\copy is a command of psql.*\(a\.sql:2:1\)$/),
  });
});

test('the same SQL is run once; a clone of it is there at once, and notes come along', async () => {
  const role = `plumb_noted_${process.pid}`;
  const folder = schemaFolder({
    'a.sql': `create table made as select clock_timestamp()::text as at; grant select on made to ${role}`,
  });
  await using first = await open(folder, 'a.sql');
  await using second = await open(folder, 'a.sql');
  await using cloned = await first.clone();
  const client = await cloned.connect();
  const { rows } = await client.query<[string]>({ text: 'select at from made', rowMode: 'array' });
  await client.end();
  expect(await ask(second, 'select at from made')).toEqual(await ask(first, 'select at from made'));
  expect(rows).toEqual(await ask(first, 'select at from made'));
  expect(first.notes).toMatchObject([{ objects: [role] }]);
  expect(second.notes).toEqual(first.notes);
});

test('an empty source is an empty database', async () => {
  await using source = await open('/', 'empty');
  expect(source).toMatchObject({ label: 'empty', origin: 'shadow', files: [], notes: [] });
  expect(await ask(source, tables)).toEqual([[null]]);
});

test('what a command writes to stdout is SQL', async () => {
  const folder = schemaFolder({ 'print.mjs': 'process.stdout.write("create table from_command ();")' });
  await using source = await open(folder, `exec:"${process.execPath}" print.mjs`);
  expect(source.files).toMatchObject([{ text: 'create table from_command ();' }]);
  expect(await ask(source, tables)).toEqual([['from_command']]);
});

test('a command that fails is told with what it said, and without passwords', async () => {
  const folder = schemaFolder({
    'fail.mjs': 'process.stderr.write("no config at postgres://a:secret@b/c"); process.exitCode = 3',
  });
  const failed = open(folder, `exec:"${process.execPath}" fail.mjs`);
  await expect(failed).rejects.toMatchObject({
    code: 'COMMAND_FAILED',
    message: expect.stringMatching(/ended with exit code 3\.\nno config at postgres:\/\/a:\*+@b\/c$/),
  });
  await expect(open(folder, 'exec:no-such-program-here')).rejects.toMatchObject({ code: 'COMMAND_FAILED' });
});

test('an interruption ends the command with all that it started', async () => {
  const folder = schemaFolder({
    'wait.mjs':
      'import { writeFileSync } from "node:fs"; writeFileSync("pid", String(process.pid)); setInterval(() => {}, 1000)',
  });
  const controller = new AbortController();
  const opened = open(folder, `exec:"${process.execPath}" wait.mjs && true`, controller.signal);
  await expect.poll(() => existsSync(join(folder, 'pid')) && readFileSync(join(folder, 'pid'), 'utf8')).toMatch(/\d/);
  const pid = Number(readFileSync(join(folder, 'pid'), 'utf8'));
  controller.abort(new Error('stop'));
  await expect(opened).rejects.toThrow('stop');
  await expect.poll(() => isAlive(pid)).toBe(false);
});

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test('an interruption ends a statement that runs, and leaves no half-made template', async () => {
  const folder = schemaFolder({ 'a.sql': `create table a (); select pg_sleep(1000) /* ${Date.now()} */` });
  const controller = new AbortController();
  const opened = open(folder, 'a.sql', controller.signal);
  const admin = await shadows.connect();
  const running =
    "select count(*)::int as n from pg_stat_activity where query like '%pg_sleep(1000)%' and pid <> pg_backend_pid()";
  await expect.poll(async () => (await admin.query(running)).rows[0]?.n).toBe(1);
  controller.abort(new Error('stop'));
  await expect(opened).rejects.toThrow('stop');
  expect((await admin.query("select from pg_database where datname like 'plumb_build_%'")).rowCount).toBe(0);
  await admin.end();
});

test('a database by URL is read where it lives, and never changed', async () => {
  await using shadow = await shadows.createShadow();
  const setUp = await shadow.connect();
  await setUp.query('create table a ()');
  await setUp.end();
  await using source = await open('/', shadow.url);
  expect(source).toMatchObject({ origin: 'url', version: { major: 18 }, files: [], notes: [] });
  expect(source.label).toMatch(/^postgres:\/\/[^:@]+@.*plumb_shadow_/);
  expect(await ask(source, tables)).toEqual([['a']]);
  await expect(ask(source, 'create table b ()')).rejects.toThrow('read-only');
  await expect(source.clone()).rejects.toMatchObject({ code: 'USAGE' });
});

test.runIf(hasPgbouncer)('a database behind a pooler, which takes no settings, is not changed either', async () => {
  await using shadow = await shadows.createShadow();
  const setUp = await shadow.connect();
  await setUp.query('create table a (id int primary key)');
  await using pooler = await startPgbouncer(shadow.url);
  await using source = await open('/', pooler.url);
  expect(await ask(source, tables)).toEqual([['a']]);
  await expect(ask(source, 'create table b ()')).rejects.toThrow('read-only');
  await using again = await open('/', pooler.url);
  const client = await again.connect();
  expect([...(await readCatalog(client)).objects.keys()]).toContain('table public.a');
  await client.end();

  // its sessions, which others get, are as they were
  const others = new pg.Client(pooler.url);
  await others.connect();
  await others.query('create table c ()');
  await others.end();
  expect((await setUp.query(tables)).rows).toEqual([{ string_agg: 'a c' }]);
  await setUp.end();
});

test('files are read anew each time, and what is gone is told', async () => {
  const folder = schemaFolder({ 'db/a.sql': 'create table a ()' });
  await using before = await open(folder, 'db');
  writeFileSync(join(folder, 'db', 'b.sql'), 'create table b ()');
  await using after = await open(folder, 'db');
  expect(await ask(before, tables)).toEqual([['a']]);
  expect(await ask(after, tables)).toEqual([['a b']]);
  rmSync(join(folder, 'db', 'a.sql'));
  rmSync(join(folder, 'db', 'b.sql'));
  await expect(open(folder, 'db')).rejects.toMatchObject({ code: 'FILE_NOT_FOUND' });
});

test('migrations go on from the longest beginning of them that was made before', async () => {
  const files = { '1.sql': 'CREATE TABLE one (id int)', '2.sql': `CREATE TABLE two (id int); SELECT 'beginning'` };
  const run: string[] = [];
  const open = async (folder: string, versions?: readonly string[]): Promise<void> => {
    const source = await openSource(
      { type: 'migrations', folder, ...(versions === undefined ? {} : { versions }) },
      { shadows, progress: ({ message, done, total }) => run.push(`${message}: ${done} of ${total}`) },
    );
    await source.close();
  };
  const folder = schemaFolder({ ...files, '3.sql': 'ALTER TABLE two ADD more int' });
  await open(folder, ['1', '2']);
  run.length = 0;
  await open(folder);
  expect(run.at(-1)).toMatch(/: 1 of 1$/);
});
