import { expect, test } from 'vitest';
import { migrate, sqlOf } from '../../../test/migrate.ts';

const values = (...labels: string[]): string =>
  `CREATE TYPE mood AS ENUM (${labels.map((label) => `'${label.replaceAll("'", "''")}'`).join(', ')});`;

test('values are added where they belong', async () => {
  const { up } = await migrate(values('b', 'd'), values('0', 'a', 'b', 'c', 'c2', 'd', 'e', "f's"));
  expect(sqlOf(up)).toEqual([
    "ALTER TYPE public.mood ADD VALUE '0' BEFORE 'b'",
    "ALTER TYPE public.mood ADD VALUE 'a' AFTER '0'",
    "ALTER TYPE public.mood ADD VALUE 'c' AFTER 'b'",
    "ALTER TYPE public.mood ADD VALUE 'c2' AFTER 'c'",
    "ALTER TYPE public.mood ADD VALUE 'e'",
    "ALTER TYPE public.mood ADD VALUE 'f''s'",
  ]);
});

test('a new value is a default in the same migration', async () => {
  const table = (value: string): string => `CREATE TABLE t (id int PRIMARY KEY, m mood NOT NULL DEFAULT '${value}');`;
  const { up } = await migrate(values('sad') + table('sad'), values('sad', 'happy') + table('happy'), {
    rows: 'INSERT INTO t VALUES (1)',
  });
  expect(sqlOf(up)).toEqual([
    "ALTER TYPE public.mood ADD VALUE 'happy'",
    "ALTER TABLE public.t ALTER COLUMN m SET DEFAULT 'happy'::public.mood",
  ]);
});

test('removing a value leads columns over to a new type and keeps their rows', async () => {
  const schema = (...labels: string[]): string => `
    ${values(...labels)}
    CREATE TABLE t (id int PRIMARY KEY, m mood NOT NULL DEFAULT 'ok', many mood[]);
    CREATE INDEX t_m ON t (m) WHERE m <> 'ok';
    CREATE VIEW v AS SELECT id, m FROM t WHERE m = 'ok';
    CREATE FUNCTION f(m mood) RETURNS mood LANGUAGE sql AS 'SELECT m';
    COMMENT ON TYPE mood IS 'how one feels';
    COMMENT ON VIEW v IS 'fine';
  `;
  const { up, rows } = await migrate(schema('sad', 'ok', 'happy'), schema('happy', 'ok'), {
    rows: "INSERT INTO t VALUES (1, 'happy', '{ok,happy}'), (2, 'ok', NULL)",
    query: 'SELECT id, m::text, many::text FROM t ORDER BY m',
  });
  expect(rows).toEqual([
    [1, 'happy', '{ok,happy}'],
    [2, 'ok', null],
  ]);
  const hazards = up.flatMap(({ hazards }) => hazards);
  expect(hazards.map(({ kind }) => kind)).toContain('data-loss');
  expect(hazards.map(({ message }) => message)).toContain("The enum public.mood loses the value 'sad'.");
});

test('an enum without values can get one', async () => {
  await migrate(values(), values('a'));
});

test.each([
  ["TYPE state AS ENUM ('open', 'done')", "DOMAIN state AS text CHECK (value IN ('open', 'done'))"],
  ["TYPE state AS ENUM ('open', 'done')", "TYPE state AS ENUM ('done', 'open')"],
])('columns keep their values when %s gives way to %s', async (before, after) => {
  const schema = (type: string): string => `
    CREATE ${type};
    CREATE TABLE t (id integer PRIMARY KEY, s state NOT NULL DEFAULT 'open', many state[]);
    CREATE INDEX t_s ON t (s);
    CREATE VIEW v AS SELECT s FROM t WHERE s = 'done';
    CREATE FUNCTION f(s state) RETURNS text LANGUAGE sql AS 'SELECT s::text';
    COMMENT ON COLUMN t.s IS 'where it is';
  `;
  for (const [one, other] of [
    [before, after],
    [after, before],
  ] as const) {
    const { rows } = await migrate(schema(one), schema(other), {
      rows: "INSERT INTO t VALUES (1, 'done', '{open,done}')",
      query: 'SELECT id, s::text, many::text FROM t',
    });
    expect(rows).toEqual([[1, 'done', '{open,done}']]);
  }
});
