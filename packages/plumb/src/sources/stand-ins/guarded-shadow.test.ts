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
