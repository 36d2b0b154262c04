import { expect, test } from 'vitest';
import { createLook } from '../look.ts';
import { renderCheck } from './check-text.ts';

test('a statement is told by its beginning where no terminal sets a width', () => {
  const step = {
    file: 'db/1_jobs.sql',
    line: 1,
    sql: `CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$ BEGIN ${'PERFORM 1; '.repeat(100)} END $$`,
    observed: true,
    locks: {},
    held: {},
    rewrites: [],
    rebuilds: [],
    scans: [],
    blocks: [],
    seconds: null,
  };
  const checked = { migrations: ['1_jobs'], because: 'the newest', base: 'empty' };
  const look = createLook({ colour: false, unicode: true, width: Infinity, verbose: false });
  const text = renderCheck({ checked, postgres: '18.4', steps: [step] }, look);
  expect(text).toContain('CREATE FUNCTION f()');
  expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThan(200);
});
