import { afterAll, beforeAll, expect, test } from 'vitest';
import { createShadow } from '../../postgres/embedded/create-shadow.ts';
import { readExistingIndexes } from './existing-index.ts';
import { redundantIndexes } from './redundant.ts';

let shadow: Awaited<ReturnType<typeof createShadow>>;

beforeAll(async () => {
  shadow = await createShadow();
});

afterAll(() => shadow.drop());

async function redundantAmong(sql: string): Promise<readonly string[]> {
  const client = await shadow.connect();
  try {
    await client.query(`drop schema if exists s cascade; create schema s; set search_path = s; ${sql}`);
    const found = redundantIndexes(await readExistingIndexes(client));
    return found.map(({ index, coveredBy }) => `${index.name} by ${coveredBy.name}`);
  } finally {
    await client.end();
  }
}

const table = 'create table t (id int primary key, a int, b int, c text);';

test('an index on the first columns of another is redundant', async () => {
  expect(await redundantAmong(`${table} create index one on t (a); create index two on t (a, b)`)).toEqual([
    's.one by s.two',
  ]);
});

test('of two equal indexes the younger one is redundant', async () => {
  expect(await redundantAmong(`${table} create index one on t (a); create index two on t (a)`)).toEqual([
    's.two by s.one',
  ]);
});

test('an index beside the primary key on the same column is redundant', async () => {
  expect(await redundantAmong(`${table} create index one on t (id)`)).toEqual(['s.one by s.t_pkey']);
});

test('a unique index is never redundant', async () => {
  expect(await redundantAmong(`${table} create unique index one on t (a); create index two on t (a, b)`)).toEqual([]);
});

test('an index in another direction, of another operator class or on other rows is not covered', async () => {
  expect(
    await redundantAmong(`${table}
      create index one on t (a desc);
      create index two on t (a, b);
      create index three on t (c text_pattern_ops);
      create index four on t (c, b);
      create index five on t (b) where a > 0;
      create index six on t (b, c);`),
  ).toEqual([]);
});

test('columns that are carried along have to be in the other index', async () => {
  expect(
    await redundantAmong(`${table}
      create index one on t (a) include (c);
      create index two on t (a, b);
      create index three on t (b) include (a);
      create index four on t (b, a);`),
  ).toEqual(['s.three by s.four']);
});

test('the replica identity stays', async () => {
  expect(
    await redundantAmong(`create table t (a int not null, b int not null); create unique index one on t (a);
      alter table t replica identity using index one; create index two on t (a, b);`),
  ).toEqual([]);
});

test('where one is covered by another that is covered itself, the last of them is named', async () => {
  const sql = `${table} create index one on t (a); create index two on t (a); create index three on t (a, b)`;
  expect(await redundantAmong(sql)).toEqual(['s.one by s.three', 's.two by s.three']);
});
