import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { plumbHere } from '../../test/plumb-here.ts';
import { schemaFolder } from '../../test/schema-folder.ts';
import { wantsGuard } from './wants-guard.ts';

test('the SQL of a pull request may be a stranger’s, unless somebody says otherwise', () => {
  expect(wantsGuard({})).toBe(false);
  expect(wantsGuard({ CI: 'true', GITHUB_EVENT_NAME: 'push', BUILDKITE_PULL_REQUEST: 'false' })).toBe(false);
  for (const env of [
    { GITHUB_EVENT_NAME: 'pull_request_target' },
    { CI_MERGE_REQUEST_IID: '7' },
    { TRAVIS_PULL_REQUEST: '7' },
  ]) {
    expect(wantsGuard(env)).toBe(true);
    expect(wantsGuard({ ...env, PLUMB_GUARD: '0' })).toBe(false);
  }
  expect(wantsGuard({ PLUMB_GUARD: '1' })).toBe(true);
});

test('the schema of a pull request writes no file on the machine, whatever command reads it', {
  timeout: 120_000,
}, async () => {
  const cwd = schemaFolder({
    'package.json': '{}',
    'db/migrations/1_t.sql': 'CREATE TABLE t (id bigint PRIMARY KEY);',
    'db/schema/t.sql': `CREATE TABLE t (id bigint PRIMARY KEY, name text);
      CREATE TABLE u (id bigint PRIMARY KEY);
      ALTER TABLE u OWNER TO app_owner;
      CREATE EXTENSION pg_trgm;`,
    'db/attack/a.sql': `COPY (SELECT 1) TO PROGRAM 'touch written';`,
  });
  const env = { ...process.env, PLUMB_GUARD: '', GITHUB_EVENT_NAME: 'pull_request' };
  const run = (...args: readonly string[]) => plumbHere(args, { cwd, env });
  for (const command of [
    ['diff', '--to', 'db/attack'],
    ['dump', '--from', 'db/attack'],
    ['describe', '--from', 'db/attack'],
  ]) {
    const { code, stderr } = await run(...command);
    expect([code, stderr]).toEqual([2, expect.stringContaining('permission denied')]);
  }
  expect(existsSync(join(cwd, 'written'))).toBe(false);
  const diff = await run('diff');
  expect([diff.code, diff.stdout]).toEqual([0, expect.stringContaining('OWNER TO app_owner')]);
  expect((await plumbHere(['diff'], { cwd, env: { ...env, PLUMB_GUARD: '0' } })).stdout).toBe(diff.stdout);
});
