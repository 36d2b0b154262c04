import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { jobs, migrationProject, people, tables, withServer } from '../../../test/migration-project.ts';

withServer();

const peopleFile = 'db/migrations/20260102000000_people.sql';

test('the last migration is taken back as it was applied, and applied as its file is now', async () => {
  const { folder, start, plumb, ask } = await migrationProject({ ...jobs, ...people });
  await plumb(['up']);
  writeFileSync(
    join(folder, peopleFile),
    '-- plumb:up\nCREATE TABLE persons ();\n-- plumb:down\nDROP TABLE persons;\n',
  );
  const { code, stdout, stderr } = await start(['redo']).ended;
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(
    /^✓ 20260102000000_people taken back .*\n✓ 20260102000000_people .*\n1 migration applied again to .*\n$/,
  );
  expect(await ask(tables)).toEqual(['jobs', 'persons']);
  expect(await plumb(['status'])).toMatchObject({ code: 0 });
});

test('with a version, that one and all after it are done again, and what is pending stays so', async () => {
  const { folder, plumb, ask } = await migrationProject({ ...jobs, ...people });
  await plumb(['up']);
  writeFileSync(join(folder, 'db/migrations/20260103000000_pets.sql'), 'CREATE TABLE pets ();');
  const { stdout } = await plumb(['redo', '20260101', '--json']);
  const versions = (done: readonly { readonly version: string }[]): string[] => done.map(({ version }) => version);
  const { data } = JSON.parse(stdout);
  expect(versions(data.rolledBack)).toEqual(['20260102000000_people', '20260101000000_jobs']);
  expect(versions(data.applied)).toEqual(['20260101000000_jobs', '20260102000000_people']);
  expect(await ask(tables)).toEqual(['jobs', 'people']);
});

test('what has no file, or no way back, is left as it is', async () => {
  const { folder, plumb, ask } = await migrationProject({
    ...people,
    'db/migrations/20260103_pets.sql': 'CREATE TABLE pets ();',
  });
  expect(await plumb(['redo'])).toMatchObject({ code: 2, stderr: expect.stringContaining('No migration is applied') });
  await plumb(['up']);
  expect(await plumb(['redo'])).toMatchObject({ code: 2, stderr: expect.stringContaining('no way back') });
  rmSync(join(folder, peopleFile));
  expect(await plumb(['redo', '20260102'])).toMatchObject({ code: 2, stderr: expect.stringContaining('has no file') });
  expect(await ask(tables)).toEqual(['people', 'pets']);
});
