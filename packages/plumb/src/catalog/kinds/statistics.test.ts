import { expect, test } from 'vitest';
import { migrate, sqlOf } from '../../../test/migrate.ts';

test('extended statistics: kinds, expressions, targets', async () => {
  const table = 'CREATE SCHEMA "s x"; CREATE TABLE t (a int, b int, c text);';
  const { up } = await migrate(
    `${table} CREATE STATISTICS s1 ON a, b FROM t; CREATE STATISTICS s2 (ndistinct) ON a, b FROM t;`,
    `${table} CREATE STATISTICS s1 ON b, a FROM t; CREATE STATISTICS s2 (ndistinct, mcv) ON a, b FROM t;
     ALTER STATISTICS s1 SET STATISTICS 200; CREATE STATISTICS "s x"."S" ON (lower(c)), a, (b + 1) FROM t;
     COMMENT ON STATISTICS "s x"."S" IS 'said';`,
  );
  expect(sqlOf(up)).toEqual([
    'CREATE STATISTICS "s x"."S" ON a, (lower(c)), (b + 1) FROM public.t',
    'ALTER STATISTICS public.s1 SET STATISTICS 200',
    `COMMENT ON STATISTICS "s x"."S" IS 'said'`,
    'DROP STATISTICS public.s2',
    'CREATE STATISTICS public.s2 (ndistinct, mcv) ON a, b FROM public.t',
  ]);
});

test('the order of columns makes no difference to statistics', async () => {
  const { up } = await migrate(
    'CREATE TABLE t (a int, b int); CREATE STATISTICS s ON a, b FROM t;',
    'CREATE TABLE t (b int, a int); CREATE STATISTICS s ON a, b FROM t;',
  );
  expect(up).toEqual([]);
});
