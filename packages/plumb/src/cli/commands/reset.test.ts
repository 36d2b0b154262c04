import { keepDeployersOut } from '@pgplumb/migrate';
import pg from 'pg';
import { expect, test } from 'vitest';
import { migrationProject, people, roleFor, tables, withServer } from '../../../test/migration-project.ts';
import { plumbAtTerminal } from '../../../test/plumb-at-terminal.ts';

withServer();

const seeds = { 'db/seeds/one.sql': 'INSERT INTO people VALUES (1);' };

test('everything is dropped and built anew, and seeded', async () => {
  const { start, plumb, ask } = await migrationProject({ ...people, ...seeds });
  await plumb(['up']);
  await ask('INSERT INTO people VALUES (7)');
  const { code, stdout, stderr } = await start(['reset']).ended;
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(
    /^✓ emptied .*\n✓ 20260102000000_people .*\n✓ db\/seeds\/one\.sql .*\n1 migration and 1 seed on .*, from nothing\n$/,
  );
  expect(await ask('SELECT id FROM people')).toEqual([1]);
  expect(JSON.parse((await plumb(['reset', '--json'])).stdout)).toMatchObject({
    ok: true,
    data: { applied: [{ version: '20260102000000_people' }], seeded: [{ file: 'db/seeds/one.sql' }] },
  });
});

test('what no migration makes is not dropped unless the database is named', async () => {
  const { plumb, ask, url } = await migrationProject(people);
  await plumb(['up']);
  await ask(
    'CREATE TABLE mine (id int); CREATE SCHEMA other; CREATE FUNCTION other.f(int) RETURNS int LANGUAGE sql AS $$SELECT 1$$',
  );
  const { code, stderr } = await plumb(['reset']);
  expect(code).toBe(2);
  const name = new URL(url).pathname.slice(1);
  expect(stderr).toContain(`${name} holds what no migration makes. It would be lost:`);
  // Its sequence and its partition go with it.
  expect(stderr).toMatch(/- function other\.f\(integer\)\n\s*- schema other\n\s*- table public\.mine\n/);
  expect(await ask(tables)).toEqual(['mine', 'people']);
  expect(await plumb(['reset', '--force', 'another'])).toMatchObject({ code: 2 });
  expect(await ask(tables)).toEqual(['mine', 'people']);
  expect(await plumb(['reset', '--force', name])).toMatchObject({ code: 0 });
  expect(await ask(tables)).toEqual(['people']);
});

test('a database on another machine is refused before anybody connects to it', async () => {
  const { plumb } = await migrationProject(people);
  const { code, stderr } = await plumb(['reset', '--url', 'postgres://u:secret@db.example.com/shop', '--json']);
  expect(code).toBe(2);
  expect(stderr).toBe('');
  const { stdout } = await plumb(['reset', '--url', 'postgres://u:secret@db.example.com/shop', '--json']);
  expect(JSON.parse(stdout).error).toMatchObject({
    code: 'NEEDS_ANSWER',
    message: expect.stringContaining('is not on this machine'),
    hint: expect.stringContaining('plumb reset --force'),
  });
  expect(stdout).not.toContain('secret');
});

test('at a terminal it asks, and no is the answer to losing what no migration makes', async () => {
  const { folder, url, plumb, ask } = await migrationProject(people);
  await plumb(['up']);
  await ask('CREATE TABLE mine ()');
  const env = { ...process.env, DATABASE_URL: url, CI: '' };
  const no = await plumbAtTerminal(['reset'], [['Go on?', '\r']], { cwd: folder, env });
  expect(no.shown).toContain('table public.mine');
  expect(no.code).toBe(130);
  expect(await ask(tables)).toEqual(['mine', 'people']);
  const yes = await plumbAtTerminal(['reset'], [['Go on?', 'y']], { cwd: folder, env });
  expect(yes.code).toBe(0);
  expect(await ask(tables)).toEqual(['people']);
});

