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
