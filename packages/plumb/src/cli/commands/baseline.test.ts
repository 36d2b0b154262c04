import { expect, test } from 'vitest';
import { jobs, migrationProject, people, tables, withServer } from '../../../test/migration-project.ts';

withServer();

test('a database that has the tables from elsewhere goes on from there', async () => {
  const { start, plumb, ask } = await migrationProject({ ...jobs, ...people });
  await ask('CREATE TABLE jobs (id int PRIMARY KEY, state text)');
  expect(await plumb(['up'])).toMatchObject({ code: 2, stderr: expect.stringContaining('`plumb baseline` counts it') });
  const { code, stdout, stderr } = await start(['baseline', '--to', '20260101']).ended;
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^ {2}20260101000000_jobs\n1 migration counts as applied to .*\. Nothing was run\.\n$/);
  expect(await plumb(['up'])).toMatchObject({ code: 0 });
  expect(await ask(tables)).toEqual(['jobs', 'people']);
  expect(JSON.parse((await plumb(['baseline', '--json'])).stdout)).toMatchObject({ ok: true, data: { versions: [] } });
});

test('a version that is not there is told with those that are', async () => {
  const { plumb } = await migrationProject(people);
  const { code, stderr } = await plumb(['baseline', '--to', '1999']);
  expect(code).toBe(2);
  expect(stderr).toContain('There is no migration 1999.\nhint: There is 20260102000000_people.');
});
