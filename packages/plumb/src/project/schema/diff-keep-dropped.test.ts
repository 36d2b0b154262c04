import { expect, test } from 'vitest';
import { diffSql, refusalOf, upOf } from '../../../test/diff-sql.ts';

const kept = { rename: ['none'], keepDropped: '20260131' } as const;

test('a dropped column is kept aside so that rows go in without it, and comes back', async () => {
  const { plan, refusal } = await diffSql(
    `CREATE TABLE users (id serial PRIMARY KEY, email text NOT NULL UNIQUE, size int NOT NULL DEFAULT 1);
     CREATE VIEW mails AS SELECT id, email FROM users`,
    'CREATE TABLE users (id serial PRIMARY KEY)',
    kept,
  );
  expect(refusal).toBe(null);
  expect(plan.up.map(({ sql }) => sql)).toEqual([
    'ALTER TABLE public.users RENAME COLUMN email TO email_dropped_20260131',
    'ALTER TABLE public.users RENAME COLUMN size TO size_dropped_20260131',
    'ALTER TABLE public.users DROP CONSTRAINT users_email_key',
    'DROP VIEW public.mails',
    'ALTER TABLE public.users ALTER COLUMN email_dropped_20260131 DROP NOT NULL',
  ]);
  expect(plan.up[0]?.comment).toBe(
    'public.users.email is kept aside with all that it holds. To purge it when nobody misses it: ALTER TABLE public.users DROP COLUMN email_dropped_20260131',
  );
  expect(plan.down.map(({ sql }) => sql).slice(-2)).toEqual([
    'ALTER TABLE public.users RENAME COLUMN size_dropped_20260131 TO size',
    'ALTER TABLE public.users RENAME COLUMN email_dropped_20260131 TO email',
  ]);
});

test('a dropped table is kept aside with its types and keys, without what acts on others', async () => {
  const { plan, refusal } = await diffSql(
    `CREATE TABLE users (id int PRIMARY KEY);
     CREATE TYPE state AS ENUM ('open', 'done');
     CREATE TABLE orders (id serial PRIMARY KEY, state state NOT NULL, owner int REFERENCES users);
     CREATE INDEX by_owner ON orders (owner);
     CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN new; END $$;
     CREATE TRIGGER t BEFORE INSERT ON orders FOR EACH ROW EXECUTE FUNCTION f();
     CREATE TABLE lines (order_id int REFERENCES orders)`,
    `CREATE TABLE users (id int PRIMARY KEY);
     CREATE TABLE lines (order_id int);
     CREATE VIEW orders AS SELECT id FROM users;
     CREATE INDEX by_owner ON lines (order_id)`,
    kept,
  );
  expect(refusal).toBe(null);
  const steps = plan.up.map(({ sql }) => sql);
  expect(steps.slice(0, 2)).toEqual([
    'ALTER TABLE public.orders RENAME TO orders_dropped_20260131',
    'ALTER INDEX public.by_owner RENAME TO by_owner_dropped_20260131',
  ]);
  expect(steps).toContain('ALTER TABLE public.orders_dropped_20260131 DROP CONSTRAINT orders_owner_fkey');
  expect(steps).toContain('DROP TRIGGER t ON public.orders_dropped_20260131');
  expect(steps.filter((sql) => /DROP (TABLE|TYPE|SEQUENCE|COLUMN)/.test(sql))).toEqual([]);
});

test('a dropped partition leaves its table, and a dropped partitioned table keeps its partitions', async () => {
  const table = 'CREATE TABLE events (day date) PARTITION BY RANGE (day);';
  const january = "CREATE TABLE january PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');";
  const february = "CREATE TABLE february PARTITION OF events FOR VALUES FROM ('2026-02-01') TO ('2026-03-01');";
  expect(await upOf(`${table} ${january} ${february}`, `${table} ${january}`, { ...kept, online: false })).toEqual([
    'ALTER TABLE public.february RENAME TO february_dropped_20260131',
    'ALTER TABLE public.events DETACH PARTITION public.february_dropped_20260131',
  ]);
  expect(await upOf(`${table} ${january}`, '', kept)).toEqual([
    'ALTER TABLE public.events RENAME TO events_dropped_20260131',
    'ALTER TABLE public.january RENAME TO january_dropped_20260131',
  ]);
});

test('a column of a parent is kept in all tables that have it from there', async () => {
  const make = (column: string): string =>
    `CREATE TABLE base (id int${column}); CREATE TABLE child (extra int) INHERITS (base);`;
  expect(await upOf(make(', note text NOT NULL'), make(''), kept)).toEqual([
    'ALTER TABLE public.base RENAME COLUMN note TO note_dropped_20260131',
    'ALTER TABLE public.base ALTER COLUMN note_dropped_20260131 DROP NOT NULL',
  ]);
});

test('a column whose values are worked out from then on is kept beside the one that has its name', async () => {
  const { plan, refusal } = await diffSql(
    `CREATE TABLE lines (id int PRIMARY KEY, price int, amount int, total int NOT NULL DEFAULT 0);
     CREATE INDEX by_total ON lines (total);
     COMMENT ON COLUMN lines.total IS 'what is paid'`,
    `CREATE TABLE lines (id int PRIMARY KEY, price int, amount int, total int GENERATED ALWAYS AS (price * amount) STORED);
     CREATE INDEX by_total ON lines (total);
     COMMENT ON COLUMN lines.total IS 'what is paid'`,
    kept,
  );
  expect(refusal).toBe(null);
  const steps = plan.up.map(({ sql }) => sql);
  expect(steps[0]).toBe('ALTER TABLE public.lines RENAME COLUMN total TO total_dropped_20260131');
  expect(steps).toContain(
    'ALTER TABLE public.lines ADD COLUMN total integer GENERATED ALWAYS AS (price * amount) STORED',
  );
  expect(steps.filter((sql) => sql.includes('DROP COLUMN'))).toEqual([]);
  expect(plan.down.at(-1)?.sql).toBe('ALTER TABLE public.lines RENAME COLUMN total_dropped_20260131 TO total');
});

test('what was put aside stays there, until it is dropped like anything else', async () => {
  const before = 'CREATE TABLE t (id int, note_dropped_20251231 text)';
  expect(await upOf(before, 'CREATE TABLE t (id int)', kept)).toEqual([]);
  expect(await refusalOf(before, 'CREATE TABLE t (id int)')).toMatchObject({ reason: 'data-loss' });
});

test('the values of an enum, and a type that holds less, lose data even then', async () => {
  expect(await refusalOf('CREATE TABLE t (a bigint, b int)', 'CREATE TABLE t (a int)', kept)).toMatchObject({
    reason: 'data-loss',
    losses: [{ objects: ['public.t.a'] }],
  });
});
