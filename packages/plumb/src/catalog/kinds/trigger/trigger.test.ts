import { expect, test } from 'vitest';
import { migrate, sqlOf } from '../../../../test/migrate.ts';

const schema = `
  CREATE TABLE t (id int PRIMARY KEY, a text, b int);
  CREATE TABLE other (id int);
  CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
  CREATE FUNCTION g() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
`;
const partitions = `
  CREATE TABLE p (id int, k int) PARTITION BY RANGE (k);
  CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
  CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (10) TO (20) PARTITION BY RANGE (k);
  CREATE TABLE p2a PARTITION OF p2 FOR VALUES FROM (10) TO (15);
`;

test.each([14, 18])('triggers of all sorts are made as they are read on PostgreSQL %i', async (major) => {
  await migrate(
    '',
    `${schema}${partitions}
    CREATE VIEW v AS SELECT * FROM t;
    CREATE TRIGGER t1 BEFORE INSERT OR UPDATE OF a, b ON t FOR EACH ROW
      WHEN (new.b > 1 AND new.a IS DISTINCT FROM ' EXECUTE FUNCTION ') EXECUTE FUNCTION f('x', 'it''s', 3);
    CREATE TRIGGER "T 2" AFTER DELETE ON t REFERENCING OLD TABLE AS "old rows" FOR EACH STATEMENT EXECUTE FUNCTION f();
    CREATE TRIGGER t3 AFTER UPDATE ON t REFERENCING OLD TABLE AS o NEW TABLE AS n EXECUTE FUNCTION f();
    CREATE TRIGGER t4 BEFORE TRUNCATE ON t EXECUTE FUNCTION f();
    CREATE CONSTRAINT TRIGGER c1 AFTER INSERT ON t FROM other DEFERRABLE INITIALLY DEFERRED
      FOR EACH ROW WHEN (new.b IN (1, 2)) EXECUTE FUNCTION f();
    CREATE TRIGGER v1 INSTEAD OF INSERT OR UPDATE ON v FOR EACH ROW EXECUTE FUNCTION f();
    CREATE TRIGGER pt BEFORE INSERT ON p FOR EACH ROW EXECUTE FUNCTION f();
    CREATE CONSTRAINT TRIGGER pc AFTER INSERT ON p DEFERRABLE FOR EACH ROW EXECUTE FUNCTION f();
    CREATE TRIGGER own BEFORE INSERT ON p1 FOR EACH ROW EXECUTE FUNCTION f();
    ALTER TABLE t DISABLE TRIGGER t1, ENABLE REPLICA TRIGGER "T 2", ENABLE ALWAYS TRIGGER t3;
    ALTER TABLE p DISABLE TRIGGER pc;
    COMMENT ON TRIGGER c1 ON t IS 'x';`,
    { major },
  );
});

test('a trigger is replaced in place and stays disabled', async () => {
  const { up } = await migrate(
    `${schema} CREATE TRIGGER a BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
    ALTER TABLE t DISABLE TRIGGER a; COMMENT ON TRIGGER a ON t IS 'x';`,
    `${schema} CREATE TRIGGER a BEFORE INSERT OR UPDATE ON t FOR EACH ROW EXECUTE FUNCTION g();
    ALTER TABLE t DISABLE TRIGGER a; COMMENT ON TRIGGER a ON t IS 'x';`,
  );
  expect(sqlOf(up)).toEqual([
    'CREATE OR REPLACE TRIGGER a BEFORE INSERT OR UPDATE ON public.t FOR EACH ROW\n  EXECUTE FUNCTION public.g()',
    'ALTER TABLE public.t DISABLE TRIGGER a',
  ]);
});

test('a constraint trigger is made anew with its comment', async () => {
  const constraint = (deferrable: string): string =>
    `${schema} CREATE CONSTRAINT TRIGGER a AFTER INSERT ON t ${deferrable} FOR EACH ROW EXECUTE FUNCTION f();
    COMMENT ON TRIGGER a ON t IS 'x';`;
  const { up } = await migrate(constraint(''), constraint('DEFERRABLE'));
  expect(sqlOf(up)).toEqual([
    'DROP TRIGGER a ON public.t',
    expect.stringMatching(/^CREATE CONSTRAINT TRIGGER a /),
    `COMMENT ON TRIGGER a ON public.t IS 'x'`,
  ]);
});

test.each([14, 18])('a partition may fire otherwise than its parent on PostgreSQL %i', async (major) => {
  const before = `${schema}${partitions} CREATE TRIGGER a BEFORE INSERT ON p FOR EACH ROW EXECUTE FUNCTION f();`;
  const one = 'ALTER TABLE p1 DISABLE TRIGGER a;';
  const both = 'ALTER TABLE p DISABLE TRIGGER a; ALTER TABLE p2 ENABLE ALWAYS TRIGGER a;';
  const replaced = before.replace('BEFORE INSERT', 'BEFORE INSERT OR UPDATE');
  expect(sqlOf((await migrate(before, `${before}${one}`, { major })).up)).toEqual([
    'ALTER TABLE ONLY public.p1 DISABLE TRIGGER a',
  ]);
  await migrate(`${before}${one}`, `${before}${both}`, { major });
  await migrate(`${before}${both}`, `${replaced}${both}`, { major });
  await migrate(`${before}${one}`, `${schema}${partitions}`, { major });
});
