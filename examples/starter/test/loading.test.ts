import { openPrivateServer, type PostgresServer } from 'pgplumb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Client, column, createStarter, runFiles, schemaAndSeed, sqlFiles, value } from './starter-database.ts';

let server: PostgresServer;

beforeAll(async () => {
  server = await openPrivateServer();
});

afterAll(() => server.close());

/** A digest of all rows of each table, so that two databases can be compared. */
async function digests(client: Client): Promise<Record<string, string>> {
  await client.query(`set time zone 'UTC'`);
  const tables = await column<string>(
    client,
    `select c.oid::regclass::text
     from pg_class as c
     where c.relkind in ('r', 'm') and c.relnamespace::regnamespace::text in ('app', 'audit', 'auth', 'private')
     order by 1`,
  );
  const found: Record<string, string> = {};
  for (const table of tables) {
    // `search` follows from the other columns; PostgreSQL 18 stems some words in another way than those before it.
    found[table] = await value<string>(
      client,
      `select coalesce(md5(string_agg(line, chr(10) order by line collate "C")), 'empty')
       from (select (to_jsonb(t) - 'search')::text as line from ${table} as t) as lines`,
    );
  }
  return found;
}

test('schema and seed give the same rows in one transaction, file by file, and in another time zone', async () => {
  await using one = await server.createShadow();
  await using other = await server.createShadow();
  const together = await one.connect();
  const apart = await other.connect();

  await together.query('begin');
  await runFiles(together, schemaAndSeed);
  await together.query('commit');
  await apart.query(`set time zone 'Asia/Kathmandu'`);
  await apart.query(`set datestyle = 'german'`);
  await runFiles(apart, schemaAndSeed);

  const expected = await digests(together);
  expect(Object.keys(expected).length).toBeGreaterThan(18);
  expect(await digests(apart)).toEqual(expected);
  await Promise.all([together.end(), apart.end()]);
});

test('the seed can be loaded again: nothing is added, and what people changed since stays', async () => {
  await using starter = await createStarter(server);
  const client = await starter.connect();
  const loaded = await digests(client);
  await runFiles(client, sqlFiles('seed'));
  expect(await digests(client)).toEqual(loaded);

  await client.query(`update app.posts set title = 'Mine now', status = 'draft' where id = md5('post:7')::uuid`);
  await client.query(`update app.settings set preferences = '{}' where user_id = md5('user:8')::uuid`);
  await client.query('refresh materialized view private.user_stats');
  const changed = await digests(client);
  await runFiles(client, sqlFiles('seed'));
  expect(await digests(client)).toEqual(changed);
  await client.end();
});

test('the audit log of the seed lies in the months in which it happened', async () => {
  await using starter = await createStarter(server);
  const client = await starter.connect();
  const { rows } = await client.query<{ partition: string; entries: number }>(
    `select tableoid::regclass::text as partition, count(*)::int as entries
     from audit.entries
     where new_values is not null and actor_id is not null
     group by 1
     order by 1`,
  );
  expect(rows.map(({ partition }) => partition)).toEqual([
    'audit.entries_2025_09',
    'audit.entries_2025_10',
    'audit.entries_2025_11',
    'audit.entries_2025_12',
    'audit.entries_2026_01',
    'audit.entries_2026_02',
  ]);
  expect(Math.min(...rows.map(({ entries }) => entries))).toBeGreaterThan(300);
  expect(await value(client, 'select count(*)::int from audit.entries_default')).toBe(0);
  await client.end();
});

for (const major of [14, 15, 16, 17]) {
  test(`PostgreSQL ${major} loads the starter with the same rows as the current major`, async () => {
    await using older = await openPrivateServer({ major });
    await using here = await createStarter(server);
    await using there = await createStarter(older);
    const client = await here.connect();
    const olderClient = await there.connect();
    expect(await value(olderClient, `select current_setting('server_version_num')::int / 10000`)).toBe(major);
    expect(await digests(olderClient)).toEqual(await digests(client));
    await Promise.all([client.end(), olderClient.end()]);
  });
}
