import { chmodSync, readdirSync, readFileSync } from 'node:fs';
import type { Client } from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../../../test/temporary-folder.ts';
import { readCatalog } from '../../catalog/read-catalog.ts';
import { openGuardedServer, openShadowServer } from '../../postgres/embedded/embedded-server.ts';
import type { PostgresServer } from '../../postgres/server.ts';
import { splitStatements } from '../../sql/split-statements.ts';
import { type ShadowRunner, shadowRunner } from './shadow-runner.ts';

interface Case {
  readonly what: string;
  readonly expected: string;
  readonly sql: string;
}

/** Parts of a file that begin with `-- word: what it is`. */
function casesOf(name: string, outside: string): readonly Case[] {
  const file = new URL(`../../../test/fixtures/guard/${name}.sql`, import.meta.url);
  const parts = readFileSync(file, 'utf8')
    .replaceAll('@outside@', outside)
    .split(/^-- (?=[a-z]+(?: \d+)?: )/m);
  return parts.slice(1).map((part) => {
    const [title = '', ...lines] = part.split('\n');
    const [expected = '', ...what] = title.split(': ');
    return { expected, what: what.join(': '), sql: lines.join('\n').trim() };
  });
}

interface Opened {
  readonly server: PostgresServer;
  readonly client: Client;
  readonly runner: ShadowRunner;
}

async function open(major: number): Promise<Opened> {
  const server = await openGuardedServer({ major });
  const shadow = await server.createShadow();
  const client = await shadow.connect();
  onTestFinished(async () => {
    await client.end();
    await shadow.drop();
    await server.close();
  });
  return { server, client, runner: shadowRunner(client) };
}

