import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { plumbHere } from '../../../test/plumb-here.ts';
import { createShadow } from '../../postgres/embedded/create-shadow.ts';
import { captureProjectProfile } from './profile-capture.ts';

const answer = z.object({
  ok: z.boolean(),
  data: z.object({
    plans: z.array(
      z.object({
        sql: z.string(),
        plan: z.unknown(),
        text: z.string().nullable(),
        cost: z.number().nullable(),
        findings: z.array(z.object({ id: z.string(), fix: z.object({ sql: z.string() }).nullable() })),
        variants: z.array(z.object({ name: z.string(), values: z.array(z.string()) })),
        error: z.object({ message: z.string() }).nullable(),
      }),
    ),
  }),
});

const cwd = mkdtempSync(join(tmpdir(), 'plumb-explain-'));
let database: Awaited<ReturnType<typeof createShadow>>;

/** What the database itself says, as psql shows it. */
async function explained(sql: string): Promise<{ readonly plan: unknown; readonly text: string }> {
  const client = await database.connect();
  const { rows: json } = await client.query(`EXPLAIN (FORMAT JSON) ${sql}`);
  const { rows: lines } = await client.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${sql}`);
  await client.end();
  return { plan: json[0]['QUERY PLAN'][0], text: lines.map((line) => line['QUERY PLAN']).join('\n') };
}

beforeAll(async () => {
  database = await createShadow();
  const client = await database.connect();
  await client.query(`
    CREATE TABLE events (id int PRIMARY KEY, kind text NOT NULL, actor int NOT NULL, note text NOT NULL);
    INSERT INTO events
      SELECT g, CASE WHEN g % 1000 = 0 THEN 'buy' ELSE 'view' END, g % 5000, repeat('n', 200) FROM generate_series(1, 40000) g;
  `);
  await client.query('VACUUM ANALYZE');
  await client.end();
  const about = { cwd, env: process.env, signal: new AbortController().signal, progress: () => {} };
  await captureProjectProfile({ ...about, url: database.url, out: 'profile.json' });
});
afterAll(async () => {
  await database.drop();
  rmSync(cwd, { recursive: true });
});

async function plumb(...args: readonly string[]) {
  const { code, stdout } = await plumbHere(['explain', ...args, '--json'], { cwd, env: process.env });
  return { code, ...answer.parse(JSON.parse(stdout)) };
}

test('plans are those of the database, for each statement in its order, and one that can’t be planned is told in its place', async () => {
  const [first, second] = ['SELECT note FROM events WHERE actor = 42', "DELETE FROM events WHERE kind = 'buy'"];
  writeFileSync(
    join(cwd, 'q.sql'),
    `${first};\nSELECT nothing FROM nowhere;\nSELECT id FROM;\n-- tidy up\n${second};\n`,
  );
  const { code, ok, data } = await plumb('-f', 'q.sql', '--profile', 'profile.json');
  expect({ code, ok }).toEqual({ code: 1, ok: false });
  expect(data.plans).toMatchObject([
    { sql: first, ...(await explained(first)), error: null },
    { plan: null, cost: null, error: { message: expect.stringContaining('"nowhere" does not exist') } },
    { plan: null, cost: null, error: { message: expect.stringContaining('syntax error') } },
    { sql: second, ...(await explained(second)), error: null },
  ]);
  expect(data.plans[0]?.findings).toMatchObject([
    {
      id: 'seq-scan-discards-rows',
      fix: { sql: 'CREATE INDEX CONCURRENTLY events_actor_idx ON public.events (actor);' },
    },
  ]);
});

test('a parameter takes the value that is given, or those that are common and rare in production', async () => {
  const sql = 'SELECT id FROM events WHERE kind = $1';
  const given = await plumb(sql, '-p', 'buy', '--profile', 'profile.json');
  expect(given.data.plans[0]?.plan).toEqual((await explained(sql.replace('$1', "'buy'"))).plan);
  const { code, data } = await plumb(sql, '--profile', 'profile.json');
  expect(code).toBe(0);
  expect(data.plans[0]?.variants).toMatchObject([
    { name: 'common', values: ['view'] },
    { name: 'typical', values: ['buy'] },
  ]);
});

test('without a profile the schema alone is planned on, and the text says that sizes are unknown', async () => {
  writeFileSync(join(cwd, 'schema.sql'), 'CREATE TABLE t (id int PRIMARY KEY)');
  const { code, stdout } = await plumbHere(['explain', 'SELECT * FROM t WHERE id = 1', '--schema', 'schema.sql'], {
    cwd,
    env: process.env,
  });
  expect(code).toBe(0);
  expect(stdout).toContain('Index Only Scan using t_pkey on t');
  expect(stdout).toContain('Sizes are unknown');
});

test('a query is run on a server and rolled back, and one that writes is refused unless that is allowed', async () => {
  const onServer = ['--analyze', '--url', database.url];
  const read = await plumb('SELECT note FROM events WHERE actor = 42', ...onServer);
  expect(read).toMatchObject({ code: 0, data: { plans: [{ plan: { Plan: { 'Actual Loops': 1 } }, error: null }] } });
  const write = 'DELETE FROM events WHERE id = 1';
  const refused = await plumb(write, ...onServer);
  expect(refused).toMatchObject({
    code: 1,
    data: { plans: [{ error: { message: expect.stringContaining('writes') } }] },
  });
  const run = await plumb(write, ...onServer, '--writes');
  expect(run).toMatchObject({ code: 0, data: { plans: [{ plan: { Plan: { Operation: 'Delete' } } }] } });
  const client = await database.connect();
  expect((await client.query('SELECT id FROM events WHERE id = 1')).rowCount).toBe(1);
  await client.end();
});

test('a plan that was pasted is looked at without any server', async () => {
  const plan = [
    ' Sort  (cost=8000.00..8100.00 rows=60000 width=60) (actual time=95.100..120.200 rows=60000 loops=1)',
    '   Sort Key: amount',
    '   Sort Method: external merge  Disk: 9000kB',
    '   ->  Seq Scan on orders  (cost=0.00..2569.00 rows=60000 width=60) (actual time=0.010..15.200 rows=60000 loops=1)',
  ].join('\n');
  const { code, stdout } = await plumbHere(['explain', '--plan', '-', '--json'], {
    cwd,
    env: process.env,
    input: plan,
  });
  expect(code).toBe(0);
  expect(answer.parse(JSON.parse(stdout)).data.plans[0]?.findings).toMatchObject([{ id: 'disk-sort' }]);
  expect((await plumbHere(['explain', '--plan', '-'], { cwd, env: process.env, input: 'hello' })).code).toBe(2);
});
