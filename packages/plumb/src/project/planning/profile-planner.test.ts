import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../test/temporary-folder.ts';
import { createShadow } from '../../postgres/embedded/create-shadow.ts';
import { resolveSettings } from '../settings/resolve-settings.ts';
import { captureProjectProfile } from './profile-capture.ts';
import { openProfilePlanner } from './profile-planner.ts';

test('what was captured of a database plans as the database did, when that is gone', async () => {
  const cwd = temporaryFolder();
  const about = { cwd, env: process.env, signal: new AbortController().signal, progress: () => {} };
  const out = 'profile.json.gz';
  const query = 'SELECT * FROM events WHERE kind = $1 ORDER BY id';
  let planned: unknown;
  {
    await using database = await createShadow();
    const client = await database.connect();
    await client.query(`
      CREATE TYPE event_kind AS ENUM ('view', 'buy');
      CREATE TABLE events (id int PRIMARY KEY, kind event_kind NOT NULL);
      CREATE INDEX events_kind ON events (kind);
      INSERT INTO events SELECT g, (CASE WHEN g % 500 = 0 THEN 'buy' ELSE 'view' END)::event_kind FROM generate_series(1, 30000) g;
      ANALYZE;
    `);
    planned = (await client.query(`EXPLAIN (FORMAT JSON) ${query.replace('$1', "'buy'")}`)).rows[0];
    await client.end();
    const { file, profile } = await captureProjectProfile({ ...about, url: database.url, out });
    expect(file).toBe(out);
    expect(profile.unseen).toEqual([]);
  }
  const settings = await resolveSettings({ cwd: join(cwd), env: process.env });
  await using planner = await openProfilePlanner({ ...about, settings, profile: out });
  expect(planner.shadow.notes).toEqual([]);
  const { json, text } = await planner.shadow.explain(query, { parameters: ['buy'] });
  expect({ 'QUERY PLAN': [json] }).toEqual(planned);
  expect(text).toContain('events_kind');
  expect((await planner.shadow.explain(query)).text).toContain('$1');
});
