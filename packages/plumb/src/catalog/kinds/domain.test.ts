import { expect, test } from 'vitest';
import { migrate, sqlOf } from '../../../test/migrate.ts';

test('a domain gains and loses its default, NOT NULL and constraints in place', async () => {
  const { up, down } = await migrate(
    'CREATE DOMAIN age AS integer DEFAULT 1 CONSTRAINT positive CHECK (value > 0);',
    'CREATE DOMAIN age AS integer DEFAULT 2 NOT NULL CONSTRAINT sane CHECK (value < 200);',
  );
  expect(sqlOf(up)).toEqual([
    'ALTER DOMAIN public.age DROP CONSTRAINT positive',
    'ALTER DOMAIN public.age SET DEFAULT 2',
    'ALTER DOMAIN public.age SET NOT NULL',
    'ALTER DOMAIN public.age ADD CONSTRAINT sane CHECK ((VALUE < 200)) NOT VALID',
    'ALTER DOMAIN public.age VALIDATE CONSTRAINT sane',
  ]);
  expect(sqlOf(down)).toContain('ALTER DOMAIN public.age DROP NOT NULL');
});

test('a new domain is one statement', async () => {
  const { up } = await migrate(
    '',
    `CREATE DOMAIN "E mail" AS varchar(80) COLLATE "C" DEFAULT 'x' NOT NULL
      CONSTRAINT short CHECK (length(value) < 20) CONSTRAINT at CHECK (value ~ '@');
    COMMENT ON CONSTRAINT at ON DOMAIN "E mail" IS 'has one';`,
  );
  expect(sqlOf(up)).toEqual([
    `CREATE DOMAIN public."E mail" AS character varying(80)
  COLLATE "C"
  DEFAULT 'x'::character varying
  NOT NULL
  CONSTRAINT at CHECK (((VALUE)::text ~ '@'::text))
  CONSTRAINT short CHECK ((length((VALUE)::text) < 20))`,
    `COMMENT ON CONSTRAINT at ON DOMAIN public."E mail" IS 'has one'`,
  ]);
});

test('a constraint that was not validated stays so, or is validated', async () => {
  const checked = (end: string): string =>
    `CREATE DOMAIN d AS integer; ALTER DOMAIN d ADD CONSTRAINT c CHECK (value > 0) ${end};`;
  expect(sqlOf((await migrate('', checked('NOT VALID'))).up)).toEqual([
    'CREATE DOMAIN public.d AS integer',
    'ALTER DOMAIN public.d ADD CONSTRAINT c CHECK ((VALUE > 0)) NOT VALID',
  ]);
  expect(sqlOf((await migrate(checked('NOT VALID'), checked(''))).up)).toEqual([
    'ALTER DOMAIN public.d VALIDATE CONSTRAINT c',
  ]);
});

test('a function that a constraint calls can be made anew under it', async () => {
  const schema = (type: string): string => `
    CREATE FUNCTION ok(n integer) RETURNS ${type} LANGUAGE sql IMMUTABLE AS $$ SELECT (n > 0)::${type} $$;
    CREATE DOMAIN d AS integer CONSTRAINT c CHECK (ok(value)::boolean);
    CREATE FUNCTION twice(d) RETURNS integer LANGUAGE sql AS $$ SELECT 2 * $1 $$;
  `;
  const { up } = await migrate(schema('boolean'), schema('integer'));
  expect(sqlOf(up).join('\n')).not.toContain('DOMAIN public.d AS');
});

test.each([16, 17, 18])('PostgreSQL %i keeps what it knows of the name of NOT NULL', async (major) => {
  const named = (name: string): string => `CREATE DOMAIN d AS integer CONSTRAINT ${name} NOT NULL;`;
  const { up } = await migrate(named('one'), named('two'), { major });
  expect(sqlOf(up)).toEqual(major < 17 ? [] : ['ALTER DOMAIN public.d RENAME CONSTRAINT one TO two']);
});

test('a domain of another type takes the place of the old one, and columns keep their values', async () => {
  const schema = (type: string): string => `
    CREATE DOMAIN d AS ${type} CHECK (value <> 7);
    CREATE TABLE t (id integer PRIMARY KEY, n d);
  `;
  const { rows } = await migrate(schema('integer'), schema('numeric(10,2)'), {
    rows: 'INSERT INTO t VALUES (1, 5)',
    query: 'SELECT n::text FROM t',
  });
  expect(rows).toEqual([['5.00']]);
});
