import { expect, test } from 'vitest';
import { migrate, sqlOf } from '../../../../test/migrate.ts';

test('default privileges are changed role by role, and go with their schema', async () => {
  const { up } = await migrate(
    `CREATE SCHEMA api; CREATE SCHEMA old;
    ALTER DEFAULT PRIVILEGES FOR ROLE app_owner IN SCHEMA api GRANT SELECT ON TABLES TO reader;
    ALTER DEFAULT PRIVILEGES IN SCHEMA old GRANT SELECT ON TABLES TO reader;`,
    `CREATE SCHEMA api;
    ALTER DEFAULT PRIVILEGES FOR ROLE app_owner IN SCHEMA api GRANT SELECT, INSERT ON TABLES TO reader WITH GRANT OPTION;
    ALTER DEFAULT PRIVILEGES FOR ROLE app_owner REVOKE ALL ON FUNCTIONS FROM PUBLIC, app_owner;
    ALTER DEFAULT PRIVILEGES GRANT USAGE ON SCHEMAS TO "Report User";`,
  );
  expect(sqlOf(up)).toEqual([
    'DROP SCHEMA old',
    'ALTER DEFAULT PRIVILEGES FOR ROLE app_owner REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC',
    'ALTER DEFAULT PRIVILEGES FOR ROLE app_owner REVOKE EXECUTE ON FUNCTIONS FROM app_owner',
    'ALTER DEFAULT PRIVILEGES GRANT USAGE ON SCHEMAS TO "Report User"',
    'ALTER DEFAULT PRIVILEGES FOR ROLE app_owner IN SCHEMA api GRANT SELECT, INSERT ON TABLES TO reader WITH GRANT OPTION',
  ]);
});

test('what is made in a migration is made under the default privileges from before', async () => {
  const { up, down } = await migrate(
    'ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO anon;',
    `CREATE TABLE closed (id int);
    ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO reader;
    CREATE TABLE open (id int);`,
  );
  expect(sqlOf(up).slice(2)).toEqual([
    'REVOKE SELECT ON TABLE public.closed FROM anon',
    'REVOKE SELECT ON TABLE public.open FROM anon',
    'GRANT SELECT ON TABLE public.open TO reader',
    'ALTER DEFAULT PRIVILEGES REVOKE SELECT ON TABLES FROM anon',
    'ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO reader',
  ]);
  expect(sqlOf(down).slice(-2)).toEqual([
    'ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO anon',
    'ALTER DEFAULT PRIVILEGES REVOKE SELECT ON TABLES FROM reader',
  ]);
});
