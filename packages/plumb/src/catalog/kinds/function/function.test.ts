import { expect, test } from 'vitest';
import { migrate, sqlOf } from '../../../../test/migrate.ts';

test.each([14, 18])('routines of all sorts are made as they are read on PostgreSQL %i', async (major) => {
  await migrate(
    '',
    String.raw`
      CREATE SCHEMA "Odd Schema";
      CREATE TYPE mood AS ENUM ('a', 'b');
      CREATE FUNCTION f0() RETURNS void LANGUAGE plpgsql AS $$ BEGIN END $$;
      CREATE FUNCTION "Odd Schema"."F x"("A b" int, "select" mood[] DEFAULT '{a}', VARIADIC rest text[] DEFAULT ARRAY['x', 'y'])
        RETURNS SETOF record LANGUAGE sql STABLE STRICT SECURITY DEFINER LEAKPROOF PARALLEL RESTRICTED COST 7.5 ROWS 33
        SET search_path = "Odd Schema", "$user", pg_temp SET work_mem = '1MB' SET my.setting = 'it''s'
        AS $f$ SELECT 1, 'a' $f$;
      CREATE FUNCTION outs(a int, OUT b int, INOUT c text, OUT d mood) LANGUAGE plpgsql IMMUTABLE
        AS $function$ BEGIN b := 1; d := 'a'; END $function$;
      CREATE FUNCTION tab(a int DEFAULT 3) RETURNS TABLE ("x y" int, z numeric(10,2)) LANGUAGE sql AS $$ SELECT 1, 2.0; $$;
      CREATE FUNCTION standard(a int) RETURNS int LANGUAGE sql RETURN a + 1;
      CREATE FUNCTION standard_block(a int) RETURNS int LANGUAGE sql BEGIN ATOMIC; SELECT 1; SELECT a + 2; END;
      CREATE FUNCTION poly(a anyelement, b anyarray DEFAULT NULL) RETURNS anyelement LANGUAGE sql AS 'SELECT a';
      CREATE FUNCTION win(a int) RETURNS bigint LANGUAGE internal WINDOW AS 'window_row_number';
      CREATE FUNCTION built_in(text) RETURNS int LANGUAGE internal STRICT IMMUTABLE AS 'textlen';
      CREATE FUNCTION series(a int, b int) RETURNS SETOF int LANGUAGE internal ROWS 50
        SUPPORT pg_catalog.generate_series_int4_support AS 'generate_series_int4';
      CREATE FUNCTION dollar() RETURNS text LANGUAGE sql AS 'SELECT $function$x$function$ || $$y$$ || ''\n''';
      CREATE FUNCTION nothing() RETURNS void LANGUAGE sql AS '';
      CREATE FUNCTION lines() RETURNS text LANGUAGE plpgsql AS E'BEGIN\r\n  RETURN ''x'';\r\nEND';
      CREATE FUNCTION unnamed(a int, OUT int) LANGUAGE sql AS 'SELECT a';
      CREATE PROCEDURE p0() LANGUAGE plpgsql AS $$ BEGIN END $$;
      CREATE PROCEDURE p1(a int, INOUT b text, OUT c int) LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
        AS $$ BEGIN c := 1; END $$;
      CREATE PROCEDURE p2(a int, VARIADIC b int[]) LANGUAGE sql BEGIN ATOMIC; SELECT 1; END;
    `,
    { major },
  );
});

test('a new function reads well', async () => {
  const { up } = await migrate(
    '',
    `CREATE FUNCTION price_with_tax(net numeric, tax numeric DEFAULT 0.19, country_code text DEFAULT 'DE', rounded boolean DEFAULT true)
      RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = '' AS $$ SELECT net * (1 + tax) $$;`,
  );
  expect(sqlOf(up)).toEqual([
    `CREATE FUNCTION public.price_with_tax(
  net numeric,
  tax numeric DEFAULT 0.19,
  country_code text DEFAULT 'DE'::text,
  rounded boolean DEFAULT true
)
  RETURNS numeric
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  SET search_path TO ''
AS $function$ SELECT net * (1 + tax) $function$`,
  ]);
});

