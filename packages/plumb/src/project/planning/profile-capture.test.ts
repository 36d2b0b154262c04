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

test.each([14, 15, 16, 17])('a profile of PostgreSQL %d plans on that major as the database does', async (major) => {
  const about = place();
  await using server = await openShadowServer({ major });
  await using database = await server.createShadow();
  const client = await database.connect();
  await fill(client);
  await client.query(`
    CREATE DOMAIN code AS varchar(20) CHECK (VALUE <> '');
    CREATE TABLE kinds (id code PRIMARY KEY, days int4range, spans int4multirange, words tsvector, ids uuid[]);
    INSERT INTO kinds SELECT 'k' || g, int4range(g % 90, g % 90 + g % 40), int4multirange(int4range(g % 50, g % 50 + 3)),
      to_tsvector('simple', 'w' || g % 40), ARRAY[md5((g % 60)::text)::uuid] FROM generate_series(1, 4000) g;
    CREATE TABLE parts (id int, day date);
    CREATE TABLE old_parts () INHERITS (parts);
    CREATE INDEX ON parts (day);
    INSERT INTO parts SELECT g, date '2020-01-01' + g % 700 FROM generate_series(1, 9000) g;
    INSERT INTO old_parts SELECT g, date '2010-01-01' + g % 700 FROM generate_series(1, 9000) g;
    ANALYZE kinds, parts, old_parts;
  `);
  const { profile } = await captureProjectProfile({ ...about, url: database.url });
  expect(profile.server.major).toBe(major);
  expect(profile.statistics.map(({ name }) => name)).toEqual(['customers_country_age_stats', 'customers_month']);
  const settings = await resolveSettings(about);
  await using planner = await openProfilePlanner({ ...about, settings, profile: 'profile.json' });
  const { shadow } = planner;
  expect(shadow.notes).toEqual([]);
  const planned = async (query: string): Promise<string> =>
    (await client.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${query}`)).rows.map((row) => row['QUERY PLAN']).join('\n');
  await shadow.withIndexes(['CREATE INDEX ON customers (age)'], async () => {});
  const queries = [
    ...read('shop-queries.sql').split(';\n'),
    "SELECT * FROM kinds WHERE id > 'k3' AND days && int4range(10, 20)",
    'SELECT * FROM kinds WHERE spans @> 40 AND upper(days) > 20',
    "SELECT * FROM kinds WHERE words @@ 'w7'",
    "SELECT * FROM parts WHERE day < '2010-02-01'",
    "SELECT * FROM kinds WHERE ids @> ARRAY['c4ca4238-a0b9-2382-0dcc-509a6f75849b'::uuid]",
  ].filter((query) => query.trim() !== '');
  for (const query of queries) expect((await shadow.explain(query)).text).toBe(await planned(query));
  await client.query('SET plan_cache_mode = force_generic_plan; PREPARE one AS SELECT * FROM customers WHERE age = $1');
  const generic = await planned('EXECUTE one (NULL)');
  expect((await shadow.explain("SELECT * FROM customers WHERE age = $1 -- $2 or '$3'")).text).toBe(generic);
  await client.end();
});

test('before 17, ranges are seen by those who may read all data', async () => {
  const about = place();
  await using server = await openPrivateServer({ major: 16 });
  const client = await server.connect();
  await client.query(`
    CREATE TABLE spans AS SELECT int4range(g, g + g % 9) AS span FROM generate_series(1, 1000) AS g;
    ANALYZE spans;
    CREATE ROLE reader LOGIN PASSWORD 'secret';
    GRANT SELECT ON spans TO reader;
  `);
  const url = new URL(server.url());
  url.username = 'reader';
  url.password = 'secret';
  const { profile } = await captureProjectProfile({ ...about, url: url.href });
  expect(profile.unseen).toEqual([
    {
      what: 'The bounds and lengths of ranges are not seen: public.spans.span.',
      todo: 'Before PostgreSQL 17 they are only in pg_statistic, which this shows: GRANT pg_read_all_data TO reader;',
    },
  ]);
  await client.query('GRANT pg_read_all_data TO reader');
  await client.end();
  const { profile: more } = await captureProjectProfile({ ...about, url: url.href });
  expect(more.unseen).toEqual([]);
  expect(more.columns).toMatchObject([{ column: 'span', emptyRanges: expect.any(Number) }]);
  expect(more.columns[0]?.rangeBounds).toContain('"[1,');
});

test('a role with few rights gets what it may see, and is told what would show the rest', async () => {
  const about = place();
  await using server = await openPrivateServer();
  const client = await server.connect();
  await client.query(`
    CREATE TABLE open_table AS SELECT g AS a, g % 5 AS b FROM generate_series(1, 1000) AS g;
    CREATE TABLE closed_table AS SELECT g AS c FROM generate_series(1, 1000) AS g;
    CREATE INDEX closed_index ON closed_table ((c + 1));
    CREATE TABLE secured_table AS SELECT g AS d FROM generate_series(1, 1000) AS g;
    ALTER TABLE secured_table ENABLE ROW LEVEL SECURITY;
    CREATE TABLE fresh_table AS SELECT 1 AS e;
    CREATE STATISTICS open_statistics ON a, b FROM open_table;
    ANALYZE open_table, closed_table, secured_table;
    CREATE ROLE reader LOGIN PASSWORD 'secret';
    GRANT SELECT ON open_table, secured_table, fresh_table TO reader;
  `);
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
      todo: 'Policies hide them from this role. Capture as the owner of the tables, or: GRANT pg_read_all_data TO reader;',
    },
    {
      what: 'Statistics of expressions in indexes are not seen: public.closed_index.',
      todo: 'Only their owner sees them, and who may read what is stored: GRANT pg_read_all_data TO reader;',
    },
    {
      what: 'What CREATE STATISTICS made is not seen: public.open_statistics.',
      todo: 'Only owners of tables see it, and who may read what is stored: GRANT pg_read_all_data TO reader;',
    },
    { what: 'There are no statistics of public.fresh_table: never analyzed.', todo: 'ANALYZE public.fresh_table;' },
  ]);
  await client.query('GRANT pg_read_all_data TO reader');
  await client.end();
  const { profile: more } = await captureProjectProfile({ ...about, url: url.href });
  expect(more.unseen).toHaveLength(1);
  expect(more.columns.map(({ column }) => column)).toEqual(['expr', 'c', 'a', 'b', 'd']);
  expect(more.statistics).toMatchObject([{ name: 'open_statistics' }]);
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
