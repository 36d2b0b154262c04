import { expect, test } from 'vitest';
import { refusalOf, upOf } from '../../../test/diff-sql.ts';

async function lossesOf(before: string, after: string): Promise<readonly string[]> {
  const refusal = await refusalOf(before, after, { rename: ['none'] });
  return refusal?.reason === 'data-loss' ? refusal.losses.map(({ message }) => message) : [String(refusal?.reason)];
}

test('what drops loses is said, and asked for', async () => {
  const before = `
    CREATE TYPE mood AS ENUM ('sad', 'happy');
    CREATE TYPE address AS (street text, zip text);
    CREATE TABLE users (id int, name text, mood mood, home address, upper_name text GENERATED ALWAYS AS (upper(name)) STORED);
    CREATE TABLE gone (id int);
    CREATE MATERIALIZED VIEW names AS SELECT name FROM users;
  `;
  const after = `
    CREATE TYPE mood AS ENUM ('happy');
    CREATE TYPE address AS (street text);
    CREATE TABLE users (id int, mood mood, home address);
  `;
  expect((await lossesOf(before, after)).toSorted()).toEqual([
    'The column public.users.name is dropped with all that it holds.',
    "The enum public.mood loses the value 'sad'.",
    'The table public.gone is dropped with all of its rows.',
    'The values of the attribute zip are lost in every column of type public.address.',
  ]);
  expect(await upOf(before, after, { rename: ['none'], allow: true })).toContain('DROP TABLE public.gone');
});

test('a type that holds less loses data, also inside a domain or a composite type', async () => {
  const make = (amount: string, label: string): string => `
    CREATE DOMAIN money_amount AS ${amount};
    CREATE TYPE pair AS (a ${amount}, b text);
    CREATE TABLE bills (id int, total ${amount}, net money_amount, both_of pair, label ${label});
  `;
  const losses = await lossesOf(make('numeric(12,4)', 'text'), make('numeric(12,2)', 'varchar(20)'));
  expect(losses.map((message) => message.split(' ')[0]).toSorted()).toEqual([
    'public.bills.label',
    'public.bills.net',
    'public.bills.total',
    'public.pair.a',
  ]);
});

test('what a table that is made anew has no place for is lost, the rest is not', async () => {
  const losses = await lossesOf(
    'CREATE TABLE events (id bigint, day date, note text, size int)',
    'CREATE TABLE events (id bigint, day date, size smallint) PARTITION BY RANGE (day); CREATE TABLE events_all PARTITION OF events DEFAULT',
  );
  expect(losses).toEqual([
    'The column public.events.note is not carried over to the table that is made anew: all that it holds is lost.',
    expect.stringMatching(/^public.events.size .* smallint/),
  ]);
  expect(
    await upOf(
      'CREATE TABLE events (id bigint, day date)',
      'CREATE TABLE events (id bigint, day date) PARTITION BY RANGE (day); CREATE TABLE events_all PARTITION OF events DEFAULT',
    ),
  ).not.toEqual([]);
});

test('a column that is made anew as a generated one loses what it held', async () => {
  expect(
    await lossesOf('CREATE TABLE t (a int, b int)', 'CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a + 1) STORED)'),
  ).toEqual(['The column public.t.b is dropped with all that it holds.']);
});

test('wider types, and objects that hold nothing of their own, lose nothing', async () => {
  expect(
    await upOf(
      `CREATE TABLE t (a int, b varchar(10), c numeric(8,2)); CREATE VIEW v AS SELECT 1 AS x;
       CREATE MATERIALIZED VIEW m AS SELECT 1 AS x; CREATE INDEX i ON t (a); CREATE SEQUENCE s`,
      'CREATE TABLE t (a bigint, b text, c numeric(10,2))',
    ),
  ).toContain('DROP SEQUENCE public.s');
});
