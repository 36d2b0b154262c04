import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from './source-file.ts';

const record = readFileSync(join(root, 'docs/decisions/0002-dependencies.md'), 'utf8');

test('every dependency argues for itself in its decision record', () => {
  const manifests = ['.', ...readdirSync(join(root, 'packages')).map((name) => `packages/${name}`)];
  const names = new Set(
    manifests.flatMap((folder) => dependenciesOf(readFileSync(join(root, folder, 'package.json'), 'utf8'))),
  );
  expect([...names].filter((name) => !isArgued(name, record))).toEqual([]);
});

test('a dependency without a row is found, and a row may stand for the packages of all platforms', () => {
  const manifest = `{"dependencies":{"a":"1"},"devDependencies":{"b":"1"},"optionalDependencies":{"c-14-linux-x64":"1"}}`;
  const rows = '| `a` | why |\n| `c-<major>-<platform>` | why |\n';
  expect(dependenciesOf(manifest).filter((name) => !isArgued(name, rows))).toEqual(['b']);
});

function dependenciesOf(text: string): string[] {
  const manifest: Readonly<Record<string, Readonly<Record<string, string>> | undefined>> = JSON.parse(text);
  const fields = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'];
  return fields.flatMap((field) => Object.keys(manifest[field] ?? {}));
}

function isArgued(name: string, text: string): boolean {
  const family = name.replace(/(darwin|linux|windows)-(arm64|x64)$/, '<platform>').replace(/-\d+-/, '-<major>-');
  const rows = text.split('\n').filter((line) => line.startsWith('| '));
  return rows.some((row) => row.split('|')[1]?.includes(`\`${family}\``));
}
