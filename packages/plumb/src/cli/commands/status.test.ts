import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { jobs, migrationProject, people, withServer } from '../../../test/migration-project.ts';
import { plumbHere } from '../../../test/plumb-here.ts';
import { schemaFolder } from '../../../test/schema-folder.ts';

withServer();

test('what is applied is shown with when, who and how long, and what is pending', async () => {
  const { start, plumb } = await migrationProject({ ...jobs, ...people });
  expect((await plumb(['status'])).stdout).toContain('0 applied, 2 pending: plumb up applies them.');
  await plumb(['up', '--to', '20260101']);
  const { code, stdout } = await start(['status']).ended;
  expect(code).toBe(0);
  expect(stdout).toMatch(/^20260101000000_jobs {2}\d{4}-\d\d-\d\d \d\d:\d\d:\d\d +[\d.]+ m?s {2}\S+@\S+$/m);
  expect(stdout).toContain('pending\n  20260102000000_people\n\n1 applied, 1 pending: plumb up applies it.\n');
  await plumb(['up']);
  expect((await plumb(['status'])).stdout).toContain('All 2 are applied.');
});

test('programs get the same as data', async () => {
  const { plumb } = await migrationProject({ ...jobs, ...people });
  await plumb(['up', '--to', '20260101']);
  expect(JSON.parse((await plumb(['status', '--json'])).stdout)).toMatchObject({
    ok: true,
    data: {
      folder: 'db/migrations',
      applied: [{ version: '20260101000000_jobs', state: 'applied', appliedBy: expect.stringContaining('@') }],
      pending: [{ version: '20260102000000_people', name: 'people', down: true }],
    },
    findings: [],
  });
});

test('a finding makes the exit code 1 and says what to do', async () => {
  const { folder, plumb } = await migrationProject({ ...people });
  await plumb(['up']);
  writeFileSync(join(folder, 'db/migrations/20260102000000_people.sql'), 'CREATE TABLE people ();');
  writeFileSync(join(folder, 'db/migrations/20260101000000_late.sql'), 'CREATE TABLE late ();');
  const { code, stdout } = await plumb(['status']);
  expect(code).toBe(1);
  expect(stdout).toContain(
    'error An applied migration was changed migration-changed\n  db/migrations/20260102000000_people.sql:1:1\n',
  );
  expect(stdout).toContain('warning A migration is older than one that is applied migration-out-of-order');
  expect(stdout).toContain('say `plumb repair`');
});

test('a migration that failed half way is told as half done', async () => {
  const half = '-- plumb:up\nCREATE TABLE a ();\n-- plumb:up\nSELECT nonsense;\n';
  const { plumb } = await migrationProject({ 'db/migrations/1_half.sql': half });
  await plumb(['up']);
  const { code, stdout } = await plumb(['status']);
  expect(code).toBe(1);
  expect(stdout).toMatch(/1_half .* half done/);
  expect(stdout).toContain('0 applied, 1 pending');
});

test('a project whose own database was never made has all pending, and none is made', async () => {
  const cwd = schemaFolder({ 'package.json': '{}', ...people });
  const { code, stdout } = await plumbHere(['status', '--json'], { cwd });
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ data: { applied: [], pending: [{ version: '20260102000000_people' }] } });
  expect(await plumbHere(['db', 'status'], { cwd })).toMatchObject({ code: 1 });
});