async function messageOf(work: Promise<unknown>): Promise<string | null> {
  try {
    await work;
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

for (const major of [14, 18]) {
  for (const way of ['as they stand', 'by the runner'] as const) {
    test(`on ${major}, attacks that are run ${way} reach nothing`, { timeout: 120_000 }, async () => {
      const outside = temporaryFolder();
      chmodSync(outside, 0o777);
      const { server, client, runner } = await open(major);
      const run = (sql: string): Promise<unknown> => (way === 'by the runner' ? runner.run(sql) : client.query(sql));
      const passed: string[] = [];
      for (const { what, expected, sql } of casesOf('attacks', outside)) {
        const refusal = await messageOf(run(sql));
        const wanted = expected === 'refused' || (expected === 'omitted' && way === 'as they stand');
        if ((refusal !== null) !== wanted) passed.push(`${what}: ${refusal}`);
        await client.query('ROLLBACK; RESET ALL; RESET ROLE');
      }
      expect(passed).toEqual([]);
      expect(readdirSync(outside)).toEqual([]);
      const master = await server.connect();
      const { rows } = await master.query(`
        SELECT (SELECT array_agg(rolname::text) FROM pg_roles WHERE rolsuper) AS superusers,
          (SELECT count(*)::int FROM pg_roles WHERE rolname = 'boss' AND (rolcanlogin OR rolcreaterole)) AS bosses,
          (SELECT count(*)::int FROM pg_db_role_setting s WHERE s.setrole IN (0, 10) AND NOT EXISTS (
            SELECT FROM pg_database d WHERE d.oid = s.setdatabase AND d.datname LIKE 'plumb\\_shadow\\_%')) AS settings
      `);
      await master.end();
      expect(rows).toEqual([{ superusers: ['plumb_server'], bosses: 0, settings: 0 }]);
    });
  }
}

/** Understood when they are used, and not when the function that uses them was made. */
const plantedCasts = `
  CREATE TABLE caught (who name);
  CREATE FUNCTION catch_rights(aclitem[]) RETURNS text LANGUAGE plpgsql AS $$
    BEGIN INSERT INTO public.caught VALUES (current_user); RETURN ''; END $$;
  CREATE FUNCTION catch_text(text) RETURNS int LANGUAGE plpgsql AS $$
    BEGIN INSERT INTO public.caught VALUES (current_user); RETURN 1; END $$;
  CREATE FUNCTION catch_name(name) RETURNS int LANGUAGE plpgsql AS $$
    BEGIN INSERT INTO public.caught VALUES (current_user); RETURN 1; END $$;
  CREATE CAST (aclitem[] AS text) WITH FUNCTION catch_rights(aclitem[]) AS IMPLICIT;
  CREATE CAST (text AS int) WITH FUNCTION catch_text(text) AS IMPLICIT;
  CREATE CAST (name AS int) WITH FUNCTION catch_name(name) AS IMPLICIT;
`;

test('casts that a schema holds are not used by what runs as superuser in later sessions', async () => {
  for (const major of [14, 18]) {
    const server = await openGuardedServer({ major });
    const build = (client: Client): Promise<void> => shadowRunner(client).run(plantedCasts);
    const shadow = await server.createShadow({ key: plantedCasts, build });
    const client = await shadow.connect();
    onTestFinished(async () => {
      await client.end();
      await shadow.drop();
      await server.close();
    });
    const runner = shadowRunner(client);
    for (const sql of [
      'CREATE PUBLICATION everything FOR ALL TABLES',
      'CREATE EXTENSION pgcrypto',
      'SET ROLE somebody',
    ]) {
      await runner.run(sql);
    }
    expect((await client.query('RESET ROLE; SELECT who FROM caught')).rows ?? []).toEqual([]);
    expect((await client.query("SELECT ('1'::text)::int")).rows).toHaveLength(1);
    expect((await client.query('SELECT who::text FROM caught')).rows).toEqual([{ who: 'postgres' }]);
  }
});

/** What ordinary statements lead to, as plumb reads it. */
async function readOrdinary(server: PostgresServer): Promise<unknown> {
  const { major } = server.version;
  await using shadow = await server.createShadow();
  const client = await shadow.connect();
  try {
    const runner = shadowRunner(client);
    for (const { what, expected, sql } of casesOf('ordinary', '')) {
      if (Number(expected.replace('since ', '')) > major) continue;
      const { statements } = await splitStatements({ name: what, text: sql });
      for (const { text } of statements ?? []) {
        const refusal = await messageOf(runner.run(text));
        if (refusal !== null) throw new Error(`${text}: ${refusal}`);
      }
    }
    const { objects, needs, coverage } = await readCatalog(client);
    return {
      objects: [...objects.values()].map((object) => ({ ...object, needs: [...(needs.get(object.id) ?? [])].sort() })),
      coverage,
    };
  } finally {
    await client.end();
  }
}

test('ordinary statements lead to what they lead to where a superuser runs them', { timeout: 120_000 }, async () => {
  for (const major of [14, 18]) {
    await using guarded = await openGuardedServer({ major });
    await using trusting = await openShadowServer({ major });
    expect(await readOrdinary(guarded)).toEqual(await readOrdinary(trusting));
  }
});

const limits = { milliseconds: 1_500, bytes: 150_000_000, answerBytes: 60_000_000 };

const greedy: Readonly<Record<string, string>> = {
  'work without end': `SET statement_timeout = 0; DO $$ BEGIN LOOP
    BEGIN PERFORM pg_sleep(1); EXCEPTION WHEN query_canceled THEN NULL; END; END LOOP; END $$`,
  'work without end that tells of itself':
    'DO $$ BEGIN LOOP RAISE NOTICE $a$%$a$, repeat($a$x$a$, 1000); END LOOP; END $$',
  'rows without end':
    'CREATE TABLE grown AS SELECT repeat(md5(i::text), 20) AS t FROM generate_series(1, 100000000) AS i',
  'an answer of many rows': "SELECT repeat('x', 1000) FROM generate_series(1, 1000000000)",
  'an answer of one value': "SELECT repeat('x', 900000000)",
};

for (const [what, sql] of Object.entries(greedy)) {
  test(`${what} ends, and the server goes on`, async () => {
    await using server = await openGuardedServer({ guestLimits: limits });
    await using shadow = await server.createShadow();
    const client = await shadow.connect();
    expect(await messageOf(shadowRunner(client).run(sql))).not.toBeNull();
    await client.end().catch(() => {});
    const other = await shadow.connect();
    expect((await other.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
    await other.end();
  });
}

test('files for sorting have a limit that no session can lift', async () => {
  const { client } = await open(18);
  const { rows } = await client.query(
    "SELECT setting::int / 1024 AS megabytes FROM pg_settings WHERE name = 'temp_file_limit'",
  );
  expect(rows).toEqual([{ megabytes: 2048 }]);
});

test('nothing that one process does to its sessions reaches those of another', async () => {
  const [one, other] = [await open(18), await open(18)];
  await one.client.query(`
    DO $$ BEGIN EXECUTE 'ALTER ROLE postgres SET default_transaction_read_only = on'; END $$;
    SET ROLE NONE;
    DO $$ BEGIN EXECUTE format('ALTER ROLE %I PASSWORD %L', session_user, 'x'); END $$;
    DO $$ BEGIN EXECUTE format('ALTER ROLE %I SET search_path = evil', session_user); END $$`);
  const { rows } = await one.client.query(
    'SELECT count(*)::int AS seen FROM pg_stat_activity WHERE usename <> session_user AND query <> $1 AND datid IS NOT NULL',
    ['<insufficient privilege>'],
  );
  expect(rows).toEqual([{ seen: 0 }]);
  await using shadow = await other.server.createShadow();
  const client = await shadow.connect();
  await client.query('CREATE TABLE fine (id int)');
  await client.end();
  const ended = await messageOf(
    one.client.query(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename LIKE $1 AND usename <> session_user',
      ['plumb%'],
    ),
  );
  expect(ended).toMatch(/permission denied/);
});

test('the role of a process goes with it', async () => {
  const guests = 'SELECT FROM pg_roles WHERE rolname = $1';
  const server = await openGuardedServer();
  const shadow = await server.createShadow();
  const client = await shadow.connect();
  const { rows } = await client.query<{ name: string }>('SELECT session_user::text AS name');
  await client.end();
  await shadow.drop();
  await server.close();
  await using again = await openGuardedServer();
  const master = await again.connect();
  expect((await master.query(guests, [rows[0]?.name])).rowCount).toBe(0);
  await master.end();
});