test('all that a database can hold goes, by a role that may not make databases', async () => {
  const project = await migrationProject(people);
  const { plumb, ask, url } = project;
  const as = ['--url', await roleFor(project, 'reset_owner')];
  await ask(`DO $$ BEGIN
    EXECUTE format('ALTER DATABASE %I OWNER TO reset_owner', current_database());
    ALTER SCHEMA public OWNER TO reset_owner;
  END $$`);
  expect(await plumb(['up', ...as])).toMatchObject({ code: 0 });
  await ask(`
    SET ROLE reset_owner;
    CREATE TYPE mood AS ENUM ('good');
    CREATE DOMAIN grade AS int CHECK (value > 0);
    CREATE TABLE held (id serial PRIMARY KEY, mood mood, grade grade) PARTITION BY RANGE (id);
    CREATE TABLE held_one PARTITION OF held FOR VALUES FROM (1) TO (10);
    CREATE VIEW seen AS SELECT * FROM held;
    CREATE MATERIALIZED VIEW kept AS SELECT * FROM seen;
    CREATE FUNCTION twice(int) RETURNS int LANGUAGE sql AS 'SELECT 2 * $1';
    CREATE PROCEDURE nothing() LANGUAGE sql AS '';
    CREATE AGGREGATE total(int) (SFUNC = int4pl, STYPE = int);
    CREATE OPERATOR ### (FUNCTION = int4pl, LEFTARG = int, RIGHTARG = int);
    CREATE COLLATION sorted FROM "C";
    CREATE TEXT SEARCH CONFIGURATION words (COPY = simple);
    CREATE STATISTICS together ON id, grade FROM held;
    CREATE SCHEMA "Odd one"; CREATE TABLE "Odd one"."t""x" ();
    CREATE PUBLICATION told FOR TABLE people;
    CREATE EXTENSION IF NOT EXISTS plpgsql;
  `);
  const name = new URL(url).pathname.slice(1);
  expect(await plumb(['reset', '--force', name, ...as])).toMatchObject({ code: 0, stderr: '' });
  expect(
    await ask(`SELECT oid::regclass::text FROM pg_class WHERE relnamespace::regnamespace::text NOT IN
    ('pg_catalog', 'information_schema', 'pg_toast', 'plumb')`),
  ).toEqual(['people']);
  expect(await ask(`SELECT nspname::text FROM pg_namespace WHERE nspname !~ '^pg_' ORDER BY 1`)).toEqual([
    'information_schema',
    'plumb',
    'public',
  ]);
  expect(await ask(`SELECT proname::text FROM pg_proc WHERE pronamespace = 'public'::regnamespace`)).toEqual([]);
  expect(await ask('SELECT pubname::text FROM pg_publication')).toEqual([]);
});

test('what is in use is not waited for long, and nothing is changed', async () => {
  const { plumb, ask, url } = await migrationProject(people);
  await plumb(['up']);
  const { default: pg } = await import('pg');
  const other = new pg.Client(url);
  await other.connect();
  try {
    await other.query('BEGIN; LOCK TABLE people IN ACCESS SHARE MODE');
    const { code, stdout } = await plumb(['reset', '--json']);
    expect(code).toBe(2);
    expect(JSON.parse(stdout).error).toMatchObject({ code: 'LOCKED' });
  } finally {
    await other.end();
  }
  expect(await ask(tables)).toEqual(['people']);
});

test('what belongs to an administrator stays', async () => {
  const project = await migrationProject(people);
  const { plumb, ask } = project;
  const as = ['--url', await roleFor(project, 'reset_guest')];
  await ask(`DO $$ BEGIN
    EXECUTE format('GRANT CREATE ON DATABASE %I TO reset_guest', current_database());
    GRANT CREATE ON SCHEMA public TO reset_guest;
    CREATE SCHEMA auth;
    CREATE TABLE auth.users ();
    CREATE FUNCTION auth.watch() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
    CREATE EVENT TRIGGER watch ON sql_drop EXECUTE FUNCTION auth.watch();
  END $$`);
  expect(await plumb(['up', ...as])).toMatchObject({ code: 0 });
  expect(await plumb(['reset', ...as])).toMatchObject({ code: 0, stderr: '' });
  expect(await ask(tables)).toEqual(['people']);
  expect(await ask(`SELECT to_regclass('auth.users')::text`)).toEqual(['auth.users']);
});

test('it waits for a deployer who is at work', async () => {
  const { plumb, start, ask, url } = await migrationProject(people);
  await plumb(['up']);
  const client = new pg.Client(url);
  await client.connect();
  const others = await keepDeployersOut({ client });
  const reset = start(['reset']);
  let told = '';
  reset.child.stderr.on('data', (text) => {
    told += text;
  });
  await expect.poll(() => told, { timeout: 20_000 }).toContain('Waiting for another deployer');
  expect(await ask(tables)).toEqual(['people']);
  await others[Symbol.asyncDispose]();
  await client.end();
  expect(await reset.ended).toMatchObject({ code: 0 });
});
