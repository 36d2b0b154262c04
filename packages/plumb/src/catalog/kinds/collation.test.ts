import { expect, test } from 'vitest';
import { migrate, sqlOf } from '../../../test/migrate.ts';

test.each([14, 15, 16, 17, 18])('on PostgreSQL %i a collation is written as it was', async (major) => {
  const { up } = await migrate(
    '',
    `
      CREATE COLLATION german (provider = icu, locale = 'de-u-co-phonebk');
      CREATE COLLATION "No Case" (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
      CREATE COLLATION mixed (provider = libc, lc_collate = 'C', lc_ctype = 'POSIX');
      CREATE COLLATION plain FROM "C";
      ${major >= 16 ? "CREATE COLLATION ruled (provider = icu, locale = 'en', rules = '&a < g');" : ''}
      ${major >= 17 ? "CREATE COLLATION fast (provider = builtin, locale = 'C.UTF-8');" : ''}
      COMMENT ON COLLATION german IS 'as in phone books';
    `,
    { major },
  );
  expect(sqlOf(up)).toContain(
    `CREATE COLLATION public."No Case" (PROVIDER = icu, LOCALE = 'und-u-ks-level2', DETERMINISTIC = false)`,
  );
});

test('columns, domains and attributes are led over to a collation that changes', async () => {
  const schema = (more: string): string => `
    CREATE COLLATION ci (provider = icu, locale = 'und-u-ks-level2'${more});
    CREATE DOMAIN word AS text COLLATE ci;
    CREATE TYPE pair AS (a text COLLATE ci, b integer);
    CREATE TABLE t (id integer PRIMARY KEY, login text COLLATE ci NOT NULL UNIQUE DEFAULT 'x', w word, p pair, many text[] COLLATE ci);
    CREATE VIEW v AS SELECT login FROM t WHERE w = 'a' ORDER BY login;
  `;
  const { rows } = await migrate(schema(''), schema(', deterministic = false'), {
    rows: `INSERT INTO t VALUES (1, 'Ann', 'a', ('b', 1), '{c}')`,
    query: `SELECT login, w, p::text, many::text, login = 'ann' FROM t`,
  });
  expect(rows).toEqual([['Ann', 'a', '(b,1)', '{c}', true]]);
});
