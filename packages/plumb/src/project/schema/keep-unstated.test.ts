import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { temporaryFolder } from '../../../test/temporary-folder.ts';
import { openShadowServer } from '../../postgres/embedded/embedded-server.ts';
import type { PostgresServer } from '../../postgres/server.ts';
import { parseSchemaSource } from '../../sources/schema-source.ts';
import { shadowRunner } from '../../sources/stand-ins/shadow-runner.ts';
import { diffSchemas } from './diff-schemas.ts';

let server: PostgresServer;
beforeAll(async () => {
  server = await openShadowServer();
});
afterAll(() => server.close());

/** What leads a database to a schema, and what would lead back. */
async function migration(database: string, schema: string, way: 'to the schema' | 'to the database' = 'to the schema') {
  const folder = temporaryFolder();
  const file = join(folder, 'schema.sql');
  writeFileSync(file, schema);
  await using shadow = await server.createShadow();
  const client = await shadow.connect();
  await shadowRunner(client).run(database);
  await client.end();
  const where = { cwd: folder, env: {} };
  const [url, text] = [parseSchemaSource(shadow.url, where), parseSchemaSource(file, where)];
  const [from, to] = way === 'to the schema' ? [url, text] : [text, url];
  const { plan, refusal, findings } = await diffSchemas({ from, to, shadows: server, allowLoss: async () => true });
  return { up: plan.up.map(({ sql }) => sql), down: plan.down.map(({ sql }) => sql), refusal, findings };
}

const tables = 'CREATE TABLE t (id int, a int); CREATE VIEW v AS SELECT a FROM t; CREATE TABLE u (id int);';
const surroundings = `
  GRANT SELECT ON t, v TO reader;
  GRANT INSERT (a) ON t TO reader;
  GRANT USAGE ON SCHEMA public TO reader;
  ALTER VIEW v OWNER TO app_owner;
  ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO reader;
  CREATE PUBLICATION p FOR TABLE t;
  COMMENT ON PUBLICATION p IS 'x';
  ALTER PUBLICATION p OWNER TO app_owner;
`;

test.each(['to the schema', 'to the database'] as const)(
  'what a schema is silent about is no difference on the way %s',
  async (way) => {
    expect(await migration(tables + surroundings, tables, way)).toMatchObject({ up: [], down: [], refusal: null });
  },
);

test('what a schema is silent about is given back to what is made anew, and by default to what is new', async () => {
  const schema = `${tables.replace('a int', 'a bigint')} CREATE TABLE n (id int);`;
  const { up, refusal } = await migration(tables + surroundings, schema);
  expect(refusal).toBeNull();
  expect(up.filter((sql) => !sql.startsWith('CREATE'))).toEqual([
    'DROP VIEW public.v',
    'ALTER TABLE public.t ALTER COLUMN a TYPE bigint',
    'ALTER VIEW public.v OWNER TO app_owner',
  ]);
});

test('what a schema speaks of is led to what it says', async () => {
  const { up } = await migration(tables + surroundings, `${tables} GRANT SELECT ON t TO writer;`);
  expect(up.toSorted()).toEqual([
    'GRANT SELECT ON TABLE public.t TO writer',
    'REVOKE INSERT (a) ON TABLE public.t FROM reader',
    'REVOKE SELECT ON TABLE public.t FROM reader',
    'REVOKE SELECT ON TABLE public.v FROM reader',
    'REVOKE USAGE ON SCHEMA public FROM reader',
  ]);
});

test('what belongs to a namesake of the superuser of shadows is left out, and said', async () => {
  const mine = 'ALTER TABLE t OWNER TO app_owner; ALTER TABLE u OWNER TO app_owner; ALTER VIEW v OWNER TO app_owner;';
  const { up, refusal, findings } = await migration(`${tables} ${mine} GRANT SELECT ON t TO postgres;`, tables);
  expect({ up, refusal }).toEqual({ up: [], refusal: null });
  expect(findings.map(({ title }) => title)).toEqual(['Not compared: what the role postgres has']);
});
