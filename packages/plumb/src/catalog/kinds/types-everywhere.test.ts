import { expect, test } from 'vitest';
import { migrate } from '../../../test/migrate.ts';

const everywhere = `
  CREATE TABLE a (id integer PRIMARY KEY, v word NOT NULL DEFAULT 'x', many word[], CHECK (v::text <> 'y'));
  CREATE TABLE b (v word REFERENCES a_keys (v));
  CREATE TABLE parted (v word, n integer) PARTITION BY RANGE (n);
  CREATE TABLE parted_1 PARTITION OF parted FOR VALUES FROM (0) TO (10);
  CREATE TABLE child (more integer) INHERITS (a);
  CREATE INDEX a_v ON a (v); CREATE INDEX a_lower ON a (coalesce(v, 'x')) WHERE v IS NOT NULL;
  CREATE VIEW names AS SELECT id, v FROM a WHERE v = 'x';
  CREATE VIEW more_names AS SELECT v FROM names;
  CREATE MATERIALIZED VIEW kept AS SELECT v, count(*) FROM a GROUP BY v;
  CREATE UNIQUE INDEX kept_v ON kept (v);
  CREATE TYPE pair AS (v word, n integer);
  CREATE TABLE pairs (p pair, ps pair[]);
  CREATE FUNCTION f(v word, VARIADIC rest word[]) RETURNS SETOF word LANGUAGE sql AS 'SELECT v';
  CREATE FUNCTION g() RETURNS word LANGUAGE sql RETURN 'x'::word;
  CREATE FUNCTION tr() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
  CREATE TRIGGER t AFTER UPDATE OF v ON a FOR EACH ROW WHEN (new.v IS DISTINCT FROM old.v) EXECUTE FUNCTION tr();
  CREATE POLICY p ON a USING (v = g());
  COMMENT ON COLUMN a.v IS 'a word'; GRANT SELECT (v) ON a TO types_reader; ALTER VIEW names OWNER TO types_owner;
`;
const schema = (type: string): string =>
  `${type} CREATE TABLE a_keys (v word PRIMARY KEY); ${everywhere.replaceAll('\n  ', '\n')}`;

test.each([
  ['CREATE DOMAIN word AS varchar(10);', 'CREATE DOMAIN word AS varchar(20) CHECK (value <> $$z$$);'],
  ['CREATE DOMAIN word AS varchar(10) DEFAULT $$x$$;', 'CREATE DOMAIN word AS text NOT NULL;'],
  [
    'CREATE COLLATION c (provider = icu, locale = $$en$$); CREATE DOMAIN word AS text COLLATE c;',
    'CREATE COLLATION c (provider = icu, locale = $$de$$); CREATE DOMAIN word AS text COLLATE c;',
  ],
  ['CREATE DOMAIN word AS text;', 'CREATE TYPE word AS ENUM ($$x$$, $$y$$, $$w$$);'],
])('%s gives way to %s wherever it is used', async (before, after) => {
  const literal = (type: string): string => type.replaceAll('$$', "'");
  const { rows } = await migrate(schema(literal(before)), schema(literal(after)), {
    rows: `
      INSERT INTO a_keys VALUES ('w'); INSERT INTO b VALUES ('w'); INSERT INTO a VALUES (1, 'w', '{x,w}');
      INSERT INTO child VALUES (2, 'x', '{}', 3); INSERT INTO parted VALUES ('w', 1);
      INSERT INTO pairs VALUES (('w', 1), ARRAY[('x', 2)::pair]);
    `,
    query: `
      SELECT concat(v, many) FROM a UNION ALL SELECT v::text FROM b UNION ALL SELECT v::text FROM parted
      UNION ALL SELECT concat(p, ps) FROM pairs
    `,
  });
  expect(rows.flat()).toEqual(['w{x,w}', 'x{}', 'w', 'w', '(w,1){"(x,2)"}']);
});

const pairs = (type: string): string => `
  ${type}
  CREATE TABLE t (id integer PRIMARY KEY, p pair, many pair[], CONSTRAINT c CHECK ((p).a > 0));
  CREATE INDEX t_a ON t (((p).a));
  CREATE VIEW v AS SELECT (p).a AS a, (p).b AS b FROM t;
  CREATE MATERIALIZED VIEW m AS SELECT p, (p).b AS b FROM t;
  CREATE DOMAIN d AS pair CONSTRAINT dc CHECK ((value).a < 100);
  CREATE TYPE outer_pair AS (p pair, d d, ps pair[]);
  CREATE TABLE o (o outer_pair, d d);
  CREATE FUNCTION f(p pair) RETURNS pair LANGUAGE sql AS 'SELECT p';
  CREATE FUNCTION g(p pair) RETURNS text LANGUAGE sql RETURN (p).b;
`;

test.each([
  ['(a integer, b text)', '(a bigint, b text)'],
  ['(a integer, b text)', '(b text, a integer)'],
  ['(a integer, b text)', '(a integer, x date, b varchar(20))'],
])('a composite type %s becomes %s wherever it is used', async (before, after) => {
  const { rows } = await migrate(pairs(`CREATE TYPE pair AS ${before};`), pairs(`CREATE TYPE pair AS ${after};`), {
    rows: `
      INSERT INTO t (id, p, many) VALUES (1, (1, 'x'), ARRAY[(2, 'y')::pair]);
      INSERT INTO o VALUES (ROW((3, 'z')::pair, (4, 'w')::pair, ARRAY[(5, 'v')::pair]), (6, 'u')::pair);
    `,
    query: `
      SELECT concat((p).a, (p).b, (many[1]).a, (many[1]).b, ((o).p).b, ((o).d).a, ((o).ps[1]).b, (o.d).a) FROM t, o
    `,
  });
  expect(rows).toEqual([['1x2yz4v6']]);
});
