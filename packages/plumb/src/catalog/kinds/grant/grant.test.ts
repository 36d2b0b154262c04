import { expect, test } from 'vitest';
import { migrate, sqlOf } from '../../../../test/migrate.ts';

test('the fewest statements lead from one set of rights to another', async () => {
  const table = 'CREATE TABLE t (id int PRIMARY KEY);';
  const { up, down } = await migrate(
    `${table} GRANT SELECT, INSERT ON t TO reader; GRANT ALL ON t TO writer;`,
    `${table} GRANT SELECT ON t TO reader WITH GRANT OPTION; GRANT SELECT ON t TO "Report User", PUBLIC;`,
  );
  expect(sqlOf(up)).toEqual([
    'GRANT SELECT ON TABLE public.t TO "Report User"',
    'GRANT SELECT ON TABLE public.t TO PUBLIC',
    'REVOKE INSERT ON TABLE public.t FROM reader',
    'GRANT SELECT ON TABLE public.t TO reader WITH GRANT OPTION',
    'REVOKE ALL ON TABLE public.t FROM writer',
  ]);
  expect(sqlOf(down)).toContain('REVOKE GRANT OPTION FOR SELECT ON TABLE public.t FROM reader');
  expect(up.flatMap(({ hazards }) => hazards.map(({ kind, message }) => `${kind}: ${message}`))).toEqual([
    'access-changes: reader loses INSERT on TABLE public.t.',
    'access-changes: writer loses SELECT, INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER, MAINTAIN on TABLE public.t.',
  ]);
});

test('what everybody may do by default is revoked and given back', async () => {
  const objects = `
    CREATE FUNCTION f(a int, VARIADIC b text[]) RETURNS int LANGUAGE sql AS 'SELECT 1';
    CREATE PROCEDURE p(a int, OUT b int) LANGUAGE sql AS 'SELECT 1';
    CREATE AGGREGATE "Agg"(float8 ORDER BY float8) (SFUNC = float8pl, STYPE = float8);
    CREATE DOMAIN d AS int;
  `;
  const { up } = await migrate(
    objects,
    `${objects}
    REVOKE ALL ON FUNCTION f(int, text[]), "Agg"(float8, float8) FROM PUBLIC;
    REVOKE ALL ON PROCEDURE p(int) FROM PUBLIC;
    REVOKE ALL ON DOMAIN d FROM PUBLIC;
    REVOKE ALL ON LANGUAGE plpgsql FROM PUBLIC;`,
  );
  expect(sqlOf(up)).toEqual([
    'REVOKE EXECUTE ON FUNCTION public."Agg"(double precision, double precision) FROM PUBLIC',
    'REVOKE USAGE ON TYPE public.d FROM PUBLIC',
    'REVOKE EXECUTE ON FUNCTION public.f(integer, text[]) FROM PUBLIC',
    'REVOKE EXECUTE ON PROCEDURE public.p(IN integer, OUT integer) FROM PUBLIC',
    'REVOKE USAGE ON LANGUAGE plpgsql FROM PUBLIC',
  ]);
});

test('a new object has exactly the rights that it should have under default privileges', async () => {
  const defaults = `
    ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO anon;
    ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT ALL ON SEQUENCES TO anon;
    ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
  `;
  const { up } = await migrate(
    defaults,
    `${defaults}
    CREATE TABLE open (id int GENERATED ALWAYS AS IDENTITY);
    CREATE TABLE closed (id int GENERATED ALWAYS AS IDENTITY);
    REVOKE ALL ON closed FROM anon;
    GRANT SELECT (id) ON closed TO anon;
    REVOKE UPDATE ON SEQUENCE closed_id_seq FROM anon;
    CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
    CREATE FUNCTION g() RETURNS int LANGUAGE sql AS 'SELECT 1';
    GRANT EXECUTE ON FUNCTION g() TO PUBLIC;`,
  );
  expect(sqlOf(up).filter((sql) => !sql.startsWith('CREATE'))).toEqual([
    'REVOKE UPDATE ON SEQUENCE public.closed_id_seq FROM anon',
    'GRANT EXECUTE ON FUNCTION public.g() TO PUBLIC',
    'REVOKE SELECT ON TABLE public.closed FROM anon',
    'GRANT SELECT (id) ON TABLE public.closed TO anon',
  ]);
});

test('a view that is rebuilt gets back what it had, and nothing that default privileges grant', async () => {
  const schema = (type: string): string => `
    ALTER DEFAULT PRIVILEGES GRANT ALL ON TABLES TO anon;
    CREATE TABLE t (id int, a ${type});
    CREATE VIEW v AS SELECT a FROM t;
    REVOKE ALL ON v FROM anon;
    GRANT SELECT (a) ON v TO reader;
    ALTER VIEW v OWNER TO app_owner;
  `;
  const { up } = await migrate(schema('int'), schema('bigint'));
  expect(sqlOf(up).filter((sql) => /^(GRANT|REVOKE|ALTER VIEW)/.test(sql))).toEqual([
    'ALTER VIEW public.v OWNER TO app_owner',
    'REVOKE ALL ON TABLE public.v FROM anon',
    'GRANT SELECT (a) ON TABLE public.v TO reader',
  ]);
});

