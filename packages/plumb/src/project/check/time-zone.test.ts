import { expect, test } from 'vitest';
import { plumbHere } from '../../../test/plumb-here.ts';
import { schemaFolder } from '../../../test/schema-folder.ts';

test.each([
  ['UTC', []],
  ['Europe/Berlin', ['public.t']],
])('a time without its zone becomes one with it as the time zone %s has it', async (zone, rewrites) => {
  const cwd = schemaFolder({
    'base.sql': 'CREATE TABLE t (at timestamp)',
    'change.sql': 'ALTER TABLE t ALTER at TYPE timestamptz',
  });
  const args = ['check', 'change.sql', '--base', 'base.sql', '--time-zone', zone, '--json'];
  const { stdout } = await plumbHere(args, { cwd, env: process.env });
  expect(JSON.parse(stdout).data.steps).toMatchObject([{ rewrites }]);
});

test('a time zone that nobody knows is told', async () => {
  const cwd = schemaFolder({ 'change.sql': 'SELECT 1' });
  const { code, stderr } = await plumbHere(['check', 'change.sql', '--time-zone', 'Nowhere'], {
    cwd,
    env: process.env,
  });
  expect(code).toBe(2);
  expect(stderr).toContain('no time zone Nowhere');
});
