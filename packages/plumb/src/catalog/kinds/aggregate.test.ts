import { expect, test } from 'vitest';
import { migrate, sqlOf } from '../../../test/migrate.ts';

test.each([14, 18])('aggregates of all sorts are made as they are read on PostgreSQL %i', async (major) => {
  await migrate(
    '',
    `CREATE FUNCTION plus(numeric, numeric) RETURNS numeric LANGUAGE sql IMMUTABLE STRICT AS 'SELECT $1 + $2';
    CREATE FUNCTION minus(numeric, numeric) RETURNS numeric LANGUAGE sql IMMUTABLE STRICT AS 'SELECT $1 - $2';
    CREATE FUNCTION told(numeric) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1::text';
    CREATE FUNCTION told(numeric, numeric) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1::text';
    CREATE AGGREGATE a1(numeric) (SFUNC = plus, STYPE = numeric);
    CREATE AGGREGATE a2(a numeric) (SFUNC = plus, STYPE = numeric, SSPACE = 100, FINALFUNC = told,
      FINALFUNC_MODIFY = SHAREABLE, COMBINEFUNC = plus, INITCOND = '0', MSFUNC = plus, MINVFUNC = minus,
      MSTYPE = numeric, MSSPACE = 7, MFINALFUNC = told, MINITCOND = '12', PARALLEL = SAFE);
    CREATE AGGREGATE a3(numeric) (SFUNC = plus, STYPE = numeric, FINALFUNC = told, FINALFUNC_EXTRA);
    CREATE AGGREGATE a4(*) (SFUNC = int8inc, STYPE = bigint, INITCOND = '0');
    CREATE AGGREGATE a5(int) (SFUNC = int4larger, STYPE = int, SORTOP = >);
    CREATE AGGREGATE a6(float8 ORDER BY anyelement)
      (SFUNC = ordered_set_transition, STYPE = internal, FINALFUNC = percentile_disc_final, FINALFUNC_EXTRA);
    CREATE AGGREGATE a7(VARIADIC "any" ORDER BY VARIADIC "any") (SFUNC = ordered_set_transition_multi,
      STYPE = internal, FINALFUNC = rank_final, FINALFUNC_EXTRA, HYPOTHETICAL);
    CREATE AGGREGATE a8(VARIADIC a int[]) (SFUNC = array_cat, STYPE = int[]);
    CREATE AGGREGATE a9(bigint) (SFUNC = int8_avg_accum, STYPE = internal, FINALFUNC = numeric_poly_avg,
      COMBINEFUNC = int8_avg_combine, SERIALFUNC = int8_avg_serialize, DESERIALFUNC = int8_avg_deserialize);
    COMMENT ON AGGREGATE a4(*) IS 'x';`,
    { major },
  );
});

test('an aggregate is replaced in place while it returns the same', async () => {
  const schema = (options: string): string => `
    CREATE FUNCTION told(int) RETURNS text LANGUAGE sql AS 'SELECT $1::text';
    CREATE AGGREGATE best(int) (SFUNC = int4larger, STYPE = int${options});
    CREATE VIEW v AS SELECT best(g)::text FROM generate_series(1, 2) AS g;
  `;
  const same = await migrate(schema(''), schema(`, INITCOND = '1', PARALLEL = SAFE`));
  expect(sqlOf(same.up)).toEqual([
    `CREATE OR REPLACE AGGREGATE public.best(integer) (
  SFUNC = int4larger,
  STYPE = integer,
  PARALLEL = SAFE,
  INITCOND = '1'
)`,
  ]);
  const other = await migrate(schema(''), schema(', FINALFUNC = told'));
  expect(sqlOf(other.up).slice(0, 2)).toEqual(['DROP VIEW public.v', 'DROP AGGREGATE public.best(integer)']);
});
