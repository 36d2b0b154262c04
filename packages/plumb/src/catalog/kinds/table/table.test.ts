import { expect, test } from 'vitest';
import { migrate, sqlOf } from '../../../../test/migrate.ts';

test('a new table is one statement with its columns, defaults, serials and constraints', async () => {
  const { up } = await migrate(
    '',
    `CREATE TABLE users (
      id serial PRIMARY KEY,
      name text NOT NULL DEFAULT '' CHECK (length(name) < 80),
      "full" text GENERATED ALWAYS AS (name || '!') STORED,
      number bigint GENERATED ALWAYS AS IDENTITY (START 5),
      code text COLLATE "C"
    ) WITH (fillfactor = 70, toast.autovacuum_enabled = false);`,
  );
  expect(sqlOf(up)).toEqual([
    `CREATE TABLE public.users (
  id serial,
  name text NOT NULL DEFAULT ''::text,
  "full" text GENERATED ALWAYS AS (name || '!'::text) STORED,
  number bigint GENERATED ALWAYS AS IDENTITY (START WITH 5),
  code text COLLATE "C",
  CONSTRAINT users_name_check CHECK (length(name) < 80),
  CONSTRAINT users_pkey PRIMARY KEY (id)
)
WITH (fillfactor = 70, toast.autovacuum_enabled = 'false')`,
  ]);
});

test.each([14, 18])('a table becomes partitioned with its rows and its sequence on PostgreSQL %i', async (major) => {
  const columns = 'id serial, at date NOT NULL, n integer GENERATED ALWAYS AS IDENTITY, PRIMARY KEY (id, at)';
  const { up, rows } = await migrate(
    `CREATE TABLE events (${columns});`,
    `CREATE TABLE events (${columns}) PARTITION BY RANGE (at);
     CREATE TABLE events_2024 PARTITION OF events FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');`,
    {
      major,
      rows: `INSERT INTO events (at) VALUES ('2024-01-02'), ('2024-02-02');`,
      query: `SELECT id, n, nextval('events_id_seq') > 2, nextval('events_n_seq') > 2 FROM events_2024 ORDER BY id`,
    },
  );
  expect(rows).toEqual([
    [1, 1, true, true],
    [2, 2, true, true],
  ]);
  expect(up.map(({ comment }) => comment).join()).toContain('its rows are carried over');
});

test('a new partition of a table in use is made beside it and attached', async () => {
  const parent = 'CREATE TABLE logs (at date, text text) PARTITION BY RANGE (at);';
  const { up, down } = await migrate(
    parent,
    `${parent} CREATE TABLE logs_2024 PARTITION OF logs FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');`,
  );
  expect(sqlOf(up).at(-1)).toBe(
    `ALTER TABLE public.logs ATTACH PARTITION public.logs_2024 FOR VALUES FROM ('2024-01-01') TO ('2025-01-01')`,
  );
  expect(sqlOf(down)).toEqual(['DROP TABLE public.logs_2024']);
});

test('partitions change their bounds without losing rows, all detached before any is attached', async () => {
  const parted = (middle: string): string => `
    CREATE TABLE t (k integer) PARTITION BY RANGE (k);
    CREATE TABLE t_1 PARTITION OF t FOR VALUES FROM (0) TO (${middle});
    CREATE TABLE t_2 PARTITION OF t FOR VALUES FROM (${middle}) TO (100);`;
  const { rows } = await migrate(parted('50'), parted('60'), {
    rows: 'INSERT INTO t VALUES (10), (70);',
    query: 'SELECT tableoid::regclass::text, k FROM t ORDER BY k',
  });
  expect(rows).toEqual([
    ['t_1', 10],
    ['t_2', 70],
  ]);
});

test('what DETACH CONCURRENTLY leaves behind is taken away', async () => {
  const table = 'CREATE TABLE logs (at date NOT NULL) PARTITION BY RANGE (at);';
  const { up } = await migrate(
    `${table} CREATE TABLE old PARTITION OF logs FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');`,
    `${table} CREATE TABLE old (at date NOT NULL);`,
  );
  expect(sqlOf(up).slice(0, 2)).toEqual([
    'ALTER TABLE public.logs DETACH PARTITION public.old CONCURRENTLY',
    'ALTER TABLE public.old DROP CONSTRAINT IF EXISTS old_at_check',
  ]);
});

test('tables become unlogged in an order that their foreign keys allow', async () => {
  const tables = (kind: string): string => `
    CREATE ${kind} TABLE a (id integer PRIMARY KEY);
    CREATE ${kind} TABLE b (a_id integer REFERENCES a);`;
  const { up, down } = await migrate(tables(''), tables('UNLOGGED'));
  expect(sqlOf(up)).toEqual(['ALTER TABLE public.b SET UNLOGGED', 'ALTER TABLE public.a SET UNLOGGED']);
  expect(sqlOf(down)).toEqual(['ALTER TABLE public.a SET LOGGED', 'ALTER TABLE public.b SET LOGGED']);
});

test('a table that joins a parent gets the columns and checks that it lacks', async () => {
  const parent = `CREATE TABLE audited (at timestamptz DEFAULT now(), who text NOT NULL CONSTRAINT known CHECK (who <> ''));`;
  const { up } = await migrate(
    `${parent} CREATE TABLE notes (who text NOT NULL, body text);`,
    `${parent} CREATE TABLE notes (who text NOT NULL CONSTRAINT known CHECK (who <> ''), body text, at timestamptz)
       INHERITS (audited);`,
    { major: 17 },
  );
  expect(sqlOf(up)).toEqual([
    'ALTER TABLE public.notes ADD COLUMN at timestamp with time zone DEFAULT now()',
    `ALTER TABLE public.notes ADD CONSTRAINT known CHECK (who <> ''::text)`,
    'ALTER TABLE public.notes INHERIT public.audited',
  ]);
});
