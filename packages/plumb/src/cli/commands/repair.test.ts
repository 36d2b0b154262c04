import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { jobs, migrationProject, people, withServer } from '../../../test/migration-project.ts';

withServer();

const peopleFile = 'db/migrations/20260102000000_people.sql';

test('a file whose change has no effect counts as it is now', async () => {
  const { folder, start, plumb } = await migrationProject(people);
  expect((await plumb(['repair'])).stdout).toBe('Nothing to repair.\n');
  await plumb(['up']);
  writeFileSync(join(folder, peopleFile), `-- People.\n${people[peopleFile]}`);
  expect(await plumb(['status'])).toMatchObject({ code: 1 });
  expect(await start(['repair']).ended).toEqual({
    code: 0,
    stdout: '20260102000000_people is journaled as its file is now.\n',
    stderr: '',
  });
  expect(await plumb(['status'])).toMatchObject({ code: 0 });
});

test('a migration that is gone for good is forgotten', async () => {
  const { folder, plumb } = await migrationProject({ ...jobs, ...people });
  await plumb(['up']);
  rmSync(join(folder, peopleFile));
  const { code, stdout } = await plumb(['repair', '--forget', '20260102', '--json']);
  expect(code).toBe(0);
  expect(JSON.parse(stdout).data.repaired).toEqual(['20260102000000_people counts as not applied.']);
  expect(await plumb(['status'])).toMatchObject({ code: 0 });
});

test('a statement that was not cut off can neither be done nor run again', async () => {
  const { plumb } = await migrationProject(people);
  await plumb(['up']);
  for (const flag of ['--done', '--again']) {
    expect(await plumb(['repair', flag, '20260102'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('No statement of 20260102000000_people was cut off.'),
    });
  }
  expect(await plumb(['repair', '--done', 'a', '--again', 'b'])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('Give one of them.'),
  });
});
