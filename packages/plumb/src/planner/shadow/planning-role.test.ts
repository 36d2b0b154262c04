import { expect, test } from 'vitest';
import { openGuardedServer, openPrivateServer } from '../../postgres/embedded/embedded-server.ts';
import { captureProfile } from '../capture/capture-profile.ts';
import { openPlannerShadow } from '../planner-shadow.ts';

const sql = `
  CREATE TABLE notes (id int PRIMARY KEY, tenant int NOT NULL, title text NOT NULL, body text NOT NULL);
  CREATE INDEX notes_title ON notes (title);
  CREATE INDEX notes_tenant ON notes (tenant);
  ALTER TABLE notes ENABLE ROW LEVEL SECURITY;
  GRANT SELECT ON notes TO plumb_test_app;
  CREATE POLICY own ON notes TO plumb_test_app USING (tenant = current_setting('app.tenant', true)::int);
`;
const queries = [
  "SELECT * FROM notes WHERE title LIKE 'title 77%'",
  "SELECT * FROM notes WHERE title = 'title 77'",
  "SELECT count(*) FROM notes AS a JOIN notes AS b ON a.tenant = b.tenant WHERE a.id < 50 AND b.body ~ '7'",
  'SELECT * FROM notes ORDER BY title, id LIMIT 5000',
];

test.each([15, 18])('on %i, a role is planned with its settings and its policies', async (major) => {
  await using home = await openPrivateServer({ major });
  const production = await home.connect();
  await production.query('CREATE ROLE plumb_test_app LOGIN');
  await production.query(`
    ALTER ROLE plumb_test_app SET work_mem = '64kB';
    ALTER ROLE plumb_test_app IN DATABASE postgres SET random_page_cost = 1.5;
    ALTER DATABASE postgres SET random_page_cost = 2;
    ALTER ROLE postgres SET enable_hashjoin = off;
  `);
  await production.query(sql);
  await production.query(
    "INSERT INTO notes SELECT n, n % 40, 'title ' || n % 5000, repeat('x', 90) FROM generate_series(1, 20000) AS n",
  );
  await production.query('VACUUM ANALYZE notes');
  await production.end();
  const owner = await home.connect();
  const profile = await captureProfile(owner, { sql });
  await using shadows = await openGuardedServer({ major });
  const app = await home.connect();
  await app.query(`
    SET SESSION AUTHORIZATION plumb_test_app;
    SET work_mem = '64kB'; SET random_page_cost = 1.5; SET enable_hashjoin = on;
  `);
  for (const [role, client] of [
    [undefined, owner],
    ['plumb_test_app', app],
  ] as const) {
    await using shadow = await openPlannerShadow({ profile, schema: null, role, shadows });
    expect(shadow.notes.map(({ id }) => id).filter((id) => id.startsWith('profile-'))).toEqual(
      role === undefined ? ['profile-row-security'] : [],
    );
    for (const query of queries) {
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${query}`);
      expect((await shadow.explain(query)).text).toBe(rows.map((row) => row['QUERY PLAN']).join('\n'));
    }
  }
  const unknown = openPlannerShadow({ profile, schema: null, role: 'nobody_here', shadows });
  await expect(unknown).rejects.toThrow('The profile knows no role nobody_here that can log in.');
  await owner.end();
  await app.end();
});
