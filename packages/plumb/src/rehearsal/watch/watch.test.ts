import type { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openShadowServer } from '../../postgres/embedded/embedded-server.ts';
import type { PostgresServer } from '../../postgres/server.ts';
import type { ShadowDatabase } from '../../postgres/shadow/shadow.ts';
import { blockedBy, type Observation } from './observation.ts';
import { relationsOf } from './snapshot.ts';
import { watchAlone, watchInside } from './watch-inside.ts';
import { watchOutside } from './watch-outside.ts';

const schema = `
CREATE TABLE people (id int PRIMARY KEY, name text, born timestamp, n varchar(50));
CREATE INDEX people_name ON people (name);
CREATE INDEX people_n ON people (n);
INSERT INTO people SELECT n, 'p' || n, now(), 'x' FROM generate_series(1, 50) n;
CREATE TABLE orders (id int PRIMARY KEY, person int);
INSERT INTO orders SELECT n, n FROM generate_series(1, 50) n;
CREATE TABLE logs (id int, at date) PARTITION BY RANGE (at);
CREATE TABLE logs_a PARTITION OF logs FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE INDEX ON logs (id);
CREATE TABLE deep (id int, at date) PARTITION BY LIST (id);
CREATE TABLE deep_a PARTITION OF deep FOR VALUES IN (1) PARTITION BY RANGE (at);
CREATE TABLE deep_a_1 PARTITION OF deep_a FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE deep_a_2 PARTITION OF deep_a FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
CREATE MATERIALIZED VIEW names AS SELECT id, name FROM people;
CREATE UNIQUE INDEX ON names (id);
`;

let server: PostgresServer;
let shadow: ShadowDatabase;
let clients: { client: Client; observer: Client; obstacles: [Client, Client, Client, Client] };

beforeAll(async () => {
  server = await openShadowServer();
});
afterAll(() => server.close());

beforeEach(async () => {
  shadow = await server.createShadow({ key: schema, build: async (client) => void (await client.query(schema)) });
  const connect = (): Promise<Client> => shadow.connect();
  clients = {
    client: await connect(),
    observer: await connect(),
    obstacles: [await connect(), await connect(), await connect(), await connect()],
  };
  return async () => {
    for (const client of Object.values(clients).flat()) await client.end();
    await shadow.drop();
  };
});

async function alone(sql: string): Promise<Observation> {
  const { client } = clients;
  const watched = await relationsOf(client);
  return watchAlone(client, watched, async () => void (await client.query(sql)));
}

async function outside(sql: string): Promise<Observation> {
  const watched = await relationsOf(clients.client);
  const run = async (): Promise<void> => void (await clients.client.query(sql));
  return watchOutside(clients, watched, { text: sql, run });
}

const people = 'public.people';
const orders = 'public.orders';

test.each<[sql: string, expected: Partial<Observation>, blocks: readonly string[]]>([
  [
    'ALTER TABLE people ADD COLUMN a int DEFAULT 1',
    { locks: { [people]: 'AccessExclusiveLock' }, rewrites: [], scans: [] },
    [],
  ],
  [
    'ALTER TABLE people ADD COLUMN a float DEFAULT random()',
    { locks: { [people]: 'AccessExclusiveLock' }, rewrites: [people], scans: [people] },
    [people],
  ],
  [
    'ALTER TABLE people ALTER n TYPE varchar(100)',
    { locks: { [people]: 'AccessExclusiveLock' }, rewrites: [], rebuilds: [], scans: [] },
    [],
  ],
  [
    'ALTER TABLE people ALTER name SET NOT NULL',
    { locks: { [people]: 'AccessExclusiveLock' }, rewrites: [], scans: [people] },
    [people],
  ],
  ['CREATE INDEX ON people (born)', { locks: { [people]: 'ShareLock' }, scans: [people] }, [people]],
  [
    'ALTER TABLE orders ADD FOREIGN KEY (person) REFERENCES people',
    { locks: { [people]: 'ShareRowExclusiveLock', [orders]: 'ShareRowExclusiveLock' }, rewrites: [] },
    [orders, people],
  ],
  [
    'ALTER TABLE orders ADD FOREIGN KEY (person) REFERENCES people NOT VALID',
    { locks: { [people]: 'ShareRowExclusiveLock', [orders]: 'ShareRowExclusiveLock' }, scans: [] },
    [],
  ],
  ['DROP TABLE orders', { locks: { [orders]: 'AccessExclusiveLock' } }, []],
  [
    "DO $$ BEGIN EXECUTE 'ALTER TABLE orders ALTER person SET NOT NULL'; END $$",
    { locks: { [orders]: 'AccessExclusiveLock' }, scans: [orders] },
    [orders],
  ],
  ['CREATE TABLE more (id int REFERENCES people)', { locks: { [people]: 'ShareRowExclusiveLock' } }, []],
  [
    'REFRESH MATERIALIZED VIEW names',
    { rewrites: ['public.names'], scans: ['public.names', people] },
    ['public.names'],
  ],
  ['INSERT INTO orders VALUES (99)', { locks: { [orders]: 'RowExclusiveLock' }, scans: [] }, []],
])('%s', async (sql, expected, blocks) => {
  const observation = await alone(sql);
  expect(observation).toMatchObject(expected);
  expect(blockedBy(observation)).toEqual(blocks);
});

