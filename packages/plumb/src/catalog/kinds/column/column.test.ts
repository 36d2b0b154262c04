import { expect, test } from 'vitest';
import { migrate, sqlOf } from '../../../../test/migrate.ts';

test('a column becomes NOT NULL without a scan under its lock before PostgreSQL 18', async () => {
  const { up, down } = await migrate('CREATE TABLE t (a integer);', 'CREATE TABLE t (a integer NOT NULL);', {
    major: 17,
  });
  expect(up.map(({ sql, transaction }) => [transaction, sql])).toEqual([
    [1, 'ALTER TABLE public.t ADD CONSTRAINT t_a_not_null_proof CHECK (a IS NOT NULL) NOT VALID'],
    [2, 'ALTER TABLE public.t VALIDATE CONSTRAINT t_a_not_null_proof'],
    [3, 'ALTER TABLE public.t ALTER COLUMN a SET NOT NULL'],
    [3, 'ALTER TABLE public.t DROP CONSTRAINT t_a_not_null_proof'],
  ]);
  expect(sqlOf(down)).toEqual(['ALTER TABLE public.t ALTER COLUMN a DROP NOT NULL']);
});

test('a column becomes NOT NULL by a constraint that is validated later on PostgreSQL 18', async () => {
  const { up } = await migrate('CREATE TABLE t (a integer);', 'CREATE TABLE t (a integer CONSTRAINT there NOT NULL);');
  expect(sqlOf(up)).toEqual([
    'ALTER TABLE public.t ADD CONSTRAINT there NOT NULL a NOT VALID',
    'ALTER TABLE public.t VALIDATE CONSTRAINT there',
  ]);
});

test.each([
  ['integer', 'text', 'TYPE text'],
  ['text', 'uuid', 'TYPE uuid USING c::uuid'],
  ['integer', 'boolean', 'TYPE boolean USING c::boolean'],
  ['bigint', 'boolean', 'TYPE boolean USING c <> 0'],
  ['boolean', 'smallint', 'TYPE smallint USING c::integer::smallint'],
  ['integer', 'integer[]', 'TYPE integer[] USING CASE WHEN c IS NOT NULL THEN ARRAY[c]::integer[] END'],
  ['integer[]', 'integer', 'TYPE integer USING (c)[1]::integer'],
  ['text[]', 'uuid[]', 'TYPE uuid[] USING c::uuid[]'],
  ['date', 'jsonb', 'TYPE jsonb USING c::text::jsonb'],
])('values of type %s become %s', async (from, to, change) => {
  const { up } = await migrate(`CREATE TABLE t (c ${from});`, `CREATE TABLE t (c ${to});`);
  expect(sqlOf(up)).toEqual([`ALTER TABLE public.t ALTER COLUMN c ${change}`]);
});

test.each([
  ['varchar(10)', 'varchar(20)', []],
  ['varchar(10)', 'text', []],
  ['numeric(10,2)', 'numeric(12,2)', []],
  ['numeric(10,2)', 'numeric(12,3)', ['rewrites-table']],
  ['integer', 'bigint', ['rewrites-table']],
  ['bigint', 'integer', ['rewrites-table', 'data-loss', 'may-fail-on-rows']],
  ['varchar(20)', 'varchar(10)', ['rewrites-table', 'data-loss', 'may-fail-on-rows']],
  ['timestamptz', 'date', ['rewrites-table', 'data-loss', 'may-fail-on-rows']],
])('the change of %s to %s says what it does', async (from, to, hazards) => {
  const { up } = await migrate(`CREATE TABLE t (c ${from});`, `CREATE TABLE t (c ${to});`);
  expect(up.flatMap((step) => step.hazards).map(({ kind }) => kind)).toEqual(hazards);
});

test('defaults, checks and partial indexes stand aside while a text becomes an enum, and rows keep their values', async () => {
  const table = (type: string): string => `
    CREATE TYPE mood AS ENUM ('good', 'bad');
    CREATE TABLE t (m ${type} NOT NULL DEFAULT 'good' CHECK (m <> 'bad'));
    CREATE INDEX ON t (m) WHERE m = 'good';`;
  const { rows } = await migrate(table('text'), table('mood'), {
    rows: `INSERT INTO t VALUES ('good');`,
    query: 'SELECT m::text FROM t',
  });
  expect(rows).toEqual([['good']]);
});

