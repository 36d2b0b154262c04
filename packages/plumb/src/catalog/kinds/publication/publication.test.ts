import { expect, test } from 'vitest';
import { migrate, sqlOf } from '../../../../test/migrate.ts';

const tables = `
  CREATE TABLE a (id int PRIMARY KEY, x int);
  CREATE TABLE b (id int PRIMARY KEY, y text);
`;

test('tables, column lists, row filters and options of a publication change one by one', async () => {
  const { up } = await migrate(
    `${tables} CREATE PUBLICATION p FOR TABLE a (id), b WITH (publish = 'insert');`,
    `${tables} CREATE TABLE c (id int PRIMARY KEY);
    CREATE PUBLICATION p FOR TABLE a (x, id) WHERE (id > 5 AND id < 9), c WITH (publish_via_partition_root);`,
  );
  expect(sqlOf(up).slice(1)).toEqual([
    'ALTER PUBLICATION p DROP TABLE public.b',
    "ALTER PUBLICATION p SET (publish = 'insert, update, delete, truncate', publish_via_partition_root = true)",
    'ALTER PUBLICATION p DROP TABLE public.a',
    'ALTER PUBLICATION p ADD TABLE public.a (id, x) WHERE ((id > 5) AND (id < 9))',
    'ALTER PUBLICATION p ADD TABLE public.c',
  ]);
});

test('a publication of all tables is another publication', async () => {
  const { up } = await migrate(
    `${tables} CREATE PUBLICATION p FOR TABLE a; COMMENT ON PUBLICATION p IS 'x';`,
    `${tables} CREATE PUBLICATION p FOR ALL TABLES; COMMENT ON PUBLICATION p IS 'x';`,
  );
  expect(sqlOf(up)).toEqual([
    'DROP PUBLICATION p',
    'CREATE PUBLICATION p\n  FOR ALL TABLES',
    "COMMENT ON PUBLICATION p IS 'x'",
  ]);
});

test('schemas are published, and let go before they are dropped', async () => {
  const { up } = await migrate(
    `${tables} CREATE SCHEMA old; CREATE PUBLICATION p FOR TABLES IN SCHEMA old, TABLE a;`,
    `${tables} CREATE SCHEMA new; CREATE PUBLICATION p FOR TABLES IN SCHEMA new, TABLE a;
    CREATE PUBLICATION q FOR TABLES IN SCHEMA public, TABLE b;`,
    { major: 15 },
  );
  expect(sqlOf(up)).toEqual([
    'CREATE SCHEMA new',
    'CREATE PUBLICATION q\n  FOR TABLE public.b,\n    TABLES IN SCHEMA public',
    'ALTER PUBLICATION p ADD TABLES IN SCHEMA new',
    'ALTER PUBLICATION p DROP TABLES IN SCHEMA old',
    'DROP SCHEMA old',
  ]);
});

test('tables that inherit from a published table are published only where they are named', async () => {
  const family = 'CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE child () INHERITS (a);';
  const { up } = await migrate(
    `${family} CREATE PUBLICATION p FOR TABLE a;`,
    `${family} CREATE PUBLICATION p FOR TABLE ONLY a; CREATE PUBLICATION q FOR TABLE a;`,
    { major: 14 },
  );
  expect(sqlOf(up)).toEqual([
    'CREATE PUBLICATION q\n  FOR TABLE ONLY public.a,\n    public.child',
    'ALTER PUBLICATION p DROP TABLE public.child',
  ]);
});

test('a table whose rows nothing tells apart can no longer be updated when it is published', async () => {
  const { up } = await migrate(
    'CREATE TABLE t (id int);',
    'CREATE TABLE t (id int); CREATE PUBLICATION p FOR TABLE t;',
  );
  expect(up[0]?.hazards).toMatchObject([
    {
      kind: 'blocks-writes',
      message:
        'UPDATE and DELETE on public.t fail once it is published, because it has neither a primary key nor another replica identity.',
    },
  ]);
});

test('generated columns are published since PostgreSQL 18', async () => {
  const table = 'CREATE TABLE a (id int PRIMARY KEY, b int GENERATED ALWAYS AS (id * 2) STORED);';
  const { up } = await migrate(
    `${table} CREATE PUBLICATION p FOR TABLE a;`,
    `${table} CREATE PUBLICATION p FOR TABLE a WITH (publish_generated_columns = stored);`,
  );
  expect(sqlOf(up)).toEqual(['ALTER PUBLICATION p SET (publish_generated_columns = stored)']);
});