test('an index that is built anew with its table is told from one that is taken over', async () => {
  const index = 'public.people_n';
  expect(await alone('ALTER TABLE people ALTER n TYPE text')).toMatchObject({ rewrites: [], rebuilds: [] });
  expect(await alone('ALTER TABLE people ALTER n TYPE text COLLATE "C"')).toMatchObject({
    rewrites: [],
    rebuilds: [index],
  });
  expect(await alone('ALTER TABLE people ALTER n TYPE char(60)')).toMatchObject({ rewrites: [people] });
});

test('a lock that an earlier statement of the transaction took is held while a later one works', async () => {
  const { client } = clients;
  const watched = await relationsOf(client);
  const run = (sql: string) => watchInside(client, watched, async () => void (await client.query(sql)));
  await client.query('BEGIN');
  await run('ALTER TABLE orders ADD COLUMN a int');
  const second = await run('CREATE INDEX ON people (born)');
  await client.query('ROLLBACK');
  expect(second).toMatchObject({ locks: { [people]: 'ShareLock' }, held: { [orders]: 'AccessExclusiveLock' } });
  expect(blockedBy(second)).toEqual([orders, people]);
});

test.each<[sql: string, expected: Partial<Observation>, blocks: readonly string[]]>([
  [
    'CREATE INDEX CONCURRENTLY ON people (born)',
    { locks: { [people]: 'ShareUpdateExclusiveLock' }, scans: [people] },
    [],
  ],
  ['CREATE INDEX CONCURRENTLY ON names (name)', { locks: { 'public.names': 'ShareUpdateExclusiveLock' } }, []],
  ['VACUUM FULL names', { locks: { 'public.names': 'AccessExclusiveLock' } }, ['public.names']],
  ['VACUUM people', { locks: { [people]: 'ShareUpdateExclusiveLock' } }, []],
  ['VACUUM FULL people', { locks: { [people]: 'AccessExclusiveLock' }, rewrites: [people] }, [people]],
  ['DROP INDEX CONCURRENTLY people_n', { locks: { [people]: 'ShareUpdateExclusiveLock' } }, []],
  ['REINDEX TABLE CONCURRENTLY people', { locks: { [people]: 'ShareUpdateExclusiveLock' } }, []],
  [
    'ALTER TABLE deep_a DETACH PARTITION deep_a_1 CONCURRENTLY',
    { locks: { 'public.deep_a': 'ShareUpdateExclusiveLock', 'public.deep_a_1': 'AccessExclusiveLock' } },
    [],
  ],
  [
    'ALTER TABLE deep DETACH PARTITION deep_a CONCURRENTLY',
    {
      locks: {
        'public.deep': 'ShareUpdateExclusiveLock',
        'public.deep_a': 'AccessExclusiveLock',
        'public.deep_a_1': 'AccessExclusiveLock',
        'public.deep_a_2': 'AccessExclusiveLock',
      },
    },
    [],
  ],
  [
    'REINDEX INDEX CONCURRENTLY logs_id_idx',
    { locks: { 'public.logs': 'ShareUpdateExclusiveLock', 'public.logs_a': 'ShareUpdateExclusiveLock' } },
    [],
  ],
  [
    'REINDEX SCHEMA CONCURRENTLY public',
    { locks: { 'public.people': 'ShareUpdateExclusiveLock', 'public.orders': 'ShareUpdateExclusiveLock' } },
    [],
  ],
  [
    'REINDEX TABLE CONCURRENTLY logs',
    {
      locks: { 'public.logs': 'ShareUpdateExclusiveLock', 'public.logs_a': 'ShareLock' },
      rebuilds: ['public.logs_a_id_idx'],
    },
    [],
  ],
  [
    'ALTER TABLE logs DETACH PARTITION logs_a CONCURRENTLY',
    { locks: { 'public.logs': 'ShareUpdateExclusiveLock', 'public.logs_a': 'AccessExclusiveLock' } },
    [],
  ],
])('%s, outside of a transaction', async (sql, expected, blocks) => {
  const observation = await outside(sql);
  expect(observation).toMatchObject(expected);
  expect(blockedBy(observation)).toEqual(blocks);
});