test('a foreign key stands aside while both of its columns change', async () => {
  const tables = (type: string): string => `
    CREATE TABLE a (id ${type} PRIMARY KEY);
    CREATE TABLE b (a_id ${type} REFERENCES a);`;
  const { rows } = await migrate(tables('integer'), tables('text'), {
    rows: 'INSERT INTO a VALUES (1); INSERT INTO b VALUES (1);',
    query: 'SELECT a_id FROM b',
  });
  expect(rows).toEqual([['1']]);
});

test('a serial that becomes an identity goes on counting, and back', async () => {
  const { rows } = await migrate(
    'CREATE TABLE t (id serial, v text);',
    'CREATE TABLE t (id integer GENERATED ALWAYS AS IDENTITY, v text);',
    {
      rows: `INSERT INTO t (v) VALUES ('a'), ('b');`,
      query: `INSERT INTO t (v) VALUES ('c') RETURNING id`,
    },
  );
  expect(rows).toEqual([[3]]);
});

test('the expression of a generated column changes in place since PostgreSQL 17', async () => {
  const table = (factor: number): string =>
    `CREATE TABLE t (a integer, b integer GENERATED ALWAYS AS (a * ${factor}) STORED);`;
  const { up } = await migrate(table(2), table(3), { rows: 'INSERT INTO t VALUES (5);' });
  expect(sqlOf(up)).toEqual(['ALTER TABLE public.t ALTER COLUMN b SET EXPRESSION AS (a * 3)']);
  const { up: before17 } = await migrate(table(2), table(3), { major: 16, rows: 'INSERT INTO t VALUES (5);' });
  expect(sqlOf(before17)).toEqual([
    'ALTER TABLE public.t DROP COLUMN b',
    'ALTER TABLE public.t ADD COLUMN b integer GENERATED ALWAYS AS (a * 3) STORED',
  ]);
});

test('a child keeps what its parent loses', async () => {
  const { up, rows } = await migrate(
    'CREATE TABLE a (x integer, y text); CREATE TABLE b (y text, z integer) INHERITS (a);',
    'CREATE TABLE a (x integer); CREATE TABLE b (y text, z integer) INHERITS (a);',
    { rows: `INSERT INTO b VALUES (1, 'kept', 2);`, query: 'SELECT y FROM b' },
  );
  expect(sqlOf(up)).toEqual(['ALTER TABLE ONLY public.a DROP COLUMN y']);
  expect(rows).toEqual([['kept']]);
});

test('a child keeps the default and the storage of its own when those of its parent change', async () => {
  const tables = (fallback: string, storage: string): string => `
    CREATE TABLE a (x integer DEFAULT ${fallback}, y text);
    CREATE TABLE b () INHERITS (a);
    ALTER TABLE ONLY a ALTER y SET STORAGE ${storage};
    ALTER TABLE b ALTER x SET DEFAULT 7, ALTER y SET STORAGE plain;`;
  const { rows } = await migrate(tables('1', 'external'), tables('2', 'main'), {
    query: `SELECT pg_get_expr(adbin, adrelid), attstorage FROM pg_attrdef, pg_attribute
      WHERE adrelid = 'b'::regclass AND attrelid = 'b'::regclass AND attname = 'y'`,
  });
  expect(rows).toEqual([['7', 'p']]);
});

test('a new column whose values are worked out row by row is filled in batches where the table is big', async () => {
  const { up, rows } = await migrate(
    'CREATE TABLE t (id integer PRIMARY KEY);',
    'CREATE TABLE t (id integer PRIMARY KEY, key uuid NOT NULL DEFAULT gen_random_uuid());',
    { stepwise: true, rows: 'INSERT INTO t VALUES (1), (2);', query: 'SELECT count(DISTINCT key)::integer FROM t' },
  );
  expect(sqlOf(up)).toEqual([
    'ALTER TABLE public.t ADD COLUMN key uuid',
    'ALTER TABLE public.t ALTER COLUMN key SET DEFAULT gen_random_uuid()',
    'UPDATE public.t SET key = gen_random_uuid() WHERE key IS NULL',
    'ALTER TABLE public.t ADD CONSTRAINT t_key_not_null NOT NULL key NOT VALID',
    'ALTER TABLE public.t VALIDATE CONSTRAINT t_key_not_null',
  ]);
  expect(up.map(({ backfill }) => backfill).find((backfill) => backfill !== null)).toEqual({
    table: 'public.t',
    key: ['id'],
    batch: 1_000,
  });
  expect(rows).toEqual([[2]]);
});
