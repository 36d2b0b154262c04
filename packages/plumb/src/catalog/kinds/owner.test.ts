import { expect, test } from 'vitest';
import { migrate, sqlOf } from '../../../test/migrate.ts';

const schema = `
  CREATE SCHEMA s;
  CREATE TYPE mood AS ENUM ('a');
  CREATE TYPE pair AS (a integer);
  CREATE TYPE span AS RANGE (SUBTYPE = float8);
  CREATE DOMAIN age AS integer;
  CREATE TABLE t (id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, n serial);
  CREATE TABLE parted (id integer) PARTITION BY LIST (id);
  CREATE TABLE parted_1 PARTITION OF parted FOR VALUES IN (1);
  CREATE VIEW v AS SELECT id FROM t;
  CREATE MATERIALIZED VIEW m AS SELECT id FROM t;
  CREATE SEQUENCE seq;
  CREATE FUNCTION f(integer) RETURNS integer LANGUAGE sql AS 'SELECT 1';
  CREATE PROCEDURE pr() LANGUAGE sql AS 'SELECT 1';
  CREATE AGGREGATE total(integer) (SFUNC = int4pl, STYPE = integer);
  CREATE OPERATOR #+# (LEFTARG = integer, RIGHTARG = integer, FUNCTION = int4pl);
  CREATE OPERATOR FAMILY fam USING btree;
  CREATE COLLATION col FROM "C";
  CREATE TEXT SEARCH DICTIONARY d (TEMPLATE = simple);
  CREATE TEXT SEARCH CONFIGURATION c (COPY = simple);
  CREATE STATISTICS st ON id, n FROM t;
`;

const owned = [
  'AGGREGATE total(integer)',
  'COLLATION col',
  'DOMAIN age',
  'FUNCTION f(integer)',
  'MATERIALIZED VIEW m',
  'OPERATOR #+# (integer, integer)',
  'OPERATOR FAMILY fam USING btree',
  'PROCEDURE pr()',
  'SCHEMA s',
  'SEQUENCE seq',
  'STATISTICS st',
  'TABLE parted_1',
  'TABLE t',
  'TEXT SEARCH CONFIGURATION c',
  'TEXT SEARCH DICTIONARY d',
  'TYPE mood',
  'TYPE pair',
  'TYPE span',
  'VIEW v',
];

test.each([14, 18])('on PostgreSQL %i everything can belong to another role', async (major) => {
  const owners = owned.map((phrase) => `ALTER ${phrase} OWNER TO kinds_owner;`).join('\n');
  const { up, down } = await migrate(schema, schema + owners, { major });
  expect(up.length).toBe(owned.length);
  expect(sqlOf(down)).toContain('ALTER TABLE public.t OWNER TO CURRENT_USER');
  expect(up.flatMap(({ hazards }) => hazards.map(({ kind }) => kind))).toContain('access-changes');
  await migrate('', schema + owners, { major });
});

test('an owner is changed to another', async () => {
  const table = (role: string): string => `CREATE TABLE "T t" (id serial); ALTER TABLE "T t" OWNER TO "${role}";`;
  const { up } = await migrate(table('Kinds one'), table('kinds_two'));
  expect(sqlOf(up)).toEqual(['ALTER TABLE public."T t" OWNER TO kinds_two']);
});

test('what is rebuilt belongs to whom it belonged to', async () => {
  const view = (type: string): string => `
    CREATE TABLE t (id ${type}); CREATE VIEW v AS SELECT id FROM t; ALTER VIEW v OWNER TO kinds_owner;
  `;
  const { up } = await migrate(view('integer'), view('text'));
  expect(sqlOf(up).at(-1)).toBe('ALTER VIEW public.v OWNER TO kinds_owner');
});
