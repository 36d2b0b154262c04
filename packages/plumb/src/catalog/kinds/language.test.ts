import { expect, test } from 'vitest';
import { migrate, sqlOf } from '../../../test/migrate.ts';

const language = (trusted: string): string => `
  CREATE ${trusted} LANGUAGE plmine HANDLER plpgsql_call_handler INLINE plpgsql_inline_handler VALIDATOR plpgsql_validator;
  CREATE FUNCTION f() RETURNS integer LANGUAGE plmine AS 'BEGIN RETURN 1; END';
  COMMENT ON LANGUAGE plmine IS 'mine';
`;

test('a language is made before its functions and changed in place', async () => {
  const { up } = await migrate(language('TRUSTED'), language(''));
  expect(sqlOf(up)).toEqual([
    'CREATE OR REPLACE LANGUAGE plmine\n  HANDLER plpgsql_call_handler\n  INLINE plpgsql_inline_handler\n  VALIDATOR plpgsql_validator',
  ]);
  await migrate('', language('TRUSTED'));
});

test('transforms and access methods are made of functions', async () => {
  const { up } = await migrate(
    '',
    `CREATE FUNCTION from_sql(internal) RETURNS internal LANGUAGE internal IMMUTABLE STRICT AS 'textin';
    CREATE TYPE pair AS (a integer);
    CREATE TRANSFORM FOR pair LANGUAGE plpgsql (FROM SQL WITH FUNCTION from_sql(internal));
    CREATE ACCESS METHOD tree TYPE INDEX HANDLER bthandler;
    CREATE ACCESS METHOD store TYPE TABLE HANDLER heap_tableam_handler;
    CREATE TABLE t (id integer) USING store;
    COMMENT ON TRANSFORM FOR pair LANGUAGE plpgsql IS 'none'; COMMENT ON ACCESS METHOD tree IS 'tree';`,
  );
  expect(sqlOf(up)).toEqual(
    expect.arrayContaining([
      'CREATE TRANSFORM FOR public.pair LANGUAGE plpgsql (FROM SQL WITH FUNCTION public.from_sql(internal))',
      'CREATE ACCESS METHOD store TYPE TABLE HANDLER heap_tableam_handler',
    ]),
  );
});
