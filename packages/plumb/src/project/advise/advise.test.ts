import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { plumbHere } from '../../../test/plumb-here.ts';
import { createShadow } from '../../postgres/embedded/create-shadow.ts';
import { captureProjectProfile } from '../planning/profile-capture.ts';
import { advise } from './advise.ts';

const answer = z.object({
  ok: z.boolean(),
  data: z.object({
    indexes: z.array(
      z.object({
        table: z.string(),
        definition: z.string(),
        bytes: z.number(),
        writeCost: z.number(),
        queries: z.array(z.object({ name: z.string(), before: z.number(), after: z.number(), saved: z.number() })),
      }),
    ),
    drop: z.array(z.object({ name: z.string(), reason: z.string(), coveredBy: z.string().nullable() })),
    cost: z.object({ before: z.number(), after: z.number() }),
    queries: z.array(z.object({ name: z.string(), weight: z.number(), before: z.number(), after: z.number() })),
    calls: z.number(),
    seconds: z.number(),
    complete: z.boolean(),
    written: z.object({ files: z.array(z.string()) }).nullable(),
  }),
  findings: z.array(z.object({ id: z.string(), message: z.string() })),
});

const cwd = mkdtempSync(join(tmpdir(), 'plumb-advise-'));
let database: Awaited<ReturnType<typeof createShadow>>;

beforeAll(async () => {
  database = await createShadow();
  const client = await database.connect();
  await client.query(`
    CREATE TABLE customers (id int PRIMARY KEY, email text NOT NULL, deleted_at timestamptz);
    CREATE TABLE orders (
      id int PRIMARY KEY, customer_id int NOT NULL, state text NOT NULL, placed_at timestamptz NOT NULL, tags jsonb NOT NULL
    );
    CREATE INDEX orders_state ON orders (state);
    CREATE INDEX orders_state_again ON orders (state, id);
    INSERT INTO customers SELECT g, 'c' || g || '@example.com', CASE WHEN g % 10 = 0 THEN now() END FROM generate_series(1, 20000) g;
    INSERT INTO orders
      SELECT g, g * 7919 % 20000, CASE WHEN g % 50 = 0 THEN 'open' ELSE 'done' END, now() - g * interval '1 minute',
        jsonb_build_object('kind', g % 5000)
      FROM generate_series(1, 60000) g;
    CREATE INDEX orders_customer_id_idx ON orders (customer_id);
    CREATE INDEX customers_unread ON customers (deleted_at);
    CREATE MATERIALIZED VIEW per_state AS
      SELECT state || g AS state, date_trunc('day', placed_at) AS day, count(*) AS n FROM orders, generate_series(1, 300) g GROUP BY 1, 2;
  `);
  await client.query("UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'orders_customer_id_idx'::regclass");
  await client.query('VACUUM ANALYZE');
  for (let scan = 0; scan < 100; scan++) await client.query('SELECT FROM customers WHERE id = 1');
  await client.query('SELECT pg_stat_force_next_flush()');
  await client.end();
  const about = { cwd, env: process.env, signal: new AbortController().signal, progress: () => {} };
  await captureProjectProfile({ ...about, url: database.url, out: 'profile.json' });
});
afterAll(async () => {
  await database.drop();
  rmSync(cwd, { recursive: true });
});

async function plumb(...args: readonly string[]) {
  const { code, stdout } = await plumbHere(['advise', ...args, '--json'], { cwd, env: process.env });
  return { code, ...answer.parse(JSON.parse(stdout)) };
}

function file(name: string, content: string): string {
  writeFileSync(join(cwd, name), content);
  return name;
}

/** What the database itself says that a query costs with indexes that are really built. */
async function costWith(definitions: readonly string[], sql: string): Promise<number> {
  const client = await database.connect();
  try {
    await client.query('BEGIN');
    for (const definition of definitions) await client.query(definition);
    const { rows } = await client.query(`EXPLAIN (FORMAT JSON) ${sql}`);
    return rows[0]['QUERY PLAN'][0].Plan['Total Cost'];
  } finally {
    await client.query('ROLLBACK');
    await client.end();
  }
}

