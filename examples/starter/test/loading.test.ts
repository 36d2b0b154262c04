import { openPrivateServer, type PostgresServer } from 'pgplumb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { digests } from './digests.ts';
import { createStarter, runFiles, schemaAndSeed, sqlFiles, value } from './starter-database.ts';

let server: PostgresServer;

beforeAll(async () => {
  server = await openPrivateServer();
});

afterAll(() => server.close());

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

test('two databases of one cluster can be loaded at once, although they share their roles', async () => {
  await using fresh = await openPrivateServer();
  await using one = await fresh.createShadow();
  await using other = await fresh.createShadow();
  const clients = await Promise.all([one.connect(), other.connect()]);
  await Promise.all(
    clients.map(async (client) => {
      await client.query('begin');
      await runFiles(client, schemaAndSeed);
      await client.query('commit');
    }),
  );
  const [first, second] = await Promise.all(clients.map((client) => digests(client)));
  expect(second).toEqual(first);
  await Promise.all(clients.map((client) => client.end()));
});

test('the owner of a database loads it without being a superuser', async () => {
  await using fresh = await openPrivateServer();
  await using shadow = await fresh.createShadow();
  const client = await shadow.connect();
  await client.query(`create role team_owner createrole; alter database ${shadow.name} owner to team_owner`);
  await client.query('set role team_owner');
  await runFiles(client, schemaAndSeed);
  expect(await value(client, `select tableowner from pg_tables where schemaname = 'app' and tablename = 'posts'`)).toBe(
    'team_owner',
  );
  await client.end();
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
