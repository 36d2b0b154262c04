import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { passwordFile, readPasswordFile } from './password-file.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pgpass-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function write(text: string, mode = 0o600): string {
  const file = join(folder, 'pgpass');
  writeFileSync(file, text);
  chmodSync(file, mode);
  return file;
}

const login = { host: 'db.example.com', port: 5432, database: 'app', user: 'anna' };

test.each([
  ['a full line', 'db.example.com:5432:app:anna:secret', 'secret'],
  ['stars', '*:*:*:anna:secret', 'secret'],
  ['the first line that fits', 'other:5432:app:anna:no\n*:*:*:*:first\n*:*:*:*:second', 'first'],
  ['escaped colons and backslashes', '*:*:*:anna:a\\:b\\\\c', 'a:b\\c'],
  ['a password that ends at an unescaped colon', '*:*:*:anna:a:b', 'a'],
  ['a comment before it', '# *:*:*:anna:no\n*:*:*:anna:secret', 'secret'],
  ['Windows line ends', '*:*:*:anna:secret\r\n', 'secret'],
  ['spaces, which belong to the password', '*:*:*:anna: secret ', ' secret '],
])('a password is found by %s', (_what, text, password) => {
  expect(readPasswordFile(write(text)).find(login)).toBe(password);
});

test.each([
  ['another host', 'db.example.org:5432:app:anna:no'],
  ['another port', '*:5433:app:anna:no'],
  ['another user', '*:*:*:ann:no'],
  ['a star within a name', 'db.*:*:*:anna:no'],
  ['an escaped star', '\\*:*:*:anna:no'],
  ['a line that is too short', '*:*:*:anna'],
])('a line for %s does not fit', (_what, text) => {
  expect(readPasswordFile(write(text)).find(login)).toBeNull();
});

test('a colon in an IPv6 address is escaped', () => {
  expect(readPasswordFile(write('\\:\\:1:*:*:*:secret')).find({ ...login, host: '::1' })).toBe('secret');
});

test.runIf(process.platform !== 'win32')('a file that others may read is not used, with a warning', () => {
  const warnings: string[] = [];
  const file = write('*:*:*:*:secret', 0o644);
  expect(readPasswordFile(file, (warning) => warnings.push(warning)).find(login)).toBeNull();
  expect(warnings).toEqual([
    `The password file ${file} is not used, because others may read it. Run: chmod 0600 ${file}`,
  ]);
});

test('a folder in its place is not used, with a warning', () => {
  const warnings: string[] = [];
  mkdirSync(join(folder, 'pgpass'));
  readPasswordFile(join(folder, 'pgpass'), (warning) => warnings.push(warning));
  expect(warnings[0]).toContain('not a plain file');
});

test('a file that is missing has no passwords', () => {
  expect(readPasswordFile(join(folder, 'none')).find(login)).toBeNull();
});

test.runIf(process.platform !== 'win32')('the user has a password file of their own, unless another is named', () => {
  expect(passwordFile(undefined, { HOME: '/home/anna' })).toBe('/home/anna/.pgpass');
  expect(passwordFile('/run/secrets/pgpass', { HOME: '/home/anna' })).toBe('/run/secrets/pgpass');
});
