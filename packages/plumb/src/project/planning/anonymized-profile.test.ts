import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runPlumb } from '../../../test/run-plumb.ts';
import { parseArray } from '../../planner/anonymity/array-text.ts';
import { readProfile } from '../../planner/profile/read-profile.ts';
import { openShadowServer } from '../../postgres/embedded/embedded-server.ts';
import type { PostgresServer } from '../../postgres/server.ts';
import type { ShadowDatabase } from '../../postgres/shadow/shadow.ts';
import { resolveSettings } from '../settings/resolve-settings.ts';
import { captureProjectProfile } from './profile-capture.ts';
import { openProfilePlanner, type ProfilePlanner } from './profile-planner.ts';

const read = (file: string): string => readFileSync(new URL(`../../../test/fidelity/${file}`, import.meta.url), 'utf8');
const about = {
  cwd: mkdtempSync(join(tmpdir(), 'plumb-anonymized-')),
  env: process.env,
  signal: new AbortController().signal,
  progress: () => {},
};
const file = join(about.cwd, 'safe.json');

let server: PostgresServer;
let database: ShadowDatabase;
let production: Client;

beforeAll(async () => {
  server = await openShadowServer();
  database = await server.createShadow();
  production = await database.connect();
  await production.query(read('shop.sql'));
  for (const statement of read('shop-rows.sql').split(';\n')) await production.query(statement);
  await production.query(`
    CREATE TYPE mood AS ENUM ('happy', 'sad');
    CREATE DOMAIN amount AS numeric(10, 2) CHECK (VALUE > -1000000);
    CREATE TABLE things (
      id uuid PRIMARY KEY, customer_id int, code char(8), raw bytea, day date, length interval, at time,
      rating numeric(3, 2), price amount, weight float8, mood mood, big int, place inet, net cidr, fee money, spans int4range, numbers int[]
    );
    INSERT INTO things
    SELECT md5(n::text)::uuid, n % 900, 'C' || n % 300, decode(md5((n % 700)::text), 'hex'), date '2020-01-01' + n % 1500,
           n * interval '7 minutes', time '00:00' + n * interval '11 seconds', n % 500 / 100.0, n / 7.0, n / 3.0,
           (ARRAY['happy', 'sad'])[1 + n % 2]::mood, 2147480000 - n, '10.0.0.1'::inet + n, set_masklen('10.0.0.0'::cidr + n % 20 * 65536, 16), n % 90, int4range(n, n + n % 50),
           ARRAY[n % 30, n % 70]
    FROM generate_series(1, 7000) AS n;
    CREATE INDEX ON things (day);
    CREATE INDEX ON things (raw);
    CREATE INDEX ON things USING gin (numbers);
  `);
  await production.query('VACUUM ANALYZE things');
  await captureProjectProfile({ ...about, url: database.url, out: 'safe.json', anonymize: true });
}, 120_000);

afterAll(async () => {
  await production?.end();
  await database?.[Symbol.asyncDispose]();
  await server?.close();
  rmSync(about.cwd, { recursive: true, force: true });
});

async function plannerOf(profile: string): Promise<ProfilePlanner> {
  return openProfilePlanner({ ...about, settings: await resolveSettings(about), profile });
}

