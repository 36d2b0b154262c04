import { expect, test } from 'vitest';
import { migrate } from '../../../test/migrate.ts';

/** Where a type can be used, each on its own: what is made of it, rows, and what they are in the end. */
const uses: Readonly<Record<string, readonly [schema: string, rows: string, query: string]>> = {
  'a foreign key between its columns': [
    'CREATE TABLE a (m mood PRIMARY KEY); CREATE TABLE b (m mood REFERENCES a (m), n integer UNIQUE);',
    "INSERT INTO a VALUES ('ok'); INSERT INTO b VALUES ('ok', 1);",
    'SELECT m::text FROM b',
  ],
  'a generated column': [
    "CREATE TABLE a (m mood, happy boolean GENERATED ALWAYS AS (m = 'ok') STORED, copy mood GENERATED ALWAYS AS (m) STORED);",
    "INSERT INTO a (m) VALUES ('ok');",
    'SELECT concat(m, happy, copy) FROM a',
  ],
  'checks, partial indexes and exclusions': [
    `CREATE TABLE a (m mood CHECK (m <> 'bad' OR m IS NULL), n integer, CONSTRAINT e EXCLUDE USING btree (m WITH =) WHERE (m = 'ok'));
    CREATE UNIQUE INDEX ON a (n) WHERE m = 'ok'; CREATE INDEX a_text ON a ((m = 'ok'), m);`,
    "INSERT INTO a VALUES ('ok', 1);",
    'SELECT m::text FROM a',
  ],
  'triggers, rules and policies': [
    `CREATE TABLE a (id integer, m mood);
    CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
    CREATE TRIGGER t BEFORE UPDATE OF m ON a FOR EACH ROW WHEN (new.m = 'ok') EXECUTE FUNCTION f();
    CREATE RULE r AS ON DELETE TO a WHERE old.m = 'ok' DO INSTEAD NOTHING;
    CREATE POLICY p ON a USING (m = 'ok'); ALTER TABLE a ENABLE ROW LEVEL SECURITY;`,
    "INSERT INTO a VALUES (1, 'ok');",
    'SELECT m::text FROM a',
  ],
  'partitions and children': [
    `CREATE TABLE a (id integer, m mood DEFAULT 'ok') PARTITION BY RANGE (id);
    CREATE TABLE a1 PARTITION OF a FOR VALUES FROM (0) TO (10); ALTER TABLE a1 ALTER m SET DEFAULT 'fine';
    CREATE TABLE p (id integer, m mood); CREATE TABLE c (extra mood[]) INHERITS (p);`,
    "INSERT INTO a VALUES (1, 'ok'); INSERT INTO c VALUES (2, 'fine', '{ok}');",
    'SELECT concat(m) FROM a UNION ALL SELECT concat(m) FROM p UNION ALL SELECT concat(extra) FROM c',
  ],
  'a domain, a composite type and a range type': [
    `CREATE DOMAIN d AS mood DEFAULT 'ok' CONSTRAINT c CHECK (value <> 'bad');
    CREATE TYPE pair AS (m mood, n integer); CREATE TYPE span AS RANGE (SUBTYPE = mood);
    CREATE TABLE a (d d, many d[], p pair, ps pair[], s span, ms span_multirange);`,
    "INSERT INTO a VALUES ('ok', '{ok,fine}', ('ok', 1), ARRAY[('fine', 2)::pair], '[fine,ok]', '{[fine,ok]}');",
    'SELECT concat(d, many, p, ps, s, ms) FROM a',
  ],
  'functions, aggregates, operators and casts': [
    `CREATE FUNCTION f(m mood DEFAULT 'ok', VARIADIC rest mood[] DEFAULT '{}') RETURNS TABLE (a mood) LANGUAGE sql AS 'SELECT m';
    CREATE FUNCTION later(a mood, b mood) RETURNS mood LANGUAGE sql IMMUTABLE AS 'SELECT greatest(a, b)';
    CREATE AGGREGATE best(mood) (SFUNC = later, STYPE = mood, INITCOND = 'fine');
    CREATE OPERATOR <|> (LEFTARG = mood, RIGHTARG = mood, FUNCTION = later);
    CREATE FUNCTION score(mood) RETURNS integer LANGUAGE sql IMMUTABLE RETURN CASE WHEN $1 = 'ok' THEN 1 END;
    CREATE CAST (mood AS integer) WITH FUNCTION score(mood);
    CREATE TABLE a (m mood, n integer DEFAULT score('ok'));
    CREATE VIEW v AS SELECT best(m) AS b, 'ok'::mood <|> 'fine' AS c, 'ok'::mood::integer AS s FROM a;
    CREATE MATERIALIZED VIEW w AS SELECT m, count(*) FROM a GROUP BY m; CREATE INDEX ON w (m);`,
    "INSERT INTO a VALUES ('ok');",
    'SELECT concat(m, n) FROM a',
  ],
  'statistics, publications and foreign tables': [
    `CREATE TABLE a (id integer PRIMARY KEY, m mood, n integer);
    CREATE STATISTICS s ON m, n FROM a; ALTER TABLE a ALTER m SET STATISTICS 50;
    CREATE PUBLICATION pub FOR TABLE a (id, m) WHERE (id > 1);
    CREATE FOREIGN DATA WRAPPER w; CREATE SERVER s FOREIGN DATA WRAPPER w;
    CREATE FOREIGN TABLE ft (id integer, m mood DEFAULT 'ok') SERVER s;`,
    "INSERT INTO a VALUES (1, 'ok');",
    'SELECT m::text FROM a',
  ],
};

test.each(Object.keys(uses))('values can be taken from an enum in use by %s', async (use) => {
  const [schema = '', rows = '', query = ''] = uses[use] ?? [];
  const whole = (labels: string): string => `CREATE TYPE mood AS ENUM (${labels}); ${schema}`;
  const before = await migrate(whole("'bad', 'fine', 'ok'"), whole("'bad', 'fine', 'ok', 'new'"), { rows, query });
  const { rows: after } = await migrate(whole("'gone', 'bad', 'fine', 'ok'"), whole("'bad', 'fine', 'ok'"), {
    rows,
    query,
  });
  expect(after).toEqual(before.rows);
  expect(after.flat().every((value) => typeof value === 'string' && value !== '')).toBe(true);
});
