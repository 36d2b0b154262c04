import { expect, test } from 'vitest';
import { plumbHere } from '../../../test/plumb-here.ts';
import { schemaFolder } from '../../../test/schema-folder.ts';
import { temporaryFolder } from '../../../test/temporary-folder.ts';

test('all rules are listed by group, with what each finds', async () => {
  const { code, stdout } = await plumbHere(['rules'], { cwd: temporaryFolder() });
  expect(code).toBe(0);
  expect(stdout).toMatch(/^data$/m);
  expect(stdout).toMatch(/^ {2}drop-column +error +A column and its values are dropped$/m);
  expect(stdout.indexOf('alter-type-rewrite')).toBeLessThan(stdout.indexOf('drop-column'));
});

test('a rule is explained with what it finds and what is fine, also as data', async () => {
  const cwd = temporaryFolder();
  const { stdout } = await plumbHere(['rules', 'rename-column'], { cwd });
  expect(stdout).toContain('A column gets another name rename-column');
  expect(stdout).toContain('why: ');
  expect(stdout).toContain('ALTER TABLE users RENAME COLUMN name TO full_name');
  const told = await plumbHere(['rules', 'rename-column', '--json'], { cwd });
  expect(JSON.parse(told.stdout)).toMatchObject({
    data: { rule: { id: 'rename-column', group: 'application', severity: 'error', optional: false, since: null } },
  });
});

test('each stands with what the project makes of it', async () => {
  const check = { preset: 'strict', rules: { 'drop-column': 'off', 'rename-table': 'info' } };
  const cwd = schemaFolder({ 'plumb.config.json': JSON.stringify({ check }) });
  const { stdout } = await plumbHere(['rules'], { cwd });
  for (const [id, level] of [
    ['drop-column', 'off'],
    ['rename-table', 'info'],
    ['unbatched-backfill', 'error'],
    ['plural-tables', 'info'],
  ]) {
    expect(stdout).toMatch(new RegExp(`^ {2}${id} +${level} `, 'm'));
  }
  expect((await plumbHere(['rules', 'drop-column'], { cwd })).stdout).toContain('data, error, off in this project');
  expect((await plumbHere(['rules', 'plural-tables'], { cwd: temporaryFolder() })).stdout).toContain(
    'off unless asked, off in this project',
  );
});

test('a rule that there is not leads to the one that was meant', async () => {
  const { code, stderr } = await plumbHere(['rules', 'drop-colum'], { cwd: temporaryFolder() });
  expect(code).toBe(2);
  expect(stderr).toContain('There is no rule drop-colum.');
  expect(stderr).toContain('plumb rules drop-column');
});
