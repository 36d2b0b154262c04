import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { migrationProject, people, withServer } from '../../../test/migration-project.ts';

withServer();

const seeds = {
  'db/seeds/020_second.sql': 'INSERT INTO people SELECT max(id) + 1 FROM people;',
  'db/seeds/010_first.sql': 'SET search_path = public; INSERT INTO people VALUES (1);\nINSERT INTO people VALUES (10)',
};

test('seeds run in the order of their names, a line for each', async () => {
  const { start, plumb, ask } = await migrationProject({ ...people, ...seeds });
  await plumb(['up']);
  const { code, stdout, stderr } = await start(['seed']).ended;
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^✓ db\/seeds\/010_first\.sql .*\n✓ db\/seeds\/020_second\.sql .*\n2 seeds run on .*\n$/);
  expect(await ask('SELECT id FROM people ORDER BY 1')).toEqual([1, 10, 11]);
  expect(JSON.parse((await plumb(['seed', '--json'])).stdout)).toMatchObject({
    data: { seeded: [{ file: 'db/seeds/010_first.sql', statements: 3 }, { file: 'db/seeds/020_second.sql' }] },
  });
});

test('nothing is seeded while migrations are pending, unless that is said', async () => {
  const { folder, plumb, ask } = await migrationProject({ ...people, ...seeds });
  const { code, stderr } = await plumb(['seed']);
  expect(code).toBe(2);
  expect(stderr).toContain('20260102000000_people is pending, so that the seeds may not fit. Nothing was run.');
  await plumb(['up']);
  writeFileSync(join(folder, 'db/migrations/20260103_more.sql'), 'SELECT 1');
  expect(await plumb(['seed', '--allow', 'pending'])).toMatchObject({ code: 0 });
  expect(await ask('SELECT count(*) FROM people')).toEqual(['3']);
});

test('a seed that fails leaves nothing behind, is shown with its place, and those before it stay', async () => {
  const bad = 'INSERT INTO people VALUES (2);\nINSERT INTO nowhere VALUES (3);\nINSERT INTO people VALUES (4);';
  const { plumb, ask } = await migrationProject({ ...people, ...seeds, 'db/seeds/015_bad.sql': bad });
  await plumb(['up']);
  const { code, stdout, stderr } = await plumb(['seed']);
  expect(code).toBe(2);
  expect(stdout).toMatch(/^✓ db\/seeds\/010_first\.sql .*\n$/);
  expect(stderr).toContain('error: relation "nowhere" does not exist\n  db/seeds/015_bad.sql:2:13\n');
  expect(await ask('SELECT id FROM people ORDER BY 1')).toEqual([1, 10]);
});

test('what pg_dump writes is a seed too: rows behind COPY', async () => {
  const dumped = 'BEGIN;\nCOPY public.people (id) FROM stdin;\n5\n\\N\n\\.\n\nCOMMIT;\n';
  const { plumb, ask } = await migrationProject({ ...people, 'db/seed/people.sql': dumped });
  await plumb(['up']);
  expect(await plumb(['seed'])).toMatchObject({ code: 0 });
  expect(await ask('SELECT id FROM people ORDER BY 1')).toEqual([5, null]);
});

test('a project says where its seeds are, and one without any is told', async () => {
  const { folder, plumb, ask } = await migrationProject({
    ...people,
    'plumb.config.json': '{"seeds":"data"}',
    'data/one.sql': 'INSERT INTO people VALUES (1)',
    'two.sql': 'INSERT INTO people VALUES (2)',
  });
  await plumb(['up']);
  expect(await plumb(['seed'])).toMatchObject({ code: 0 });
  expect(await plumb(['seed', '--seeds', 'two.sql'])).toMatchObject({ code: 0 });
  expect(await ask('SELECT id FROM people ORDER BY 1')).toEqual([1, 2]);
  rmSync(join(folder, 'data'), { recursive: true });
  mkdirSync(join(folder, 'data'));
  expect(await plumb(['seed'])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('There is no seed in data.'),
  });
});

test.skipIf(process.platform === 'win32')('Ctrl-C leaves nothing of the seed that was running', async () => {
  const slow = { 'db/seeds/030_slow.sql': 'INSERT INTO people VALUES (3); SELECT pg_sleep(600)' };
  const { start, plumb, ask } = await migrationProject({ ...people, ...seeds, ...slow });
  await plumb(['up']);
  const { child, ended } = start(['seed']);
  const atWork = `SELECT 1 FROM pg_stat_activity WHERE application_name = 'plumb seed' AND query LIKE '%pg_sleep%'`;
  await expect.poll(() => ask(`${atWork} AND state = 'active'`)).toHaveLength(1);
  child.kill('SIGINT');
  expect(await ended).toMatchObject({
    code: 130,
    stderr: expect.stringContaining('Stopped in db/seeds/030_slow.sql, of which nothing is done.'),
  });
  await expect.poll(() => ask(atWork)).toEqual([]);
  expect(await ask('SELECT id FROM people ORDER BY 1')).toEqual([1, 10, 11]);
});
