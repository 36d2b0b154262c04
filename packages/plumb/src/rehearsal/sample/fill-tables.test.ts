import type { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openShadowServer } from '../../postgres/embedded/embedded-server.ts';
import type { PostgresServer } from '../../postgres/server.ts';
import { fillTables } from './fill-tables.ts';

let server: PostgresServer;

beforeAll(async () => {
  server = await openShadowServer();
});

afterAll(async () => {
  await server.close();
});

async function fill(
  schema: string,
  tables: readonly string[],
): Promise<Awaited<ReturnType<typeof fillTables>> & { readonly counts: object }> {
  await using shadow = await server.createShadow();
  const client = await shadow.connect();
  try {
    await client.query(schema);
    const found = await fillTables(client, tables);
    const counts: Record<string, number> = {};
    for (const table of [...found.filled, ...found.empty.map((each) => each.table)])
      counts[table] = await count(client, table);
    return { ...found, counts };
  } finally {
    await client.end();
  }
}

async function count(client: Client, table: string): Promise<number> {
  const { rows } = await client.query<{ count: number }>(`select count(*)::int as count from ${table}`);
  return rows[0]?.count ?? 0;
}

test('columns of every built-in type get values', async () => {
  const { counts, empty } = await fill(
    `
      create type mood as enum ('sad', 'glad');
      create type pair as (a int, b mood);
      create domain positive as numeric(10, 2) check (value > 0);
      create table t (
        a smallint not null, b bigint not null, c numeric(5, 2) not null, d real not null, e money not null,
        f text not null, g varchar(3) not null, h char(2) not null, i boolean not null, j date not null,
        k timestamp not null, l timestamptz not null, m time not null, n interval not null, o uuid not null unique,
        p jsonb not null, q bytea not null, r inet not null, s cidr not null, u bit(4) not null, v xml not null,
        w tsvector not null, x point not null, y int4range not null, z tstzmultirange not null,
        aa mood not null, bb mood[] not null, cc pair not null, dd positive not null, ee text[] not null,
        ff macaddr not null, gg name not null, hh "char" not null, ii numrange[] not null
      );
    `,
    ['t'],
  );
  expect(empty).toEqual([]);
  expect(counts).toEqual({ t: 3 });
});

test('tables that others refer to are filled first, also when nobody asked for them', async () => {
  const { counts } = await fill(
    `
      create table people (id int generated always as identity primary key, boss int references people, email text unique not null);
      create table teams (a int, b text, primary key (a, b));
      create table members (person int references people not null, a int, b text, foreign key (a, b) references teams);
    `,
    ['members'],
  );
  expect(counts).toEqual({ people: 3, teams: 3, members: 3 });
});

test('checks are satisfied with the values that they name', async () => {
  const { counts } = await fill(
    `
      create table t (
        state text not null check (state in ('open', 'done')),
        age int not null check (age >= 18 and age < 120),
        code text not null check (code = 'X-1' or code = 'X-2')
      );
    `,
    ['t'],
  );
  expect(counts).toEqual({ t: 3 });
});

test('a partition gets rows within its bounds', async () => {
  const { counts } = await fill(
    `
      create table sales (region text, day date) partition by list (region);
      create table sales_eu partition of sales for values in ('eu', 'uk');
      create table events (at timestamptz not null) partition by range (at);
      create table events_1999 partition of events for values from ('1999-01-01') to ('2000-01-01');
    `,
    ['sales_eu', 'events_1999'],
  );
  expect(counts).toEqual({ sales_eu: 3, events_1999: 3 });
});

test('partitions of partitions and partitions by hash get rows', async () => {
  const { counts } = await fill(
    `
      create table regions (region text, day date, n int) partition by list (region);
      create table regions_eu partition of regions for values in ('eu') partition by range (day);
      create table regions_eu_1 partition of regions_eu for values from ('2020-01-01') to ('2030-01-01');
      create table hashed (id int primary key, v text) partition by hash (id);
      create table hashed_0 partition of hashed for values with (modulus 3, remainder 0);
      create table hashed_2 partition of hashed for values with (modulus 3, remainder 2);
    `,
    ['regions_eu_1', 'hashed_0', 'hashed_2'],
  );
  expect(counts).toEqual({ regions_eu_1: 3, hashed_0: 3, hashed_2: 3 });
});

test('keys begin with 1 where rows beside them were refused', async () => {
  await using shadow = await server.createShadow();
  const client = await shadow.connect();
  await client.query(`
    create table people (id int generated always as identity primary key, name text);
    create table odd (a int not null check (a * a = 49 and a < 0));
  `);
  await fillTables(client, ['people', 'odd']);
  const { rows } = await client.query('select id from people order by id');
  await client.end();
  expect(rows).toEqual([{ id: 1 }, { id: 2 }, { id: 3 }]);
});

test('a word in a value is not taken for a column', async () => {
  const { counts } = await fill(
    `create table orders (paid boolean, state text not null check (state in ('open', 'paid')))`,
    ['orders'],
  );
  expect(counts).toEqual({ orders: 3 });
});

test('a trigger that refuses rows is gone around', async () => {
  const { counts } = await fill(
    `
      create table t (a int not null);
      create function no() returns trigger language plpgsql as 'begin raise exception ''never''; end';
      create trigger no before insert on t for each row execute function no();
    `,
    ['t'],
  );
  expect(counts).toEqual({ t: 3 });
});

test('a table that no row fits stays empty and is named with the reason', async () => {
  const { empty } = await fill('create table t (a int not null check (a * a < 0))', ['t']);
  expect(empty).toEqual([{ table: 't', reason: expect.stringContaining('t_a_check') }]);
});

test('a table that holds rows is left as it is', async () => {
  const { counts, filled } = await fill('create table t (a int); insert into t values (7)', ['t']);
  expect(filled).toEqual(['t']);
  expect(counts).toEqual({ t: 1 });
});

test('a table without columns gets a row', async () => {
  const { counts } = await fill('create table t ()', ['t']);
  expect(counts).toEqual({ t: 1 });
});
