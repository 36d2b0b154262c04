import type { Client } from 'pg';
import { expect, test } from 'vitest';
import { openGuardedServer, openPrivateServer, openShadowServer } from '../../postgres/embedded/embedded-server.ts';
import { captureProfile } from '../capture/capture-profile.ts';
import { openPlannerShadow } from '../planner-shadow.ts';

const sql = `
  CREATE TABLE people (name text NOT NULL, nick text COLLATE "de-x-icu" NOT NULL, code text COLLATE "C" NOT NULL);
  CREATE INDEX people_name ON people (name);
  CREATE INDEX people_nick ON people (nick);
  CREATE INDEX people_code ON people (code);
`;
const rows = `
  INSERT INTO people
  SELECT w, w, w FROM generate_series(1, 9000) AS n,
    LATERAL (SELECT (ARRAY['Älm', 'alm', 'Zoë', 'zoe', 'émile', 'O''Neil', 'ölm', 'Alm'])[1 + n % 8] || ' ' || md5(n::text)) AS x (w)
`;
const queries = [
  "SELECT * FROM people WHERE name LIKE 'alm 1%'",
  "SELECT * FROM people WHERE code LIKE 'alm 1%'",
  "SELECT * FROM people WHERE name BETWEEN 'b' AND 'p'",
  "SELECT * FROM people WHERE nick > 'p'",
  "SELECT * FROM people WHERE name > 'zoe fff'",
  "SELECT * FROM people WHERE name ILIKE 'é%'",
  'SELECT * FROM people ORDER BY name LIMIT 10',
  'SELECT * FROM people AS a JOIN people AS b ON a.name = b.name AND a.nick < b.nick',
];

async function planned(client: Client, query: string): Promise<string> {
  const { rows: lines } = await client.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${query}`);
  return lines.map((line) => line['QUERY PLAN']).join('\n');
}

test.each([
  [15, "LOCALE_PROVIDER icu ICU_LOCALE 'de-AT' LOCALE 'C'"],
  [18, "LOCALE_PROVIDER icu ICU_LOCALE 'sv' LOCALE 'C'"],
  [14, "LOCALE 'C'"],
  [16, "LOCALE 'C'"],
])('on %i, text is ordered as in a database with %s', async (major, locale) => {
  await using home = await openPrivateServer({ major });
  const first = await home.connect();
  await first.query(`CREATE DATABASE app TEMPLATE template0 ${locale}`);
  await first.end();
  const production = await home.connect('app');
  await production.query(sql);
  await production.query(rows);
  await production.query('VACUUM ANALYZE people');
  const profile = await captureProfile(production, { sql });
  await using shadows = await openGuardedServer({ major });
  await using shadow = await openPlannerShadow({ profile, schema: null, shadows });
  expect(shadow.notes).toEqual([]);
  for (const query of queries) expect((await shadow.explain(query)).text).toBe(await planned(production, query));
  await production.end();
});

test.each([14, 18])(
  'on %i, a language that this machine lacks is told of, and LIKE finds no beginnings by its order',
  async (major) => {
    await using home = await openShadowServer({ major });
    await using database = await home.createShadow();
    const client = await database.connect();
    await client.query(sql);
    await client.query(rows);
    await client.query('VACUUM ANALYZE people');
    const captured = await captureProfile(client, { sql });
    await client.end();
    const server = { ...captured.server, collation: { provider: 'libc', locale: 'tlh_KL.UTF-8' } as const };
    await using shadows = await openGuardedServer({ major });
    await using shadow = await openPlannerShadow({ profile: { ...captured, server }, schema: null, shadows });
    expect(shadow.notes).toMatchObject([
      { id: 'profile-collation-other', objects: ['public.people.name'], evidence: { production: 'tlh_KL.UTF-8' } },
    ]);
    const { text } = await shadow.explain("SELECT name FROM people WHERE name LIKE 'alm 1%'");
    expect(text).not.toContain('Index Cond');
    const { text: ordered } = await shadow.explain("SELECT code FROM people WHERE code LIKE 'alm 1%'");
    expect(ordered).toContain('Index Cond');
  },
);
