import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { plumbHere } from '../../../test/plumb-here.ts';
import { schemaFolder } from '../../../test/schema-folder.ts';

const files = {
  'package.json': '{}',
  'base.sql': 'CREATE TABLE orders (id bigint PRIMARY KEY, paid money, note text);',
  'change.sql': 'ALTER TABLE orders DROP COLUMN note;\n',
};

async function checked(cwd: string, ...args: readonly string[]) {
  const { stdout } = await plumbHere(['check', ...args, '--base', 'base.sql', '--json'], { cwd, env: process.env });
  const { findings, data }: { findings: { id: string }[]; data: { baseline?: unknown } } = JSON.parse(stdout);
  return { ids: findings.map(({ id }) => id), baseline: data.baseline };
}

test('findings that a baseline holds are not told, wherever their lines have moved, and new ones are', async () => {
  const cwd = schemaFolder(files);
  expect((await checked(cwd, 'change.sql')).ids).toEqual(['drop-column']);
  expect(await checked(cwd, 'change.sql', '--write-baseline')).toEqual({
    ids: [],
    baseline: { file: 'plumb-baseline.json', hidden: 1, gone: [], written: true },
  });
  writeFileSync(join(cwd, 'change.sql'), `-- moved\n\n${files['change.sql']}TRUNCATE orders;\n`);
  const { ids, baseline } = await checked(cwd, 'change.sql');
  expect(ids).toEqual(['truncate']);
  expect(baseline).toMatchObject({ hidden: 1, gone: [] });
});

test('what is gone is told of what was looked at, and of nothing else', async () => {
  const cwd = schemaFolder(files);
  await checked(cwd, 'change.sql', '--write-baseline');
  await checked(cwd, '--schema', '--write-baseline');
  const { findings }: { findings: { rule: string; file: string | null }[] } = JSON.parse(
    readFileSync(join(cwd, 'plumb-baseline.json'), 'utf8'),
  );
  expect(findings.map(({ rule, file }) => [rule, file])).toEqual([
    ['money', null],
    ['drop-column', 'change.sql'],
  ]);
  writeFileSync(join(cwd, 'change.sql'), 'SELECT 1;\n');
  expect(await checked(cwd, 'change.sql')).toMatchObject({
    ids: [],
    baseline: { hidden: 0, gone: [{ rule: 'drop-column', file: 'change.sql' }] },
  });
  const { stdout } = await plumbHere(['check', 'change.sql', '--base', 'base.sql'], { cwd, env: process.env });
  expect(stdout).toContain('Gone, and still in plumb-baseline.json: drop-column in change.sql.');
});

test('a file that is no baseline is told, and nothing is hidden by it', async () => {
  const cwd = schemaFolder({ ...files, 'plumb-baseline.json': '[]' });
  const { code, stderr } = await plumbHere(['check', 'change.sql', '--base', 'base.sql'], { cwd, env: process.env });
  expect([code, stderr]).toEqual([2, expect.stringContaining('is no baseline of findings')]);
});