test('what ALTER can change leaves the body alone', async () => {
  const { up, down } = await migrate(
    `CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'SELECT 1';
    CREATE FUNCTION g() RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = public SET work_mem = '1MB' AS 'BEGIN RETURN 1; END';`,
    `CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql STABLE STRICT LEAKPROOF PARALLEL SAFE COST 5 AS 'SELECT 1';
    CREATE FUNCTION g() RETURNS int LANGUAGE plpgsql SET search_path = '' AS 'BEGIN RETURN 1; END';`,
  );
  expect(sqlOf(up)).toEqual([
    'ALTER FUNCTION public.f(integer) STABLE STRICT LEAKPROOF PARALLEL SAFE COST 5',
    `ALTER FUNCTION public.g() SECURITY INVOKER RESET work_mem SET search_path TO ''`,
  ]);
  expect(up[1]?.hazards).toMatchObject([{ kind: 'access-changes' }]);
  expect(sqlOf(down)[0]).toBe(
    'ALTER FUNCTION public.f(integer) VOLATILE CALLED ON NULL INPUT NOT LEAKPROOF PARALLEL UNSAFE COST 100',
  );
});

test('a function is replaced in place where PostgreSQL takes it, and made anew with its users otherwise', async () => {
  const view = 'CREATE VIEW v AS SELECT f(1); GRANT SELECT ON v TO PUBLIC;';
  const named = await migrate(
    `CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1'; ${view}`,
    `CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'SELECT 2'; ${view}`,
  );
  expect(sqlOf(named.up)).toEqual([
    `CREATE OR REPLACE FUNCTION public.f(a integer)
  RETURNS integer
  LANGUAGE sql
AS $function$SELECT 2$function$`,
  ]);
  expect(sqlOf(named.down)).toEqual([
    'DROP VIEW public.v',
    'DROP FUNCTION public.f(integer)',
    expect.stringMatching(/^CREATE FUNCTION public.f\(integer\)/),
    expect.stringMatching(/^CREATE VIEW public.v/),
    'GRANT SELECT ON TABLE public.v TO PUBLIC',
  ]);
});

test.each<readonly [what: string, before: string, after: string]>([
  ['a default goes', 'a int DEFAULT 1', 'a int'],
  ['a parameter is renamed', 'a int', 'b int'],
  ['the type of a polymorphic default changes', 'a anyelement DEFAULT 1', `a anyelement DEFAULT 'x'::text`],
  ['a column that is returned changes', 'OUT a int, OUT b int', 'OUT a int, OUT b text'],
  ['a column that is returned is renamed', 'OUT a int, OUT b int', 'OUT a int, OUT c int'],
])('a function is made anew when %s', async (_, before, after) => {
  const f = (parameters: string): string => `CREATE FUNCTION f(${parameters}) LANGUAGE plpgsql AS 'BEGIN END';`;
  const returning = (parameters: string): string =>
    parameters.includes('OUT') ? f(parameters) : f(parameters).replace(' LANGUAGE', ' RETURNS void LANGUAGE');
  const { up } = await migrate(returning(before), returning(after));
  expect(sqlOf(up)[0]).toMatch(/^DROP FUNCTION/);
});

test('a function that takes one more argument replaces the other for what calls it', async () => {
  await migrate(
    `CREATE FUNCTION code() RETURNS text LANGUAGE sql AS $$ SELECT 'x' $$;
    CREATE TABLE t (id int, code text DEFAULT code()); CREATE VIEW v AS SELECT code() FROM t;`,
    `CREATE FUNCTION code(length int DEFAULT 8) RETURNS text LANGUAGE sql AS $$ SELECT 'y' $$;
    CREATE TABLE t (id int, code text DEFAULT code()); CREATE VIEW v AS SELECT code() FROM t;`,
  );
});

test('what calls an overload that goes is made anew, even where it could be altered', async () => {
  const schema = (parameters: string, policy: string): string => `
    CREATE FUNCTION allowed(${parameters}) RETURNS boolean LANGUAGE sql STABLE AS 'SELECT true';
    CREATE TABLE t (id int); CREATE POLICY p ON t USING (${policy}); CREATE VIEW v AS SELECT id FROM t WHERE ${policy};
  `;
  await migrate(schema('id int', 'allowed(id)'), schema(`id int, how text DEFAULT ''`, 'allowed(id) AND id > 1'));
  await migrate(schema('id int', 'allowed(id)'), schema('id bigint', 'allowed(id) AND id > 1'));
});