async function planned(query: string, options = ''): Promise<string> {
  const { rows } = await production.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${options} ${query}`);
  return rows.map((row) => row['QUERY PLAN']).join('\n');
}

async function valuesIn(sql: string): Promise<readonly string[]> {
  const { rows } = await production.query<{ list: string }>(sql);
  return rows
    .flatMap(({ list }) => parseArray(list) ?? [])
    .flatMap((value) => (typeof value === 'string' ? [value] : []));
}

test('no value of the database is in the file', async () => {
  const text = readFileSync(file, 'utf8');
  const values = await valuesIn(`
    SELECT v.list
    FROM pg_stats, unnest(ARRAY[most_common_vals::text, histogram_bounds::text, most_common_elems::text]) AS v (list)
    WHERE attname IN ('email', 'page', 'tags', 'code', 'raw', 'id') AND schemaname = 'public' AND v.list IS NOT NULL
  `);
  const long = values.map((value) => value.replace('\\x', '').trim()).filter((value) => /^.*\D.*$/.test(value));
  expect(long.length).toBeGreaterThan(900);
  expect(long.filter((value) => value.length > 3 && text.includes(value))).toEqual([]);
});

test('numbers and times are others, too', async () => {
  const { rows } = await production.query<{ column: string; list: string }>(`
    SELECT attname AS column, coalesce(histogram_bounds, most_common_vals)::text AS list
    FROM pg_stats
    WHERE attname IN ('day', 'length', 'at', 'rating', 'price', 'weight', 'big', 'created_at', 'age', 'total', 'numbers')
  `);
  const { columns } = readProfile(file);
  expect(rows.length).toBeGreaterThan(10);
  for (const { column, list } of rows) {
    const original = parseArray(list) ?? [];
    const written = columns.filter((each) => each.column === column).map((each) => each.histogram ?? each.mostCommon);
    const replaced = written.map((each) => parseArray(each ?? '') ?? []);
    for (const values of replaced) expect(values.slice(0, 5)).not.toEqual(original.slice(0, 5));
  }
});

test('only its owner may read the key, which stays the same', async () => {
  const key = readFileSync(`${file}.key`, 'utf8');
  if (process.platform !== 'win32') expect(statSync(`${file}.key`).mode & 0o777).toBe(0o600);
  expect(readFileSync(file, 'utf8')).not.toContain(key.trim());
  const before = readFileSync(file, 'utf8');
  const { profile } = await captureProjectProfile({ ...about, url: database.url, out: 'safe.json', anonymize: true });
  expect(readFileSync(`${file}.key`, 'utf8')).toBe(key);
  expect(JSON.parse(before).columns).toEqual(profile.columns);
});

const queries = [
  ...read('shop-queries.sql')
    .split(';\n')
    .filter((query) => query.trim() !== ''),
  "SELECT * FROM customers WHERE email LIKE 'u12%'",
  "SELECT * FROM customers WHERE email LIKE '%7@%' AND country IN ('DE', 'FR')",
  "SELECT * FROM customers WHERE email > 'u15' AND email < 'u16'",
  "SELECT * FROM things WHERE day BETWEEN '2020-03-01' AND '2020-04-01'",
  "SELECT * FROM things WHERE place > '10.0.0.200'",
  "SELECT * FROM things WHERE net <<= '10.4.0.0/15' AND fee > 30::money",
  'SELECT * FROM things WHERE rating > 4.2 AND price < 100',
  'SELECT * FROM things WHERE numbers @> ARRAY[7] AND spans @> 40',
];

test('with its key beside it, it plans as production does', async () => {
  await using planner = await plannerOf('safe.json');
  expect(planner.shadow.notes).toEqual([]);
  for (const query of queries) expect((await planner.shadow.explain(query)).text).toBe(await planned(query));
});

test('without its key it says so, and plans what has no constants as production does', async () => {
  writeFileSync(join(about.cwd, 'alone.json'), readFileSync(file));
  await using planner = await plannerOf('alone.json');
  expect(planner.shadow.notes.map(({ id, evidence }) => [id, evidence])).toEqual([
    ['profile-anonymized', { withheld: ['public.things.fee', 'public.customers_month'] }],
  ]);
  for (const query of [
    'SELECT * FROM customers c JOIN orders o ON o.customer_id = c.id ORDER BY c.email',
    'SELECT country, age, count(*) FROM customers GROUP BY country, age',
    'SELECT * FROM things t JOIN customers c ON c.id = t.customer_id',
    'SELECT t.day, count(*) FROM things t JOIN visits v ON v.score = t.customer_id GROUP BY 1 ORDER BY 1',
    'SELECT * FROM things ORDER BY raw LIMIT 10',
  ]) {
    expect((await planner.shadow.explain(query)).text).toBe(await planned(query));
  }
  const generic = 'SELECT * FROM things WHERE code = $1 AND day = $2';
  expect((await planner.shadow.explain(generic)).text).toBe(await planned(generic, '(GENERIC_PLAN)'));
});

test('another key is told from the right one', async () => {
  writeFileSync(join(about.cwd, 'other.json'), readFileSync(file));
  const keyFile = join(about.cwd, 'other.json.key');
  writeFileSync(keyFile, Buffer.alloc(32, 1).toString('base64url'));
  await expect(plannerOf('other.json')).rejects.toThrow('other.json.key is not the key of other.json');
  writeFileSync(keyFile, 'nonsense');
  await expect(plannerOf('other.json')).rejects.toThrow('holds no key of a profile');
  rmSync(keyFile);
});

test('a profile of ten times as many rows has the key of the one that it is made of', async () => {
  await runPlumb(['profile', 'scale', '10', '--from', 'safe.json', '--out', 'tenfold.json'], { cwd: about.cwd });
  await using planner = await plannerOf('tenfold.json');
  expect(planner.shadow.notes).toEqual([]);
  const rows = async (profile: ProfilePlanner): Promise<unknown> =>
    (await profile.shadow.planOf("SELECT * FROM customers WHERE country = 'DE'")).Plan['Plan Rows'];
  await using before = await plannerOf('safe.json');
  expect(await rows(planner)).toBe(10 * Number(await rows(before)));
});

test('who captures is told where the key is, and to keep it out of git', async () => {
  const { code, stdout } = await runPlumb(['profile', 'capture', '--anonymize', '--url', database.url], {
    cwd: about.cwd,
  });
  expect(stdout).toContain('Its key is in profile.json.key: keep it out of git (add *.key to .gitignore)');
  expect(stdout).toMatch(/values +anonymised, left out those of public.things.fee, public.customers_month/);
  expect(code).toBe(0);
});
