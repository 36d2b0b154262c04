import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { expectGolden } from './golden.ts';
import { publicApi } from './public-api.ts';
import { root } from './source-file.ts';
import { emitDeclarations } from './tsc.ts';

test('the public API of pgplumb is the one that was reviewed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'plumb-api-'));
  try {
    expect(emitDeclarations(folder, '--removeComments')).toBe('');
    const api = publicApi('index.d.ts', (path) => readFileSync(join(folder, path), 'utf8'));
    expectGolden('packages/plumb/public-api.golden.d.ts', api);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('packages whose types are part of the public API are installed with pgplumb', () => {
  const api = readFileSync(join(root, 'packages/plumb/public-api.golden.d.ts'), 'utf8');
  const used = [...api.matchAll(/^\/\/ Uses .* from '([^']+)'$/gm)].flatMap((match) => match[1] ?? []);
  const { dependencies }: Manifest = JSON.parse(readFileSync(join(root, 'packages/plumb/package.json'), 'utf8'));
  expect(used).toContain('pg');
  // ours come with their types
  const typesOf = (name: string): string => (name.startsWith('@pgplumb/') ? name : `@types/${name}`);
  expect(used.filter((name) => !(typesOf(name) in dependencies))).toEqual([]);
});

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
}

const sample: Readonly<Record<string, string>> = {
  'index.d.ts': `export { open, type Options as OpenOptions } from './open.ts';\nexport * from './deep/all.js';\n`,
  'open.d.ts': `import type { Client } from 'pg';
import type { Mode } from './deep/mode.ts';
export interface Options { mode: Mode; mask: Hidden; }
interface Hidden { yes: true; }
interface Unused { no: false; }
export declare function open(url: string): Promise<Client>;
export declare function open(options: Options): Promise<Client>;
`,
  'deep/all.d.ts': `export declare const limit: 5;\nexport type { Mode } from './mode.ts';\nexport type Late = import('./mode.ts').Other;\n`,
  'deep/mode.d.ts': `export type Mode = 'fast' | 'slow';\nexport interface Other { a: 1; }\n`,
};
const apiOf = (files: Readonly<Record<string, string>>): string => publicApi('index.d.ts', (path) => files[path] ?? '');

test('the public API is each exported declaration by name, and what it needs', () => {
  expect(apiOf(sample)).toBe(`type Late = import('./mode.ts').Other;

type Mode = 'fast' | 'slow';

// OpenOptions
interface Options { mode: Mode; mask: Hidden; }

const limit: 5;

function open(url: string): Promise<Client>;
function open(options: Options): Promise<Client>;

// Not exported, but part of the above

interface Hidden { yes: true; }

interface Other { a: 1; }

// Uses Client from 'pg'
`);
});

test('a change in a type that is only used by the public API is a change of the public API', () => {
  const changed = sample['deep/mode.d.ts']?.replace('a: 1', 'a: 2') ?? '';
  expect(apiOf({ ...sample, 'deep/mode.d.ts': changed })).not.toBe(apiOf(sample));
});

test('a name that is re-exported but declared nowhere is an error', () => {
  expect(() => apiOf({ 'index.d.ts': `export { a } from './a.ts';` })).toThrow('a.d.ts does not declare a');
});
