import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { plumbHere } from '../../../test/plumb-here.ts';
import { schemaFolder } from '../../../test/schema-folder.ts';

const first = { 'supabase/migrations/20260101000000_a.sql': 'CREATE TABLE a (id int);' };
const second = { 'supabase/migrations/20260102000000_b.sql': 'CREATE TABLE b (id int);' };
const third = { 'supabase/migrations/20260103000000_c.sql': 'CREATE TABLE c (id int);' };

function git(cwd: string, ...args: readonly string[]): void {
  const who = ['-c', 'user.name=Somebody', '-c', 'user.email=somebody@example.com'];
  execFileSync('git', [...who, ...args], { cwd, stdio: 'ignore' });
}

async function checkedFor(
  target: string,
  cwd: string,
  ...args: readonly string[]
): Promise<{ migrations: string[]; because: string }> {
  const env = { ...process.env, GITHUB_BASE_REF: target };
  const { stdout } = await plumbHere(['check', '--json', ...args], { cwd, env });
  return JSON.parse(stdout).data.checked;
}

function checked(cwd: string, ...args: readonly string[]): ReturnType<typeof checkedFor> {
  return checkedFor('', cwd, ...args);
}

test('a folder of another tool is found without any configuration, and its newest migration is checked', async () => {
  const folder = schemaFolder({ ...first, ...second });
  expect(await checked(folder)).toMatchObject({ migrations: ['20260102000000_b'], because: 'the newest' });
  expect(await checked(folder, '--all')).toMatchObject({ migrations: ['20260101000000_a', '20260102000000_b'] });
});

test('what a branch and the working folder have beyond the default branch is pending', async () => {
  const folder = schemaFolder({ ...first });
  git(folder, 'init', '-b', 'main');
  git(folder, 'add', '.');
  git(folder, 'commit', '-m', 'first');
  git(folder, 'checkout', '-b', 'change');
  for (const [name, text] of Object.entries(second)) writeFileSync(join(folder, name), text);
  git(folder, 'add', '.');
  git(folder, 'commit', '-m', 'second');
  for (const [name, text] of Object.entries(third)) writeFileSync(join(folder, name), text);
  expect(await checked(folder)).toMatchObject({
    migrations: ['20260102000000_b', '20260103000000_c'],
    because: 'new since main',
    base: 'migrations:supabase/migrations',
  });
  expect(await checked(folder, '--last', '1')).toMatchObject({
    migrations: ['20260103000000_c'],
    because: 'the last 1',
  });
});

test('one that is older than what the branch has runs on top of it, and is told', async () => {
  const folder = schemaFolder({ ...first, ...third });
  git(folder, 'init', '-b', 'main');
  git(folder, 'add', '.');
  git(folder, 'commit', '-m', 'all');
  writeFileSync(join(folder, 'supabase/migrations/20260102000000_d.sql'), 'ALTER TABLE c ADD COLUMN d int;');
  const { stdout } = await plumbHere(['check', '--json'], {
    cwd: folder,
    env: { ...process.env, GITHUB_BASE_REF: '' },
  });
  const { findings }: { findings: { id: string }[] } = JSON.parse(stdout);
  expect(findings.filter(({ id }) => id === 'out-of-order' || id === 'migration-fails')).toMatchObject([
    {
      id: 'out-of-order',
      message: '20260102000000_d is older than 20260103000000_c, which counts as applied.',
      location: { file: 'supabase/migrations/20260102000000_d.sql', line: 1 },
    },
  ]);
});

test('a checkout without the branch that a pull request goes into says that it can’t tell what is new', async () => {
  const folder = schemaFolder({ ...first, ...second });
  git(folder, 'init', '-b', 'change');
  git(folder, 'add', '.');
  git(folder, 'commit', '-m', 'all');
  expect(await checkedFor('production', folder)).toMatchObject({
    migrations: ['20260102000000_b'],
    because: expect.stringMatching(/^the newest; .* no branch production/),
  });
});
