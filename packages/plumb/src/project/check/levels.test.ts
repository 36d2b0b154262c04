import { expect, test } from 'vitest';
import { plumbHere } from '../../../test/plumb-here.ts';
import { schemaFolder } from '../../../test/schema-folder.ts';

const files = {
  'base.sql': 'CREATE TABLE person (id bigint PRIMARY KEY, name varchar(20));',
  'change.sql': 'ALTER TABLE person DROP COLUMN name;',
};

async function severities(config: object, ...args: readonly string[]): Promise<Record<string, string>> {
  const cwd = schemaFolder({ ...files, 'plumb.config.json': JSON.stringify(config) });
  const { stdout } = await plumbHere(['check', ...args, '--base', 'base.sql', '--json'], { cwd, env: process.env });
  const { findings }: { findings: { id: string; severity: string }[] } = JSON.parse(stdout);
  return Object.fromEntries(findings.map(({ id, severity }) => [id, severity]));
}

test('a level makes a finding more or less, or nothing at all', async () => {
  expect(await severities({}, 'change.sql')).toEqual({ 'drop-column': 'error' });
  expect(await severities({ check: { rules: { 'drop-column': 'info' } } }, 'change.sql')).toEqual({
    'drop-column': 'info',
  });
  expect(await severities({ check: { rules: { 'drop-column': 'off' } } }, 'change.sql')).toEqual({});
});

test('a matter of taste is looked at where it is asked for, and the level of a rule goes before that of its group', async () => {
  expect(await severities({}, '--schema')).toEqual({});
  expect(await severities({ check: { rules: { 'plural-tables': 'on' } } }, '--schema')).toEqual({
    'plural-tables': 'info',
  });
  const check = { groups: { style: 'warning' }, rules: { 'missing-comment': 'off' } };
  expect(await severities({ check }, '--schema')).toEqual({ 'plural-tables': 'warning' });
});

test('the strict preset has matters of taste, and warnings as errors', async () => {
  const found = await severities({ check: { preset: 'strict' } }, 'change.sql', '--schema');
  expect(found).toMatchObject({ 'drop-column': 'error', 'plural-tables': 'info' });
  expect(Object.values(found)).not.toContain('warning');
});
