import { expect, test } from 'vitest';
import { migrate, sqlOf } from '../../../test/migrate.ts';

const difference = `CREATE FUNCTION apart(a float8, b float8) RETURNS float8 LANGUAGE sql IMMUTABLE AS 'SELECT a - b';`;

test('a range type is written with all that it is made of', async () => {
  const { up } = await migrate(
    '',
    `${difference}
    CREATE TYPE span AS RANGE (SUBTYPE = float8, SUBTYPE_DIFF = apart);
    CREATE TYPE words AS RANGE (SUBTYPE = text, SUBTYPE_OPCLASS = text_pattern_ops, COLLATION = "C", MULTIRANGE_TYPE_NAME = many_words);
    COMMENT ON TYPE many_words IS 'several';
    COMMENT ON FUNCTION span(float8, float8) IS 'closed at the left';`,
  );
  expect(sqlOf(up)).toEqual(
    expect.arrayContaining([
      `CREATE TYPE public.words AS RANGE (
  SUBTYPE = text,
  SUBTYPE_OPCLASS = pg_catalog.text_pattern_ops,
  COLLATION = "C",
  MULTIRANGE_TYPE_NAME = public.many_words
)`,
      "COMMENT ON TYPE public.many_words IS 'several'",
    ]),
  );
});

test.each([14, 18])('on PostgreSQL %i columns are led over when a range type changes', async (major) => {
  const schema = (more: string): string => `
    ${difference}
    CREATE TYPE span AS RANGE (SUBTYPE = float8${more});
    CREATE TABLE t (id integer PRIMARY KEY, s span, m span_multirange, many span[]);
    CREATE INDEX t_s ON t USING gist (s);
    CREATE VIEW v AS SELECT lower(s) FROM t WHERE s && span(1, 2, '[]') AND m @> span_multirange(span(1, 2));
    COMMENT ON TYPE span IS 'from and to';
  `;
  const { rows } = await migrate(schema(''), schema(', SUBTYPE_DIFF = apart'), {
    major,
    rows: `INSERT INTO t VALUES (1, '[1,2)', '{[1,2),[3,4)}', '{"[5,6)"}')`,
    query: 'SELECT s::text, m::text, many::text FROM t',
  });
  expect(rows).toEqual([['[1,2)', '{[1,2),[3,4)}', '{"[5,6)"}']]);
});

test('a range type and the enum that it is over are led over together', async () => {
  const schema = (labels: string): string => `
    CREATE TYPE size AS ENUM (${labels});
    CREATE TYPE sizes AS RANGE (SUBTYPE = size);
    CREATE TABLE t (id integer PRIMARY KEY, s sizes);
  `;
  const { rows } = await migrate(schema("'s', 'm', 'l', 'xl'"), schema("'m', 'l', 'xl'"), {
    rows: "INSERT INTO t VALUES (1, '[m,l]')",
    query: 'SELECT s::text FROM t',
  });
  expect(rows).toEqual([['[m,l]']]);
});