test('an identity column that comes later is given no more than it should have', async () => {
  const defaults = 'ALTER DEFAULT PRIVILEGES GRANT ALL ON SEQUENCES TO anon;';
  const { up } = await migrate(
    `${defaults} CREATE TABLE t (id int NOT NULL);`,
    `${defaults} CREATE TABLE t (id int NOT NULL GENERATED ALWAYS AS IDENTITY);
    REVOKE ALL ON SEQUENCE t_id_seq FROM anon;`,
  );
  expect(sqlOf(up).at(-1)).toBe('REVOKE ALL ON SEQUENCE public.t_id_seq FROM anon');
});

test('rights on columns survive when the same rights on their table are revoked', async () => {
  const { up } = await migrate(
    `CREATE TABLE t (id int, a int);
    GRANT SELECT, UPDATE ON t TO reader; GRANT SELECT (id), UPDATE (a) ON t TO reader;`,
    `CREATE TABLE t (id int, a int, b int);
    GRANT UPDATE ON t TO reader; GRANT SELECT (id, b), UPDATE (a) ON t TO reader;`,
  );
  expect(sqlOf(up)).toEqual([
    'ALTER TABLE public.t ADD COLUMN b integer',
    'REVOKE SELECT ON TABLE public.t FROM reader',
    'GRANT SELECT (id) ON TABLE public.t TO reader',
    'GRANT SELECT (b) ON TABLE public.t TO reader',
  ]);
});

test('rights go round the owner, who has them anyway', async () => {
  const table = (more: string): string => `CREATE TABLE t (id int); ${more}`;
  const cases = [
    'GRANT SELECT ON t TO app_owner;',
    'ALTER TABLE t OWNER TO app_owner; REVOKE DELETE ON t FROM app_owner; GRANT SELECT ON t TO CURRENT_USER;',
    'ALTER TABLE t OWNER TO writer; GRANT SELECT ON t TO app_owner;',
    'ALTER TABLE t OWNER TO app_owner; GRANT SELECT ON t TO writer;',
  ];
  for (const before of cases) {
    for (const after of cases) await expect(migrate(table(before), table(after))).resolves.toBeDefined();
  }
});

test('what a role that was granted something granted on is granted by that role', async () => {
  const schema = 'CREATE SCHEMA s; CREATE TABLE s.t (id int);';
  const { up, down } = await migrate(
    schema,
    `${schema}
    GRANT USAGE ON SCHEMA s TO writer WITH GRANT OPTION;
    GRANT SELECT ON s.t TO writer WITH GRANT OPTION;
    SET ROLE writer;
    GRANT USAGE ON SCHEMA s TO support;
    GRANT SELECT ON s.t TO support WITH GRANT OPTION;
    SET ROLE support;
    GRANT SELECT ON s.t TO reader;`,
  );
  expect(sqlOf(up).at(-1)).toBe(`DO $$
DECLARE
  me text := pg_catalog.current_setting('role');
BEGIN
  SET LOCAL ROLE support;
  GRANT SELECT ON TABLE s.t TO reader;
  PERFORM pg_catalog.set_config('role', me, true);
END
$$`);
  expect(down).toHaveLength(5);
});

test.each([14, 16])('rights on all kinds of objects are led there and back on PostgreSQL %i', async (major) => {
  const objects = `
    CREATE EXTENSION postgres_fdw;
    CREATE SERVER s FOREIGN DATA WRAPPER postgres_fdw;
    CREATE TABLE t (id serial, x int GENERATED ALWAYS AS IDENTITY);
    CREATE TYPE r AS RANGE (subtype = int4);
  `;
  const { up } = await migrate(
    objects,
    `${objects}
    GRANT USAGE ON SCHEMA public TO reader WITH GRANT OPTION;
    GRANT USAGE ON SEQUENCE t_id_seq, t_x_seq TO reader;
    GRANT USAGE ON FOREIGN SERVER s TO reader;
    GRANT USAGE ON FOREIGN DATA WRAPPER postgres_fdw TO reader;
    REVOKE ALL ON TYPE t, r FROM PUBLIC;
    REVOKE ALL ON FUNCTION r(int, int) FROM PUBLIC;
    REVOKE EXECUTE ON FUNCTION pg_sleep(double precision) FROM PUBLIC;
    GRANT SELECT ON pg_authid TO reader;
    GRANT SELECT (ctid) ON t TO reader;`,
    { major },
  );
  expect(up).toHaveLength(11);
});
