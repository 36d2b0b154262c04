import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { jobs, migrationProject, people, tables, withServer } from '../../../test/migration-project.ts';
import { plumbHere } from '../../../test/plumb-here.ts';
import { schemaFolder } from '../../../test/schema-folder.ts';

withServer();

const pets = {
  'db/migrations/20260103000000_pets.sql': '-- plumb:up\nCREATE TABLE pets ();\n-- plumb:down\nDROP TABLE pets;\n',
};

test('the last one is taken back, then as many as are asked for, then all', async () => {
  const { start, plumb, ask } = await migrationProject({ ...jobs, ...people, ...pets });
  await plumb(['up']);
  const { code, stdout, stderr } = await start(['down']).ended;
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^✓ 20260103000000_pets taken back [^\n]+\n1 migration taken back from [^\n]+\n$/);
  expect(await ask(tables)).toEqual(['jobs', 'people']);
  await plumb(['up']);
  expect((await plumb(['down', '--steps', '2'])).code).toBe(0);
  expect(await ask(tables)).toEqual(['jobs']);
  await plumb(['up']);
  expect((await plumb(['down', '--to', '20260102'])).code).toBe(0);
  expect(await ask(tables)).toEqual(['jobs', 'people']);
  const all = JSON.parse((await plumb(['down', '--to', '0', '--json'])).stdout);
  expect(all.data.rolledBack.map(({ version }: { version: string }) => version)).toEqual([
    '20260102000000_people',
    '20260101000000_jobs',
  ]);
  expect(await ask(tables)).toEqual([]);
  expect((await plumb(['down'])).stdout).toMatch(/^Nothing to take back: .* has no migration applied\.\n$/);
});

test('the SQL is that of what was applied, also when the file says something else by now or is gone', async () => {
  const { plumb, ask, folder } = await migrationProject({ ...people, ...pets });
  await plumb(['up']);
  writeFileSync(
    join(folder, 'db/migrations/20260103000000_pets.sql'),
    '-- plumb:up\nSELECT 1;\n-- plumb:down\nDROP TABLE x;\n',
  );
  const changed = await plumb(['down']);
  expect(changed.code).toBe(0);
  expect(changed.stdout).toContain('migration-changed');
  rmSync(join(folder, 'db/migrations/20260102000000_people.sql'));
  expect(await plumb(['down'])).toMatchObject({ code: 0 });
  expect(await ask(tables)).toEqual([]);
});

test('nothing is taken back where one of them has no way back', async () => {
  const { plumb, ask } = await migrationProject({ 'db/migrations/1_a.sql': 'CREATE TABLE a ();', ...people });
  await plumb(['up']);
  const { code, stderr } = await plumb(['down', '--to', '0']);
  expect(code).toBe(2);
  expect(stderr).toContain('1_a has no way back');
  expect(await ask(tables)).toEqual(['a', 'people']);
});

test('--steps and --to are two ways to say the same', async () => {
  const { plumb } = await migrationProject(people);
  expect(await plumb(['down', '--steps', '1', '--to', '0'])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('Give one of them.'),
  });
});

test('a project whose own database was never made has nothing to take back, and none is made', async () => {
  const cwd = schemaFolder({ 'package.json': '{}', ...people });
  for (const command of ['down', 'redo', 'repair']) {
    expect(await plumbHere([command], { cwd })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('The project has no database of its own yet'),
    });
  }
  expect(await plumbHere(['db', 'status'], { cwd })).toMatchObject({ code: 1 });
});