test('SQL functions that call each other are made without a check of their bodies', async () => {
  const { up } = await migrate(
    '',
    `SET check_function_bodies = off;
    CREATE FUNCTION is_even(n int) RETURNS boolean LANGUAGE sql AS $$ SELECT n = 0 OR is_odd(n - 1) $$;
    CREATE FUNCTION is_odd(n int) RETURNS boolean LANGUAGE sql AS $$ SELECT n <> 0 AND is_even(n - 1) $$;`,
  );
  expect(sqlOf(up)).toContain('ALTER FUNCTION public.is_even(integer) RESET check_function_bodies');
});

test('what a body names as text comes before it, and the table that needs the function after', async () => {
  await migrate(
    '',
    `CREATE TABLE z (id int); CREATE FUNCTION z() RETURNS int LANGUAGE sql AS 'SELECT 1';
    CREATE FUNCTION a() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) + z() FROM z';
    CREATE TABLE b (id bigint DEFAULT a());
    CREATE FUNCTION of_b() RETURNS bigint LANGUAGE sql AS 'SELECT max(id) FROM b';
    ALTER TABLE b ALTER COLUMN id SET DEFAULT of_b();`,
  );
});

test('a body comes after new columns of what it names, and new values of their types', async () => {
  const schema = (labels: string, column: string, body: string): string => `
    CREATE TYPE state AS ENUM (${labels});
    CREATE TABLE jobs (id int, state state ${column});
    CREATE FUNCTION next_job() RETURNS int LANGUAGE sql AS $$ SELECT id FROM jobs WHERE ${body} $$;
  `;
  await migrate(schema(`'a'`, '', 'true'), schema(`'b', 'a'`, ', at date', `state = 'b' AND at < now()`));
});

test.each(['standard', 'text'])('a function with a %s body follows the table whose rows it returns', async (form) => {
  const schema = (columns: readonly string[]): string => {
    const query = `SELECT ${columns.map((name) => `t.${name}`).join(', ')} FROM t`;
    const body = form === 'text' ? `AS $$ ${query} $$` : `BEGIN ATOMIC ${query}; END`;
    return `CREATE TABLE t (${columns.map((name) => `${name} int`).join(', ')});
      CREATE FUNCTION all_of_t() RETURNS SETOF t LANGUAGE sql ${body};`;
  };
  await migrate(schema(['a', 'b', 'c']), schema(['a', 'c']));
});

test('stored values of a function that changes are told of', async () => {
  const schema = (body: string): string => `
    CREATE FUNCTION norm(t text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT ${body} $$;
    CREATE TABLE users (name text CHECK (norm(name) <> ''), key text GENERATED ALWAYS AS (norm(name)) STORED);
    CREATE INDEX users_norm ON users (norm(name));
  `;
  const { up } = await migrate(schema('lower(t)'), schema('trim(lower(t))'));
  expect(up).toHaveLength(1);
  expect(up[0]?.hazards).toMatchObject([
    {
      kind: 'stale-values',
      objects: ['public.norm(text)', 'public.users.key', 'public.users.users_name_check', 'public.users_norm'],
    },
  ]);
});

test('a function, a procedure and an aggregate trade their names', async () => {
  const function_ = (name: string): string => `CREATE FUNCTION ${name}(a int) RETURNS int LANGUAGE sql AS 'SELECT 1';`;
  const procedure = (name: string): string => `CREATE PROCEDURE ${name}(a int) LANGUAGE sql AS 'SELECT 1';`;
  const aggregate = (name: string): string => `CREATE AGGREGATE ${name}(int) (SFUNC = int4larger, STYPE = int);`;
  await migrate(function_('x') + procedure('y') + aggregate('z'), procedure('x') + aggregate('y') + function_('z'));
});

test('a procedure is told from its overloads by its outputs', async () => {
  const { down } = await migrate(
    `CREATE PROCEDURE p(a int, b int) LANGUAGE sql AS 'SELECT 1';`,
    `CREATE PROCEDURE p(a int, b int) LANGUAGE sql AS 'SELECT 1';
    CREATE PROCEDURE p(a int, OUT b int) LANGUAGE sql AS 'SELECT 1'; COMMENT ON PROCEDURE p(IN int, OUT int) IS 'x';`,
  );
  expect(sqlOf(down)).toEqual(['DROP PROCEDURE public.p(IN integer, OUT integer)']);
});
