import { readFileSync } from 'node:fs';
import type { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openGuardedServer, openShadowServer } from '../postgres/embedded/embedded-server.ts';
import type { PostgresServer } from '../postgres/server.ts';
import type { ShadowDatabase } from '../postgres/shadow/shadow.ts';
import { captureProfile } from './capture/capture-profile.ts';
import { openPlannerShadow, type PlannerShadow } from './planner-shadow.ts';
import type { Profile } from './profile/profile.ts';

const read = (file: string): string => readFileSync(new URL(`../../test/fidelity/${file}`, import.meta.url), 'utf8');
const sql = read('shop.sql');
const queries = read('shop-queries.sql')
  .split(';\n')
  .filter((query) => query.trim() !== '');

let servers: readonly PostgresServer[];
let database: ShadowDatabase;
let production: Client;
let profile: Profile;
let shadow: PlannerShadow;

beforeAll(async () => {
  const [home, planner] = [await openShadowServer(), await openGuardedServer()];
  servers = [home, planner];
  database = await home.createShadow();
  production = await database.connect();
  await production.query('CREATE EXTENSION pageinspect');
  await production.query(sql);
  for (const statement of read('shop-rows.sql').split(';\n')) await production.query(statement);
  profile = await captureProfile(production, { sql });
  shadow = await openPlannerShadow({ profile, schema: null, shadows: planner });
}, 120_000);

afterAll(async () => {
  await shadow?.close();
  await production?.end();
  for (const server of servers ?? []) await server.close();
});

async function planned(query: string): Promise<string> {
  const { rows } = await production.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${query}`);
  return rows.map((row) => row['QUERY PLAN']).join('\n');
}

test.each(queries)('production and shadow plan alike: %s', async (query) => {
  expect((await shadow.explain(query)).text).toBe(await planned(query));
});

test('an index that is tried out is gone again', async () => {
  const query = 'SELECT * FROM visits WHERE score = 17';
  const before = await shadow.explain(query);
  const seen = await shadow.withIndexes(['CREATE INDEX CONCURRENTLY ON visits (score)'], async ([index]) => {
    const { text } = await shadow.explain(query);
    return { name: index?.shortName, text };
  });
  expect(seen.name).toBe('visits_score_idx');
  expect(seen.text).toContain('visits_score_idx');
  expect(await shadow.explain(query)).toEqual(before);
});

test('the time of a query is that of the capture, however long ago that was', async () => {
  const aged = { ...profile, capturedAt: '2025-11-01T00:00:00.000000Z' };
  const [, planner] = servers;
  if (planner === undefined) throw new Error('there is no server to plan on');
  await using old = await openPlannerShadow({ profile: aged, schema: null, shadows: planner });
  const rows = async (sql: string): Promise<unknown> => (await old.planOf(sql)).Plan['Plan Rows'];
  const then = await rows("SELECT * FROM customers WHERE created_at > timestamptz '2025-11-01' - interval '9 days'");
  for (const time of ['now()', 'CURRENT_TIMESTAMP', 'current_date', 'transaction_timestamp()']) {
    const query = `SELECT 'now ü', * FROM customers WHERE created_at > ${time} - interval '9 days'`;
    expect(await rows(query)).toBe(then);
    const condition = (text: string): string | undefined => /(Filter|Cond): .*/.exec(text)?.[0];
    expect(condition((await old.explain(query)).text)).toBe(condition(await planned(query)));
  }
});
