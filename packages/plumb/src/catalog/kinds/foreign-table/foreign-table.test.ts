import { expect, test } from 'vitest';
import { migrate, sqlOf } from '../../../../test/migrate.ts';

const server = `
  CREATE EXTENSION postgres_fdw;
  CREATE SERVER s FOREIGN DATA WRAPPER postgres_fdw;
`;

test('a foreign table is made with its columns, its server and the options of both', async () => {
  const { up } = await migrate(
    server,
    `${server}
    CREATE FOREIGN TABLE users (
      id int OPTIONS (column_name 'user_id') NOT NULL,
      name text COLLATE "C" DEFAULT 'x',
      CONSTRAINT positive CHECK (id > 0)
    ) SERVER s OPTIONS (table_name 'it''s');`,
  );
  expect(sqlOf(up)).toEqual([
    `CREATE FOREIGN TABLE public.users (
  id integer OPTIONS (column_name 'user_id') NOT NULL,
  name text COLLATE "C" DEFAULT 'x'::text,
  CONSTRAINT positive CHECK (id > 0)
)
SERVER s
OPTIONS (table_name 'it''s')`,
  ]);
});

test('options are added, set and dropped one by one', async () => {
  const { up } = await migrate(
    `${server} CREATE FOREIGN TABLE f (id int OPTIONS (column_name 'a')) SERVER s OPTIONS (table_name 'f', fetch_size '1');`,
    `${server} CREATE FOREIGN TABLE f (id int) SERVER s OPTIONS (table_name 'g', schema_name 'x');`,
  );
  expect(sqlOf(up)).toEqual([
    "ALTER FOREIGN TABLE public.f OPTIONS (DROP fetch_size, SET table_name 'g', ADD schema_name 'x')",
    'ALTER FOREIGN TABLE public.f ALTER COLUMN id OPTIONS (DROP column_name)',
  ]);
});

test.each([14, 18])('foreign tables join partitioned tables and leave them on PostgreSQL %i', async (major) => {
  const logs = `${server} CREATE TABLE logs (id int NOT NULL, at date) PARTITION BY RANGE (at);`;
  const { up } = await migrate(
    `${logs}
    CREATE FOREIGN TABLE old (id int NOT NULL, at date) SERVER s;
    CREATE FOREIGN TABLE new PARTITION OF logs FOR VALUES FROM ('2024-01-01') TO (MAXVALUE) SERVER s;`,
    `${logs}
    CREATE FOREIGN TABLE old (id int NOT NULL, at date) SERVER s;
    ALTER TABLE logs ATTACH PARTITION old FOR VALUES FROM (MINVALUE) TO ('2024-01-01');
    CREATE FOREIGN TABLE new (id int NOT NULL, at date) SERVER s;
    CREATE FOREIGN TABLE rest PARTITION OF logs FOR VALUES FROM ('2024-01-01') TO (MAXVALUE) SERVER s;`,
    { major },
  );
  expect(sqlOf(up)).toContain(
    "ALTER TABLE public.logs ATTACH PARTITION public.old FOR VALUES FROM (MINVALUE) TO ('2024-01-01')",
  );
});

test('a foreign table inherits, and a table of its name can take its place', async () => {
  const { up } = await migrate(
    `${server} CREATE TABLE p (id int); CREATE FOREIGN TABLE f (id int, b int) SERVER s;
    CREATE FOREIGN TABLE g (id int) SERVER s; CREATE VIEW v AS SELECT id FROM g;`,
    `${server} CREATE TABLE p (id int); CREATE FOREIGN TABLE f (id int, b int) INHERITS (p) SERVER s;
    CREATE TABLE g (id int PRIMARY KEY); CREATE VIEW v AS SELECT id FROM g;`,
  );
  expect(sqlOf(up)).toContain('ALTER TABLE public.f INHERIT public.p');
});
