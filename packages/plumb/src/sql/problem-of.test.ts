import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readMigrations } from '@pgplumb/migrate/files';
import { expect, onTestFinished, test } from 'vitest';
import { orProblem, problemOf } from './problem-of.ts';
import { SqlProblem } from './sql-problem.ts';

test('what is wrong in a migration is told with its place, so that the line can be shown', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'plumb-problem-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, '1.sql'), '-- plumb:up\nselect 1;\n-- plumb:down backfil\nselect 2;');
  const problem: unknown = await orProblem(readMigrations(folder, 'm')).catch((error: unknown) => error);
  expect(problem).toBeInstanceOf(SqlProblem);
  expect(problem).toMatchObject({
    message: '"backfil" is no mode of a section. (m/1.sql:3:15)',
    hint: expect.stringContaining('no-transaction'),
    faults: [{ fault: { location: { file: 'm/1.sql', line: 3, column: 15, endLine: 3, endColumn: 22 } } }],
  });
});

test('a folder that is missing has the code of a file that is missing', async () => {
  await expect(orProblem(readMigrations(join(tmpdir(), 'plumb-nowhere'), 'db'))).rejects.toMatchObject({
    name: 'Problem',
    code: 'FILE_NOT_FOUND',
    message: 'There is no folder db.',
  });
});

test('an error of another kind stays what it is', () => {
  const error = new TypeError('a');
  expect(problemOf(error)).toBe(error);
});