const feed = 'SELECT id FROM orders WHERE customer_id = 42 ORDER BY placed_at DESC LIMIT 20';
const login = "SELECT id, email FROM customers WHERE lower(email) = 'c7@example.com' AND deleted_at IS NULL";

test('indexes are advised that make the queries as cheap in the database itself, with what each gains', async () => {
  const workload = file('queries.sql', `-- calls: 90\n${feed};\n\n${login};\n`);
  const { code, data } = await plumb('--workload', workload, '--profile', 'profile.json');
  expect(code).toBe(0);
  const definitions = data.indexes.map(({ definition }) => definition);
  expect(definitions.join('\n')).toMatch(/ON public\.orders \(customer_id/);
  expect(definitions.join('\n')).toMatch(/ON public\.customers \(lower\(email\)\)/);
  expect(data.queries.map(({ name, weight }) => [name, weight])).toEqual([
    ['queries.sql:2', 90],
    ['queries.sql:4', 1],
  ]);
  const [first] = data.queries;
  expect(first?.before).toBeCloseTo(await costWith([], feed), 1);
  const built = await costWith(definitions, feed);
  expect(built).toBeLessThan((first?.before ?? 0) / 50);
  expect(Math.abs((first?.after ?? 0) / built - 1)).toBeLessThan(0.05);
  expect(data.cost.after).toBeLessThan(data.cost.before / 50);
  expect(data.indexes.every(({ bytes, queries }) => bytes > 0 && queries.length > 0)).toBe(true);
  expect(data.calls).toBeGreaterThan(0);
});

test('all indexes together stay within the budget and the number that is given', async () => {
  const workload = file('both.sql', `${feed};\n${login};\n`);
  const one = await plumb('--workload', workload, '--profile', 'profile.json', '--max-indexes', '1');
  expect(one.data.indexes).toHaveLength(1);
  const small = await plumb('--workload', workload, '--profile', 'profile.json', '--budget', '1MB');
  const bytes = small.data.indexes.reduce((sum, index) => sum + index.bytes, 0);
  expect(bytes).toBeLessThanOrEqual(1024 * 1024);
  const zero = await plumb('--workload', workload, '--profile', 'profile.json', '--budget', '0');
  expect(zero.data.indexes).toEqual([]);
  const none = await plumb('--workload', workload, '--profile', 'profile.json', '--budget', '8kB');
  expect(none.data.indexes).toEqual([]);
  expect(none.data.cost.after).toBe(none.data.cost.before);
});

test('an index that another makes up for is named for dropping', async () => {
  const { data } = await plumb('--workload', file('one.sql', feed), '--profile', 'profile.json');
  expect(data.drop).toMatchObject([
    { name: 'public.orders_state', reason: 'redundant', coveredBy: 'public.orders_state_again' },
  ]);
});

test('the name of an index that could not be built is not given again', async () => {
  const { data } = await plumb('--workload', file('one.sql', feed), '--profile', 'profile.json');
  expect(data.indexes.map(({ definition }) => definition).join()).toMatch(/INDEX orders_customer_id_idx1 /);
});

test('a materialized view has indexes, too', async () => {
  const sql = 'SELECT n FROM per_state WHERE state = $1 AND day = $2';
  const { data } = await plumb('--workload', file('view.sql', sql), '--profile', 'profile.json');
  expect(data.indexes).toMatchObject([{ table: 'public.per_state' }]);
});

test('on a server that has just started no index is called unused, but it is said that some were not read', async () => {
  const { data, findings } = await plumb('--workload', file('two.sql', feed), '--profile', 'profile.json');
  expect(data.drop.filter(({ reason }) => reason === 'unused')).toEqual([]);
  expect(findings).toMatchObject([
    { id: 'counters-young', message: expect.stringContaining('public.customers_unread') },
  ]);
});

test('a query that can’t be planned is named, and the others are advised on', async () => {
  const workload = file('faulty.sql', `SELECT nothing FROM nowhere;\n${feed};\n`);
  const { code, data, findings } = await plumb('--workload', workload, '--profile', 'profile.json');
  expect(code).toBe(0);
  expect(findings).toContainEqual({ id: 'query-not-planned', message: expect.stringContaining('faulty.sql:1') });
  expect(data.indexes).not.toEqual([]);
});

test('a list of statements with their calls is a workload, as JSON and as CSV', async () => {
  const sql = 'SELECT id FROM orders WHERE customer_id = $1';
  const json = file('statements.json', JSON.stringify([{ query: sql, calls: 12 }]));
  const csv = file('statements.csv', `calls,query\n12,"${sql}"\n`);
  const one = await plumb('--workload', json, '--profile', 'profile.json');
  const other = await plumb('--workload', csv, '--profile', 'profile.json');
  expect(one.data.queries).toMatchObject([{ sql, weight: 12 }].map(({ weight }) => ({ weight })));
  expect(other.data.indexes.map(({ definition }) => definition)).toEqual(
    one.data.indexes.map(({ definition }) => definition),
  );
  expect(one.data.indexes).toHaveLength(1);
});

test('the migration makes the indexes without keeping writers waiting, and takes them back', async () => {
  const workload = file('write.sql', feed);
  const { data } = await plumb('--workload', workload, '--profile', 'profile.json', '--write', '--migrations', 'db/m');
  const [path = ''] = data.written?.files ?? [];
  const text = readFileSync(join(cwd, path), 'utf8');
  expect(text).toMatch(/CREATE INDEX CONCURRENTLY orders_customer_id_\w+ ON public\.orders \(customer_id/);
  expect(text).toMatch(/DROP INDEX CONCURRENTLY public\.orders_state;/);
  expect(text).toMatch(/DROP INDEX CONCURRENTLY public\.orders_customer_id_\w+;/);
});

test('an interruption ends the search with the best until then', async () => {
  const interruption = new AbortController();
  const { indexes, cost, complete } = await advise({
    cwd,
    env: process.env,
    workload: [file('many.sql', Array.from({ length: 30 }, (_, at) => `${feed.replace('42', `${at}`)};`).join('\n'))],
    queries: false,
    profile: 'profile.json',
    write: false,
    signal: interruption.signal,
    progress: ({ message }) => {
      if (/at \d %/.test(message)) interruption.abort();
    },
  });
  expect(complete).toBe(false);
  expect(indexes).not.toEqual([]);
  expect(cost.after).toBeLessThan(cost.before);
});

test('a column that is updated all the time is not indexed for a query that is seldom asked', async () => {
  const seldom = 'SELECT id FROM orders WHERE placed_at = $1';
  const often = 'UPDATE orders SET placed_at = now() WHERE id = $1';
  const weighed = async (calls: number): Promise<number> => {
    const list = JSON.stringify([
      { query: seldom, calls: 1 },
      { query: often, calls },
    ]);
    const { data } = await plumb('--workload', file('writes.json', list), '--profile', 'profile.json');
    return data.indexes.length;
  };
  expect(await weighed(1)).toBe(1);
  expect(await weighed(1_000_000)).toBe(0);
});

test('without a profile it says what to do, since no index can be weighed', async () => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'plumb-advise-'));
  writeFileSync(join(elsewhere, 'q.sql'), feed);
  const { code, stderr } = await plumbHere(['advise', '--workload', 'q.sql'], { cwd: elsewhere, env: process.env });
  rmSync(elsewhere, { recursive: true });
  expect(code).toBe(2);
  expect(stderr).toContain('plumb profile capture');
});
