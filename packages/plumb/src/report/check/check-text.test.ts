import { expect, test } from 'vitest';
import { createLook } from '../look.ts';
import { renderCheck } from './check-text.ts';
import type { ShownStep } from './step-words.ts';

const quiet = {
  file: 'db/1_jobs.sql',
  line: 1,
  observed: true,
  locks: {},
  held: {},
  rewrites: [],
  rebuilds: [],
  scans: [],
  blocks: [],
  seconds: null,
};

test('a statement is told by its beginning where no terminal sets a width', () => {
  const sql = `CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$ BEGIN ${'PERFORM 1; '.repeat(100)} END $$`;
  const text = rendered([{ ...quiet, sql }]);
  expect(text).toContain('CREATE FUNCTION f()');
  expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThan(200);
});

test('of many neighbours that keep nobody waiting the first is told, and how many are like it', () => {
  const inserts = Array.from({ length: 900 }, (_, row) => ({
    ...quiet,
    line: row + 2,
    sql: `INSERT INTO jobs VALUES (${row})`,
    locks: { 'public.jobs': 'RowExclusiveLock' },
  }));
  const blocking = { locks: { 'public.jobs': 'ShareLock' }, blocks: ['public.jobs'] };
  const indexes = Array.from({ length: 5 }, (_, index) => ({
    ...quiet,
    ...blocking,
    line: 1000 + index,
    sql: `CREATE INDEX i${index} ON jobs (a)`,
  }));
  const lines = rendered([{ ...quiet, sql: 'CREATE TABLE more ()' }, ...inserts, ...indexes]).split('\n');
  expect(lines.filter((line) => line.includes('INSERT'))).toHaveLength(1);
  expect(lines.filter((line) => line.includes('and 899 more like it'))).toHaveLength(1);
  expect(lines.filter((line) => line.includes('CREATE INDEX'))).toHaveLength(5);
});

function rendered(steps: readonly ShownStep[]): string {
  const checked = { migrations: ['1_jobs'], because: 'the newest', base: 'empty' };
  const look = createLook({ colour: false, unicode: true, width: Infinity, verbose: false });
  return renderCheck({ checked, postgres: '18.4', steps }, look);
}
