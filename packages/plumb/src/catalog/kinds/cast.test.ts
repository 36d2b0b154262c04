import { expect, test } from 'vitest';
import { migrate, sqlOf } from '../../../test/migrate.ts';

const schema = (cast: string): string => `
  CREATE TYPE cents AS (n integer);
  CREATE TYPE colour AS ENUM ('red');
  CREATE TYPE span AS RANGE (SUBTYPE = float8);
  CREATE FUNCTION n(cents) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT $1.n';
  CREATE VIEW v AS SELECT n(NULL::cents) AS n;
  ${cast}
`;

test('casts of all methods are made, changed and dropped', async () => {
  const { up } = await migrate(
    schema('CREATE CAST (cents AS integer) WITH FUNCTION n(cents) AS IMPLICIT;'),
    schema(`
      CREATE CAST (cents AS integer) WITH FUNCTION n(cents);
      CREATE CAST (colour AS text) WITH INOUT AS ASSIGNMENT;
      CREATE CAST (bigint AS timestamp) WITHOUT FUNCTION AS IMPLICIT;
      COMMENT ON CAST (colour AS text) IS 'its name';
    `),
  );
  expect(sqlOf(up)).toEqual(
    expect.arrayContaining([
      'DROP CAST (public.cents AS integer)',
      'CREATE CAST (public.cents AS integer) WITH FUNCTION public.n(public.cents)',
      'CREATE CAST (public.colour AS text) WITH INOUT AS ASSIGNMENT',
      'CREATE CAST (bigint AS timestamp without time zone) WITHOUT FUNCTION AS IMPLICIT',
      "COMMENT ON CAST (public.colour AS text) IS 'its name'",
    ]),
  );
});
