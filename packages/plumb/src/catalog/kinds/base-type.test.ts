import { expect, test } from 'vitest';
import { migrate, sqlOf } from '../../../test/migrate.ts';

const functions = `
  CREATE FUNCTION cents_in(cstring) RETURNS cents LANGUAGE internal IMMUTABLE STRICT AS 'int4in';
  CREATE FUNCTION cents_out(cents) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'int4out';
`;
const type = (more: string): string => `
  CREATE TYPE cents; ${functions}
  CREATE TYPE cents (INPUT = cents_in, OUTPUT = cents_out, INTERNALLENGTH = 4, PASSEDBYVALUE, ALIGNMENT = int4${more});
  CREATE CAST (cents AS integer) WITHOUT FUNCTION AS IMPLICIT;
  CREATE FUNCTION twice(cents) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 2 * $1::integer';
  CREATE TABLE t (c cents DEFAULT '1', many cents[]);
  COMMENT ON TYPE cents IS 'money'; COMMENT ON FUNCTION cents_in(cstring) IS 'reads';
`;

test('a base type is made of functions that are made for its shell', async () => {
  const { up, down } = await migrate('', type(''));
  expect(sqlOf(up)[0]).toBe('CREATE TYPE public.cents');
  expect(sqlOf(down)).toContain('DROP TYPE public.cents CASCADE');
});

test('what ALTER TYPE can change is changed in place', async () => {
  const sized = (storage: string): string => `
    CREATE TYPE words;
    CREATE FUNCTION words_in(cstring) RETURNS words LANGUAGE internal IMMUTABLE STRICT AS 'textin';
    CREATE FUNCTION words_out(words) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'textout';
    CREATE TYPE words (INPUT = words_in, OUTPUT = words_out, STORAGE = ${storage}, CATEGORY = 'S', COLLATABLE = true);
  `;
  const { up } = await migrate(sized('extended'), sized('main'));
  expect(sqlOf(up)).toEqual(['ALTER TYPE public.words SET (STORAGE = main)']);
});

test('a base type with other properties is made anew with all that uses it', async () => {
  await migrate(type(''), type(", CATEGORY = 'N', DEFAULT = '3'"));
});

test('a shell may be all that there is of a type', async () => {
  const { up } = await migrate('', 'CREATE TYPE later;');
  expect(sqlOf(up)).toEqual(['CREATE TYPE public.later']);
});

test.each([14, 18])('on PostgreSQL %i a range type and its canonical function need each other', async (major) => {
  await migrate(
    '',
    `CREATE TYPE years;
    CREATE FUNCTION canonical(years) RETURNS years LANGUAGE internal IMMUTABLE STRICT AS 'int4range_canonical';
    CREATE TYPE years AS RANGE (SUBTYPE = integer, CANONICAL = canonical);
    CREATE TABLE t (y years, many years_multirange);`,
    { major },
  );
});
