import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../test/temporary-folder.ts';
import type { Profile } from './profile.ts';
import { readProfile } from './read-profile.ts';
import { writeProfile } from './write-profile.ts';

const profile: Profile = {
  format: 1,
  capturedAt: '2026-01-02T03:04:05.000000Z',
  server: {
    major: 17,
    version: '17.5',
    database: 'shop',
    encoding: 'UTF8',
    collation: { provider: 'libc', locale: 'C' },
    extensions: {},
  },
  settings: { work_mem: '64MB' },
  relations: [
    { schema: 'public', name: 'a', kind: 'table', pages: 9, relpages: 9, reltuples: 90, allVisible: 0 },
    { schema: 'public', name: 'b', kind: 'table', pages: 8, relpages: 8, reltuples: 80, allVisible: 0 },
  ],
  columns: [],
  statistics: [],
  queries: [],
  unseen: [],
  sql: 'CREATE TABLE a ();\nCREATE TABLE b ();',
};

test.each(['profile.json', 'profile.json.gz'])('%s holds what was written', (name) => {
  const file = join(temporaryFolder(), name);
  writeProfile(file, profile);
  expect(readProfile(file)).toEqual(profile);
});

test('each table has a line of its own, and the same profile is the same text', () => {
  const file = join(temporaryFolder(), 'profile.json');
  writeProfile(file, profile);
  const text = readFileSync(file, 'utf8');
  expect(text.split('\n').filter((line) => line.includes('"kind":"table"'))).toHaveLength(2);
  expect(text).toContain('\n"CREATE TABLE a ();",\n');
});

test.each([
  ['half a file', (text: string) => text.slice(0, 200), /is damaged/],
  ["another program's JSON", () => '{"name": "app"}', /is no profile/],
  [
    'a file of a plumb to come',
    (text: string) => text.replace('"format": 1', '"format": 7'),
    /has format 7, and this plumb reads 1/,
  ],
  [
    'a figure that is a word',
    (text: string) => text.replace('"pages":9', '"pages":"nine"'),
    /is damaged: relations\.0\.pages/,
  ],
])('%s is told as what it is', (_, damage, message) => {
  const file = join(temporaryFolder(), 'profile.json');
  writeProfile(file, profile);
  writeFileSync(file, damage(readFileSync(file, 'utf8')));
  expect(() => readProfile(file)).toThrow(
    expect.objectContaining({ code: 'FILE_INVALID', message: expect.stringMatching(message) }),
  );
});

test('a compressed file that was cut off is told as damaged', () => {
  const file = join(temporaryFolder(), 'profile.json.gz');
  writeProfile(file, profile);
  writeFileSync(file, readFileSync(file).subarray(0, 100));
  expect(() => readProfile(file)).toThrow(expect.objectContaining({ code: 'FILE_INVALID' }));
});

test('a profile that is not there is told with how to make one', () => {
  expect(() => readProfile('/nowhere/profile.json')).toThrow(
    expect.objectContaining({ code: 'FILE_NOT_FOUND', hint: expect.stringContaining('plumb profile capture') }),
  );
});
