import { expect, test } from 'vitest';
import { migrate, sqlOf } from '../../../../test/migrate.ts';

const table = 'CREATE TABLE t (id int PRIMARY KEY, a text, b varchar(9), n int);';

test.each([14, 18])('views of all sorts are made as they are read on PostgreSQL %i', async (major) => {
  await migrate(
    '',
    `${table}
    CREATE TABLE "T 2" ("Id" int, "select" text);
    CREATE SEQUENCE sq;
    CREATE VIEW v1 AS SELECT * FROM t;
    CREATE VIEW v2 WITH (security_barrier) AS SELECT id, a FROM t WHERE id > 1 WITH LOCAL CHECK OPTION;
    CREATE VIEW v3 AS SELECT id, a FROM v2 WITH CHECK OPTION;
    CREATE RECURSIVE VIEW v4 (n) AS VALUES (1) UNION ALL SELECT n + 1 FROM v4 WHERE n < 100;
    CREATE VIEW "V 5" AS SELECT "Id" AS "x y", "select" AS "from", 1 AS "?", NULL AS nothing, 'x' AS text FROM "T 2";
    CREATE VIEW v6 AS SELECT id, b IN ('x', 'y') AS c, n BETWEEN 1 AND 2 AND a <> '' AS d, a COLLATE "C" AS e FROM t
      WHERE b NOT IN ('x') OR n NOT BETWEEN 3 AND 4 OR a = 'z';
    CREATE VIEW v7 AS SELECT t.id, j.id AS joined FROM t JOIN v1 USING (id) AS j FULL JOIN "T 2" ON "Id" = t.id;
    CREATE VIEW v8 AS WITH RECURSIVE r(n) AS (SELECT id FROM t UNION ALL SELECT n FROM r) CYCLE n SET looped USING path
      SELECT n, looped FROM r;
    CREATE VIEW v9 AS SELECT a, sum(n) OVER w, percentile_cont(0.5) WITHIN GROUP (ORDER BY n) AS middle FROM t
      GROUP BY a, n WINDOW w AS (PARTITION BY a ORDER BY n GROUPS BETWEEN 1 PRECEDING AND 2 FOLLOWING);
    CREATE VIEW v10 AS SELECT;
    CREATE VIEW v11 AS SELECT id, a FROM t;
    ALTER VIEW v11 ALTER COLUMN a SET DEFAULT 'x', ALTER COLUMN id SET DEFAULT nextval('sq');`,
    { major },
  );
});

test('columns are appended in place, and what reads the view stays', async () => {
  const readers = 'CREATE VIEW w AS SELECT id FROM v; CREATE MATERIALIZED VIEW m AS SELECT a FROM v;';
  const { up } = await migrate(
    `${table} CREATE VIEW v AS SELECT id, a FROM t; ${readers}`,
    `${table} CREATE VIEW v AS SELECT id, a, b FROM t WHERE n > 1; ${readers}`,
  );
  expect(sqlOf(up)).toEqual([
    'CREATE OR REPLACE VIEW public.v AS\nSELECT id,\n    a,\n    b\n   FROM public.t\n  WHERE (n > 1)',
  ]);
});

test('a column is renamed in place, and so are those that follow from it', async () => {
  const { up } = await migrate(
    `${table} CREATE VIEW v AS SELECT id, a AS old FROM t; CREATE VIEW w AS SELECT old FROM v;
    GRANT SELECT (old) ON v TO PUBLIC; COMMENT ON COLUMN v.old IS 'x';`,
    `${table} CREATE VIEW v AS SELECT id, a AS new FROM t; CREATE VIEW w AS SELECT new FROM v;
    GRANT SELECT (new) ON v TO PUBLIC; COMMENT ON COLUMN v.new IS 'x';`,
  );
  expect(sqlOf(up)).toContain('ALTER VIEW public.v RENAME COLUMN old TO new');
  expect(sqlOf(up).join()).not.toContain('DROP VIEW');
});

test('columns that trade places are no rename: readers would read the other one', async () => {
  const { up } = await migrate(
    `${table} CREATE VIEW v AS SELECT a, a || 'x' AS c FROM t; CREATE VIEW w AS SELECT a FROM v;`,
    `${table} CREATE VIEW v AS SELECT a || 'x' AS c, a FROM t; CREATE VIEW w AS SELECT a FROM v;`,
  );
  expect(sqlOf(up).slice(0, 2)).toEqual(['DROP VIEW public.w', 'DROP VIEW public.v']);
});

test('options and defaults of columns change in place', async () => {
  const { up } = await migrate(
    `${table} CREATE VIEW v WITH (security_barrier) AS SELECT id, a FROM t WITH CHECK OPTION;
    ALTER VIEW v ALTER COLUMN id SET DEFAULT 1, ALTER COLUMN a SET DEFAULT 'x';`,
    `${table} CREATE VIEW v WITH (security_invoker) AS SELECT id, a FROM t WITH LOCAL CHECK OPTION;
    ALTER VIEW v ALTER COLUMN a SET DEFAULT 'y';`,
  );
  expect(sqlOf(up)).toEqual([
    'ALTER VIEW public.v RESET (security_barrier)',
    `ALTER VIEW public.v SET (security_invoker = 'true', check_option = 'local')`,
    'ALTER VIEW public.v ALTER COLUMN id DROP DEFAULT',
    `ALTER VIEW public.v ALTER COLUMN a SET DEFAULT 'y'::text`,
  ]);
  expect(up[0]?.hazards).toMatchObject([{ kind: 'access-changes', objects: ['public.v'] }]);
});

test('a view that is rebuilt keeps its defaults, triggers, rules, comments and grants', async () => {
  const schema = (type: string): string => `
    CREATE TABLE base (id int, value ${type});
    CREATE VIEW v AS SELECT id, value FROM base;
    ALTER VIEW v ALTER COLUMN id SET DEFAULT 7;
    CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
    CREATE TRIGGER t INSTEAD OF INSERT ON v FOR EACH ROW EXECUTE FUNCTION f();
    CREATE RULE r AS ON DELETE TO v DO INSTEAD NOTHING;
    COMMENT ON COLUMN v.id IS 'x';
    COMMENT ON RULE r ON v IS 'x';
    GRANT INSERT ON v TO PUBLIC;
  `;
  const { up } = await migrate(schema('int'), schema('bigint'));
  expect(sqlOf(up)).toContain('DROP VIEW public.v');
});

test('a view and a table trade their names', async () => {
  await migrate(
    'CREATE TABLE a (id int); CREATE VIEW b AS SELECT id FROM a; CREATE VIEW c AS SELECT id FROM b;',
    'CREATE TABLE b (id int); CREATE VIEW a AS SELECT id FROM b; CREATE VIEW c AS SELECT id FROM b;',
  );
});
