import { afterAll, beforeAll, expect, test } from 'vitest';
import { schemaFolder } from '../../../test/schema-folder.ts';
import { openShadowServer } from '../../postgres/embedded/embedded-server.ts';
import type { PostgresServer } from '../../postgres/server.ts';
import { openSource } from '../open-source.ts';

let shadows: PostgresServer;

beforeAll(async () => {
  shadows = await openShadowServer();
});
afterAll(() => shadows.close());

/** The values of the first row that a query gives on the loaded schema. */
async function load(files: Readonly<Record<string, string>>, sql: string): Promise<unknown[] | undefined> {
  await using source = await openSource({ type: 'files', path: schemaFolder(files), shown: 'db' }, { shadows });
  const client = await source.connect();
  try {
    return (await client.query<unknown[]>({ text: sql, rowMode: 'array' })).rows[0];
  } finally {
    await client.end();
  }
}

const foreignKeys = `
  SELECT string_agg(conrelid::regclass || ': ' || conname || ' ' || pg_get_constraintdef(oid), E'\\n' ORDER BY conname)
  FROM pg_constraint WHERE contype = 'f'`;

test('files in the wrong order are sorted by what they need', async () => {
  const files = {
    'a-view.sql': 'create view app.report as select app.total(o) as total, o.state from app.orders o',
    'b-trigger.sql': 'create trigger touch before update on app.orders for each row execute function app.touch()',
    'c-orders.sql': `create table app.orders (
      id int default nextval('app.order_ids') primary key,
      state app.state not null default 'open',
      customer int references app.customers,
      code citext
    );
    create index on app.orders (customer);`,
    'd-functions.sql': `create function app.total(o app.orders) returns int language sql as 'select o.id';
    create function app.touch() returns trigger language plpgsql as 'begin return new; end';`,
    'e-customers.sql': 'create table app.customers (id int primary key)',
    'f-types.sql': `create type app.state as enum ('open', 'done'); create sequence app.order_ids`,
    'g-schema.sql': 'create schema app; create extension citext',
  };
  expect(
    await load(files, "select pg_get_viewdef('app.report'), to_regclass('app.orders_customer_idx')::text"),
  ).toEqual([expect.stringContaining('app.total(o.*) AS total'), 'app.orders_customer_idx']);
});

test('what a statement needs of another one may come by ALTER: columns, unique indexes, enum values, rows', async () => {
  const files = {
    '1.sql': `create table a (id int, code text references b (code), m mood default 'glad');
      create view w as select id, late from b;
      insert into c (b) values (1)`,
    '2.sql': `create type mood as enum ('sad'); create table b (id int primary key, code text);
      create table c (b int references b);
      alter type mood add value 'glad';`,
    '3.sql': 'alter table b add column late int; create unique index on b (code); insert into b values (1)',
  };
  expect(await load(files, `select (${foreignKeys}), (select count(*)::int from c), pg_get_viewdef('w')`)).toEqual([
    'a: a_code_fkey FOREIGN KEY (code) REFERENCES b(code)\nc: c_b_fkey FOREIGN KEY (b) REFERENCES b(id)',
    1,
    expect.stringContaining('late'),
  ]);
});

test('tables that refer to each other get their foreign keys afterwards, with all that these say', async () => {
  const files = {
    'users.sql': `create table "Users é" (
      id int primary key, -- the team, a comment with references
      "team, home" int constraint "of (team)" references teams (id) match simple on delete set null on update no action deferrable initially deferred not null,
      constraint pair foreign key (id, "team, home") references teams (owner, id) on delete set null ("team, home"),
      /* last */ boss int references "Users é"
    );`,
    'teams.sql': `create table teams (
      foreign key (owner) references "Users é" (id) on delete cascade,
      owner int unique,
      id int primary key check (id > 0),
      unique (owner, id)
    );`,
  };
  expect(await load(files, foreignKeys)).toEqual([
    `"Users é": "Users é_boss_fkey" FOREIGN KEY (boss) REFERENCES "Users é"(id)
"Users é": "of (team)" FOREIGN KEY ("team, home") REFERENCES teams(id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED
"Users é": pair FOREIGN KEY (id, "team, home") REFERENCES teams(owner, id) ON DELETE SET NULL ("team, home")
teams: teams_owner_fkey FOREIGN KEY (owner) REFERENCES "Users é"(id) ON DELETE CASCADE`
      .replaceAll('"Users é_boss_fkey"', 'Users é_boss_fkey')
      .replaceAll('"of (team)"', 'of (team)'),
  ]);
});

test('a sequence that belongs to a column whose default it is', async () => {
  const files = {
    'a.sql': "create table items (id int default nextval('item_ids'))",
    'b.sql': 'create sequence item_ids start 5 owned by items.id',
  };
  expect(await load(files, "select pg_get_serial_sequence('items', 'id')")).toEqual(['public.item_ids']);
});

