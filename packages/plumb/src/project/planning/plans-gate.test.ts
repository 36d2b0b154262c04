import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { plumbHere } from '../../../test/plumb-here.ts';
import { createShadow } from '../../postgres/embedded/create-shadow.ts';
import { captureProjectProfile } from './profile-capture.ts';

const cwd = mkdtempSync(join(tmpdir(), 'plumb-gate-'));
const tables = `
  CREATE TABLE orders (id int PRIMARY KEY, customer int NOT NULL, state text NOT NULL, note text NOT NULL);
  CREATE INDEX orders_customer_idx ON orders (customer);
`;

const answer = z.object({
  ok: z.boolean(),
  data: z.looseObject({}),
  findings: z.array(
    z.object({
      id: z.string(),
      message: z.string(),
      location: z.object({ file: z.string(), line: z.number() }).nullable(),
    }),
  ),
});

function write(file: string, text: string): void {
  mkdirSync(join(cwd, file, '..'), { recursive: true });
  writeFileSync(join(cwd, file), text);
}

async function plumb(...args: readonly string[]) {
  const { code, stdout } = await plumbHere([...args, '--json'], { cwd, env: { ...process.env, CI: undefined } });
  return { code, ...answer.parse(JSON.parse(stdout)) };
}

beforeAll(async () => {
  await using database = await createShadow();
  const client = await database.connect();
  await client.query(tables);
  await client.query(
    "INSERT INTO orders SELECT g, g % 3000, CASE WHEN g % 700 = 0 THEN 'open' ELSE 'done' END, repeat('n', 150) FROM generate_series(1, 30000) g",
  );
  await client.query('VACUUM ANALYZE');
  await client.end();
  const about = { cwd, env: process.env, signal: new AbortController().signal, progress: () => {} };
  await captureProjectProfile({ ...about, url: database.url, out: 'profile.json' });
  write('package.json', '{ "name": "app" }');
  write('db/migrations/20260101000000_first.sql', tables);
  write(
    'src/feed.ts',
    "export const feed = () =>\n  pool.query('SELECT note FROM orders WHERE customer = $1', [1]);\nexport const open = () => pool.query(\"SELECT id FROM orders WHERE state = 'open'\");\n",
  );
  execFileSync('git', ['init', '-q'], { cwd });
});
afterAll(() => rmSync(cwd, { recursive: true }));

test('a migration that takes the index of a query away is told with the query’s file and line, and one that helps, too', async () => {
  write(
    'db/migrations/20260102000000_second.sql',
    'DROP INDEX CONCURRENTLY orders_customer_idx;\nCREATE INDEX CONCURRENTLY orders_state_idx ON orders (state);\n',
  );
  const { code, findings, data } = await plumb('check', '--last', '1', '--profile', 'profile.json');
  rmSync(join(cwd, 'db/migrations/20260102000000_second.sql'));
  const compared = findings.filter(({ id }) => id.startsWith('plan-'));
  expect(compared).toMatchObject([
    { id: 'plan-regression', location: { file: 'src/feed.ts', line: 2 } },
    { id: 'plan-improvement', location: { file: 'src/feed.ts', line: 3 } },
  ]);
  expect(compared[0]?.message).toMatch(
    /src\/feed\.ts:2 goes from \d+ to \d+.*: Seq Scan on orders instead of .*orders_customer_idx/,
  );
  expect(code).toBe(1);
  expect(data).toMatchObject({ plans: { checked: { queries: 2 } } });
});

test('a migration that changes no plan is fine', async () => {
  write('db/migrations/20260103000000_third.sql', 'ALTER TABLE orders ADD COLUMN more text;\n');
  const { findings } = await plumb('check', '--last', '1', '--profile', 'profile.json');
  rmSync(join(cwd, 'db/migrations/20260103000000_third.sql'));
  expect(findings.filter(({ id }) => id.startsWith('plan'))).toEqual([]);
});

test('recorded plans are a file to read, and what became dearer since is told', async () => {
  expect(await plumb('plans', 'record')).toMatchObject({ code: 0, data: { recorded: 2, failed: [] } });
  const written = readFileSync(join(cwd, 'plans.json'), 'utf8');
  expect(written).toContain('Bitmap Index Scan on orders_customer_idx');
  expect(await plumb('plans', 'check')).toMatchObject({ code: 0, data: { compared: 2, changed: 0, unrecorded: [] } });
  write(
    'slower.sql',
    'CREATE TABLE orders (id int PRIMARY KEY, customer int NOT NULL, state text NOT NULL, note text NOT NULL)',
  );
  const slower = await plumb('plans', 'check', '--schema', 'slower.sql');
  expect(slower).toMatchObject({ code: 1, data: { changed: 1 }, findings: [{ id: 'plan-regression' }] });
});
