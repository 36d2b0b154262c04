import { expect, test } from 'vitest';
import { migrate, sqlOf } from '../../../test/migrate.ts';

const table = `
  CREATE TABLE t (id int, owner name, open boolean);
  ALTER TABLE t ENABLE ROW LEVEL SECURITY;
`;

test.each([14, 18])('policies of all sorts are made as they are read on PostgreSQL %i', async (major) => {
  await migrate(
    '',
    `CREATE ROLE plumb_reader; CREATE ROLE "plumb Writer"; ${table}
    CREATE POLICY p1 ON t;
    CREATE POLICY "P 2" ON t AS RESTRICTIVE FOR SELECT TO "plumb Writer", plumb_reader USING (owner = current_user);
    CREATE POLICY p3 ON t FOR INSERT WITH CHECK (open);
    CREATE POLICY p4 ON t FOR UPDATE USING (id BETWEEN 1 AND 2 AND open)
      WITH CHECK (id IN (SELECT id FROM t AS other WHERE other.open));
    CREATE POLICY p5 ON t FOR DELETE TO plumb_reader USING (true);
    COMMENT ON POLICY p1 ON t IS 'x';`,
    { major },
  );
});

test('roles and conditions change in place, which changes access', async () => {
  const { up } = await migrate(
    `${table} CREATE POLICY p ON t USING (open);`,
    `CREATE ROLE plumb_reader; ${table} CREATE POLICY p ON t TO plumb_reader USING (id > 1) WITH CHECK (open);`,
  );
  expect(sqlOf(up)).toEqual(['ALTER POLICY p ON public.t\n  TO plumb_reader\n  USING ((id > 1))\n  WITH CHECK (open)']);
  expect(up[0]?.hazards).toMatchObject([{ kind: 'access-changes', objects: ['public.t'] }]);
});

test('while a policy is made anew, no more rows are let through than before or after', async () => {
  const permissive = await migrate(
    `${table} CREATE POLICY p ON t USING (open);`,
    `${table} CREATE POLICY p ON t FOR SELECT USING (open);`,
  );
  expect(sqlOf(permissive.up)).toEqual([
    'DROP POLICY p ON public.t',
    'CREATE POLICY p ON public.t\n  FOR SELECT\n  USING (open)',
  ]);
  const restrictive = await migrate(
    `${table} CREATE POLICY p ON t AS RESTRICTIVE USING (open); COMMENT ON POLICY p ON t IS 'x';`,
    `${table} CREATE POLICY p ON t AS RESTRICTIVE FOR SELECT USING (open); COMMENT ON POLICY p ON t IS 'x';`,
  );
  expect(sqlOf(restrictive.up).slice(-4)).toEqual([
    'ALTER POLICY p ON public.t RENAME TO p_plumb_old',
    'CREATE POLICY p ON public.t\n  AS RESTRICTIVE\n  FOR SELECT\n  USING (open)',
    'DROP POLICY p_plumb_old ON public.t',
    `COMMENT ON POLICY p ON public.t IS 'x'`,
  ]);
});

test('a policy that follows the type of a column changes no access', async () => {
  const schema = (type: string): string => `
    CREATE TABLE u (id int, level ${type}); ALTER TABLE u ENABLE ROW LEVEL SECURITY;
    CREATE POLICY p ON u USING (level > 3);`;
  const { up } = await migrate(schema('int'), schema('bigint'));
  expect(sqlOf(up)).toContain('DROP POLICY p ON public.u');
  expect(up.flatMap(({ hazards }) => hazards.map(({ kind }) => kind))).not.toContain('access-changes');
});
