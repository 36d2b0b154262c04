import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from 'pg';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../test/temporary-folder.ts';
import { openPrivateServer, openShadowServer } from '../../postgres/embedded/embedded-server.ts';
import { resolveSettings } from '../settings/resolve-settings.ts';
import { captureProjectProfile } from './profile-capture.ts';
import { openProfilePlanner } from './profile-planner.ts';

const place = () => ({
  cwd: temporaryFolder(),
  env: process.env,
  signal: new AbortController().signal,
  progress: () => {},
});

const read = (file: string): string => readFileSync(new URL(`../../../test/fidelity/${file}`, import.meta.url), 'utf8');

async function fill(client: Client): Promise<void> {
  await client.query(read('shop.sql'));
  for (const statement of read('shop-rows.sql').split(';\n')) await client.query(statement);
}

test.each([14, 15, 16, 17])('a profile of PostgreSQL %d plans on 18', async (major) => {
  const about = place();
  await using server = await openShadowServer({ major });
  await using database = await server.createShadow();
  const client = await database.connect();
  await fill(client);
  await client.end();
  const { profile } = await captureProjectProfile({ ...about, url: database.url });
  expect(profile.server.major).toBe(major);
  expect(profile.statistics.map(({ name }) => name)).toEqual(['customers_country_age_stats', 'customers_month']);
  const settings = await resolveSettings(about);
  await using planner = await openProfilePlanner({ ...about, settings, profile: 'profile.json' });
  expect(planner.shadow.notes.map(({ id }) => id)).toEqual(['profile-other-major']);
  const { text } = await planner.shadow.explain('SELECT * FROM customers WHERE id > 19900');
  expect(text).toMatch(/Index Scan using customers_pkey on customers .* rows=(9\d|10\d) /);
});

test('a role with few rights gets what it may see, and is told what would show the rest', async () => {
  const about = place();
  await using server = await openPrivateServer();
  const client = await server.connect();
  await client.query(`
    CREATE TABLE open_table AS SELECT g AS a, g % 5 AS b FROM generate_series(1, 1000) AS g;
    CREATE TABLE closed_table AS SELECT g AS c FROM generate_series(1, 1000) AS g;
    CREATE INDEX ON closed_table (c);
    CREATE TABLE secured_table AS SELECT g AS d FROM generate_series(1, 1000) AS g;
    ALTER TABLE secured_table ENABLE ROW LEVEL SECURITY;
    CREATE TABLE fresh_table AS SELECT 1 AS e;
    ANALYZE open_table, closed_table, secured_table;
    CREATE ROLE reader LOGIN PASSWORD 'secret';
    GRANT SELECT ON open_table, secured_table, fresh_table TO reader;
  `);
  await client.end();
  const url = new URL(server.url());
  url.username = 'reader';
  url.password = 'secret';
  const { profile } = await captureProjectProfile({ ...about, url: url.href });
  expect(profile.columns.map(({ column }) => column)).toEqual(['a', 'b']);
  expect(profile.relations.find(({ name }) => name === 'closed_table')).toMatchObject({ reltuples: 1000 });
  expect(profile.unseen).toEqual([
    {
      what: 'Statistics are seen for 4 of 5 columns, not for those of public.closed_table.',
      todo: 'Grant the role the right to read: GRANT pg_read_all_data TO reader;',
    },
    {
      what: 'Statistics are seen for 4 of 5 columns, not for those of public.secured_table.',
      todo: 'Policies hide them from this role. Capture as the owner of the tables, or: ALTER ROLE reader BYPASSRLS;',
    },
    { what: 'There are no statistics of public.fresh_table: never analyzed.', todo: 'ANALYZE public.fresh_table;' },
  ]);
});

test('tables that the schema lacks, and those that the profile lacks, are named, and the rest has plans', async () => {
  const about = place();
  await using server = await openShadowServer();
  await using database = await server.createShadow();
  const client = await database.connect();
  await client.query(
    'CREATE TABLE a AS SELECT g AS x, g AS y FROM generate_series(1, 5000) AS g; CREATE TABLE b (); ANALYZE',
  );
  await client.end();
  await captureProjectProfile({ ...about, url: database.url });
  const settings = await resolveSettings(about);
  writeFileSync(join(about.cwd, 'schema.sql'), 'CREATE TABLE a (x int); CREATE TABLE c ();');
  await using planner = await openProfilePlanner({
    ...about,
    settings,
    profile: 'profile.json',
    schema: { type: 'files', path: join(about.cwd, 'schema.sql') },
  });
  expect(planner.shadow.notes.map(({ id, objects }) => [id, ...objects])).toEqual([
    ['profile-relation-unknown', 'public.b'],
    ['profile-relation-missing', 'public.c'],
    ['profile-column-unknown', 'public.a.y'],
  ]);
  expect((await planner.shadow.explain('SELECT * FROM a')).text).toContain('rows=5000');
});

test('of indexes that cost the same the planner takes that of the same age as in production', async () => {
  const about = place();
  await using server = await openShadowServer();
  await using database = await server.createShadow();
  const client = await database.connect();
  await client.query(`
    CREATE TABLE t AS SELECT g AS x FROM generate_series(1, 20000) AS g;
    CREATE INDEX later_by_name ON t (x);
    CREATE INDEX earlier_by_name ON t (x);
    ANALYZE t;
  `);
  const query = 'SELECT * FROM t WHERE x = 7';
  const { rows } = await client.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${query}`);
  await client.end();
  await captureProjectProfile({ ...about, url: database.url });
  const settings = await resolveSettings(about);
  await using planner = await openProfilePlanner({ ...about, settings, profile: 'profile.json' });
  const { text } = await planner.shadow.explain(query);
  expect(text).toBe(rows.map((row) => row['QUERY PLAN']).join('\n'));
});
