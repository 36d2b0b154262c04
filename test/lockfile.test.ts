import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from './source-file.ts';

interface Lockfile {
  readonly packages: Readonly<Record<string, { readonly optionalDependencies?: Readonly<Record<string, string>> }>>;
}

// npm leaves out what it could not fetch or install on the machine where the lock was made, and `npm ci` then fails.
test('package-lock.json holds the optional packages of every platform', () => {
  const lock: Lockfile = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  expect(missingOptional(lock)).toEqual([]);
});

test('an optional package without an entry is missing', () => {
  const tool = { optionalDependencies: { 'tool-linux': '1.0.0', 'tool-darwin': '1.0.0' } };
  expect(missingOptional({ packages: { 'node_modules/tool': tool, 'node_modules/tool-linux': {} } })).toEqual([
    'tool-darwin of node_modules/tool',
  ]);
  const nested = { 'node_modules/tool/node_modules/tool-linux': {}, 'node_modules/tool-darwin': {} };
  expect(missingOptional({ packages: { 'node_modules/tool': tool, ...nested } })).toEqual([]);
});

function missingOptional({ packages }: Lockfile): string[] {
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !foldersAbove(path).some((folder) => `${folder}node_modules/${name}` in packages))
      .map((name) => `${name} of ${path}`),
  );
}

/** Where Node looks for packages from a folder of the lock: in itself, and in each package that it lies in. */
function foldersAbove(path: string): string[] {
  if (path === '') return [''];
  const end = path.lastIndexOf('node_modules/');
  return [`${path}/`, ...(end === -1 ? [''] : foldersAbove(path.slice(0, end).replace(/\/$/, '')))];
}