test('functions that call each other are made unchecked first, and checked in the end', async () => {
  const even = "create function even(n int) returns bool language sql as 'select n = 0 or odd(n - 1)';";
  const odd = "create function odd(n int) returns bool language sql as 'select n <> 0 and even(n - 1)';";
  expect(await load({ 'a.sql': even, 'b.sql': odd }, 'select even(4)')).toEqual([true]);
  await expect(load({ 'a.sql': even, 'b.sql': odd.replace('n <> 0', 'nowhere') }, 'select 1')).rejects.toMatchObject({
    message: 'column "nowhere" does not exist (db/b.sql:1:65, SQLSTATE 42703)',
  });
});

test('settings of a session go with the statements that stand behind them', async () => {
  const files = {
    'a.sql':
      'create schema app; set search_path = app; create view v as select * from late; reset search_path; create table there ()',
    'b.sql': 'set search_path = app; create table late (id int)',
  };
  expect(await load(files, "select to_regclass('app.v')::text, to_regclass('public.there')::text")).toEqual([
    'app.v',
    'there',
  ]);
});

test('a grant on all tables is of all that the scripts make', async () => {
  const role = `plumb_reader_${process.pid}`;
  const files = {
    'a.sql': `create table a (b int references b); grant select on all tables in schema public to ${role}`,
    'b.sql': 'create table b (id int primary key)',
  };
  expect(
    await load(
      files,
      `select has_table_privilege('${role}', 'a', 'select'), has_table_privilege('${role}', 'b', 'select')`,
    ),
  ).toEqual([true, true]);
});

test('a script that drops what it makes again is not torn apart', async () => {
  const files = {
    'a.sql': 'drop table if exists a cascade; create table a (id int primary key, b int references b);',
    'b.sql': 'drop table if exists b cascade; create table b (id int primary key, a int references a);',
  };
  expect(await load(files, foreignKeys)).toEqual([
    'a: a_b_fkey FOREIGN KEY (b) REFERENCES b(id)\nb: b_a_fkey FOREIGN KEY (a) REFERENCES a(id)',
  ]);
});

test('statements of transactions are sorted like others, and what is rolled back stays away', async () => {
  const files = {
    'a.sql': 'begin; create view v as select * from t; commit; begin; create table gone (); rollback;',
    'b.sql': 'begin; create table t (id int); commit;',
  };
  expect(await load(files, "select to_regclass('v')::text, to_regclass('gone')::text")).toEqual(['v', null]);
});

test('what is missing for good is told with its place, before those who wait for it', async () => {
  const files = {
    'a.sql': 'create view top as select * from middle',
    'b.sql': '\ncreate view middle as\n  select * from usres',
    'c.sql': 'create table users ()',
  };
  await expect(load(files, 'select 1')).rejects.toMatchObject({
    code: 'SQL_FAILED',
    message: 'relation "usres" does not exist (db/b.sql:3:17, SQLSTATE 42P01)',
    hint: 'Another statement waits for it.',
  });
});

test('a foreign key to a table that is nowhere is told at the foreign key', async () => {
  const files = { 'a.sql': 'create table a (\n  id int primary key,\n  b int references nowhere\n)' };
  await expect(load(files, 'select 1')).rejects.toMatchObject({
    message: 'relation "nowhere" does not exist (db/a.sql:3:9, SQLSTATE 42P01)',
  });
});

test('a circle that no order can break is told with all who are in it', async () => {
  const files = {
    'a.sql': 'create view a as select * from b',
    'b.sql': 'create view b as select * from c',
    'c.sql': 'create view c as select * from a;\ncreate view d as select * from a',
  };
  await expect(load(files, 'select 1')).rejects.toMatchObject({
    message: `3 statements need each other, so none of them can go first:
- db/a.sql:1:32 relation "b" does not exist
- db/b.sql:1:32 relation "c" does not exist
- db/c.sql:1:32 relation "a" does not exist`,
    hint: expect.stringContaining('Break the circle'),
  });
});

test('hundreds of files in reverse order are loaded', async () => {
  const files = Object.fromEntries(
    Array.from({ length: 300 }, (_, index) => [
      `${String(index).padStart(4, '0')}.sql`,
      index === 299 ? 'create table t299 (id int)' : `create view t${index} as select * from t${index + 1}`,
    ]),
  );
  expect(await load(files, "select count(*)::int from pg_class where relname ~ '^t\\d+$'")).toEqual([300]);
});

test('an error that no order mends is told as it is', async () => {
  const files = { 'a.sql': 'create view v as select * from t', 'b.sql': 'create table t ();\ncreate table t ()' };
  await expect(load(files, 'select 1')).rejects.toMatchObject({
    message: 'relation "t" already exists (db/b.sql:2:1, SQLSTATE 42P07)',
  });
});
