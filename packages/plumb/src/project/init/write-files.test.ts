import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../test/temporary-folder.ts';
import { writeFiles } from './write-files.ts';

test('files are written with their folders, and keep the rights that they had', () => {
  const root = temporaryFolder();
  writeFileSync(join(root, 'old'), 'before');
  chmodSync(join(root, 'old'), 0o600);
  writeFiles(root, [
    { path: 'old', content: 'after' },
    { path: 'a/b/new', content: 'new' },
  ]);
  expect(readFileSync(join(root, 'old'), 'utf8')).toBe('after');
  expect(readFileSync(join(root, 'a/b/new'), 'utf8')).toBe('new');
  expect(readdirSync(root).sort()).toEqual(['a', 'old']);
  if (process.platform !== 'win32') expect(statSync(join(root, 'old')).mode & 0o777).toBe(0o600);
});

test('a link to a file stays a link', () => {
  const root = temporaryFolder();
  writeFileSync(join(root, 'real'), 'before');
  symlinkSync('real', join(root, 'link'));
  writeFiles(root, [{ path: 'link', content: 'after' }]);
  expect(readFileSync(join(root, 'real'), 'utf8')).toBe('after');
  expect(readdirSync(root).sort()).toEqual(['link', 'real']);
});

test('where one file can not be written, none is, and nothing is left behind', () => {
  const root = temporaryFolder();
  writeFileSync(join(root, 'package.json'), '{}');
  mkdirSync(join(root, 'in-the-way'));
  expect(() =>
    writeFiles(root, [
      { path: 'package.json', content: 'changed' },
      { path: 'db/schema/.gitkeep', content: '' },
      { path: 'package.json/impossible', content: '' },
    ]),
  ).toThrow();
  expect(readFileSync(join(root, 'package.json'), 'utf8')).toBe('{}');
  expect(readdirSync(root).sort()).toEqual(['in-the-way', 'package.json']);
});
