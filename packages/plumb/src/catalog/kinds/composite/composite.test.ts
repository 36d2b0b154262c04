import { expect, test } from 'vitest';
import { migrate, sqlOf } from '../../../../test/migrate.ts';

const type = (attributes: string): string => `CREATE TYPE pair AS (${attributes});`;
const table = 'CREATE TABLE t (id integer PRIMARY KEY, p pair, many pair[]);';

test('attributes are added at the end, dropped and changed in place', async () => {
  const { up } = await migrate(type('a integer, b text, c date'), type('a bigint, c date, d text COLLATE "C"'));
  expect(sqlOf(up)).toEqual([
    `ALTER TYPE public.pair
  DROP ATTRIBUTE b,
  ALTER ATTRIBUTE a TYPE bigint,
  ADD ATTRIBUTE d text COLLATE "C"`,
  ]);
});

test('what no column uses gets its order in place, and its functions stay', async () => {
  const schema = (attributes: string): string => `
    ${type(attributes)}
    CREATE FUNCTION f(p pair) RETURNS integer LANGUAGE sql AS 'SELECT p.a';
    CREATE VIEW v AS SELECT (NULL::pair).c AS c;
    COMMENT ON COLUMN pair.c IS 'last';
  `;
  const { up } = await migrate(schema('a integer, c integer'), schema('a integer, b integer, c integer'));
  expect(sqlOf(up).join('\n')).not.toContain('FUNCTION');
});

test('columns keep their values when the type gains or loses an attribute', async () => {
  const { up, rows } = await migrate(type('a integer, b text') + table, type('b text, c date') + table, {
    rows: `INSERT INTO t VALUES (1, (1, 'x'), ARRAY[(2, 'y')::pair])`,
    query: 'SELECT p::text, many::text FROM t',
  });
  expect(rows).toEqual([['(x,)', '{"(y,)"}']]);
  expect(up.flatMap(({ hazards }) => hazards.map(({ kind }) => kind))).toContain('data-loss');
});

test('an attribute of another type leads columns over', async () => {
  const { rows } = await migrate(type('a integer, b text') + table, type('a bigint, b text') + table, {
    rows: `INSERT INTO t VALUES (1, (1, 'x'), ARRAY[(2, 'y')::pair]), (2, NULL, NULL)`,
    query: 'SELECT p::text, many::text FROM t ORDER BY id',
  });
  expect(rows).toEqual([
    ['(1,x)', '{"(2,y)"}'],
    [null, null],
  ]);
});

test('values are led over by the names of their attributes, not by their order', async () => {
  const schema = (attributes: string): string => `
    CREATE TYPE mood AS ENUM ('x', 'y');
    CREATE TYPE inner_pair AS (m mood, n integer);
    ${type(attributes)} ${table}
    CREATE DOMAIN wrapped AS pair;
    CREATE TABLE w (id integer PRIMARY KEY, p wrapped);
  `;
  const { rows } = await migrate(schema('a integer, c inner_pair'), schema('c inner_pair, b text, a bigint'), {
    rows: `
      INSERT INTO t VALUES (1, (1, ('x', 2)), ARRAY[ARRAY[(2, NULL)::pair, NULL]]);
      INSERT INTO w VALUES (1, (3, NULL));
    `,
    query: `SELECT p::text, many::text FROM t UNION ALL SELECT p::text, NULL FROM w`,
  });
  expect(rows).toEqual([
    ['("(x,2)",,1)', '{{"(,,2)",NULL}}'],
    ['(,,3)', null],
  ]);
});

test('an attribute follows when its enum is replaced', async () => {
  const schema = (labels: string): string => `
    CREATE TYPE mood AS ENUM (${labels});
    ${type('a mood, b mood[]')}
    CREATE FUNCTION f(p pair) RETURNS text LANGUAGE sql AS 'SELECT p.a::text';
  `;
  await migrate(schema("'x', 'y'"), schema("'y'"));
});

test('typed tables change with their type', async () => {
  const schema = (attributes: string): string => `${type(attributes)} CREATE TABLE t OF pair;`;
  const { rows } = await migrate(schema('a integer, b text'), schema('a bigint, c text'), {
    rows: "INSERT INTO t VALUES (1, 'x')",
    query: 'SELECT a::text, c FROM t',
  });
  expect(rows).toEqual([['1', null]]);
});

test('an empty composite type, quoted names and comments on attributes', async () => {
  const { up } = await migrate(
    'CREATE TYPE nothing AS ();',
    `CREATE SCHEMA "A b"; CREATE TYPE "A b"."C.d" AS ("e f" text, "select" integer);
    COMMENT ON COLUMN "A b"."C.d"."e f" IS 'it''s'; COMMENT ON TYPE "A b"."C.d" IS 'a\\b';`,
  );
  expect(sqlOf(up).join('\n')).toContain(`COMMENT ON COLUMN "A b"."C.d"."e f" IS 'it''s'`);
});
