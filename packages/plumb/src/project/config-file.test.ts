import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { Problem } from '../contract/problem.ts';
import { findConfigFile, loadConfigFile, namedConfigFile } from './config-file.ts';

function write(file: string, text: string): string {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

const load = (file: string, env: Record<string, string> = {}) => loadConfigFile(file, { env });

async function problemOf(file: string): Promise<Problem> {
  const error: unknown = await load(file).catch((thrown: unknown) => thrown);
  if (error instanceof Problem) return error;
  throw new Error(`${file} was loaded`);
}

test('the configuration is found in a folder above, past .git and package.json', () => {
  const folder = temporaryFolder();
  const file = write(join(folder, 'plumb.config.ts'), '');
  write(join(folder, 'packages/app/package.json'), '{}');
  mkdirSync(join(folder, 'packages/app/.git'));
  expect(findConfigFile(join(folder, 'packages/app/src'))).toBe(file);
});

test('the nearest configuration counts', () => {
  const folder = temporaryFolder();
  write(join(folder, 'plumb.config.ts'), '');
  const near = write(join(folder, 'app/plumb.config.json'), '{}');
  expect(findConfigFile(join(folder, 'app'))).toBe(near);
});

test('without any configuration the search ends at the root of the file system', () => {
  expect(findConfigFile(temporaryFolder())).toBeNull();
});

test('a configuration that was named must be there', () => {
  expect(() => namedConfigFile('none.ts', temporaryFolder())).toThrowError(Problem);
});

test.each([
  [
    'plumb.config.ts',
    "import { defineConfig } from 'pgplumb';\nconst folder: string = 'sql';\nexport default defineConfig({ schema: folder });",
  ],
  ['plumb.config.mts', "export default { schema: 'sql' as const };"],
  ['plumb.config.mjs', "import { defineConfig } from 'pgplumb';\nexport default defineConfig({ schema: 'sql' });"],
  ['plumb.config.js', "module.exports = { schema: 'sql' };"],
  ['plumb.config.json', '{ "schema": "sql" }'],
  ['promise.ts', "export default Promise.resolve({ schema: 'sql' });"],
  [
    'function.ts',
    "import { defineConfig } from 'pgplumb';\nexport default defineConfig(({ env }) => ({ schema: env.FOLDER }));",
  ],
  ['async.ts', 'export default async ({ env }: { env: Record<string, string> }) => ({ schema: env.FOLDER });'],
  ['awaiting.ts', "const folder = await Promise.resolve('sql');\nexport default { schema: folder };"],
])('%s is loaded in its form', async (name, text) => {
  const file = write(join(temporaryFolder(), name), text);
  expect(await load(file, { FOLDER: 'sql' })).toEqual({ schema: 'sql' });
});

test('a configuration may import its neighbours', async () => {
  const folder = temporaryFolder();
  write(join(folder, 'folders.ts'), "export const schema = 'sql';");
  const file = write(
    join(folder, 'plumb.config.ts'),
    "import { schema } from './folders';\nexport default { schema };",
  );
  expect(await load(file)).toEqual({ schema: 'sql' });
});

test.each([
  ["{ databse: { url: 'x' } }", 'plumb.config.ts: databse is not a setting.', 'Did you mean database?'],
  ['{ database: { prot: 1 } }', 'plumb.config.ts: database.prot is not a setting.', 'Did you mean database.port?'],
  ["{ url: 'x' }", 'plumb.config.ts: url is not a setting.', 'Did you mean database.url?'],
  ['{ postgres: { major: 13 } }', 'plumb.config.ts: postgres.major must be one of 14, 15, 16, 17, 18, 19.', null],
  ['{ database: { port: 70000 } }', 'plumb.config.ts: database.port must be a port from 1 to 65535.', null],
  ["{ database: 'postgres://u:s3cret@h' }", 'plumb.config.ts: database must be an object.', null],
  ['{ schema: 1 }', 'plumb.config.ts: schema must be a text.', null],
  ['{ shadow: { templates: { count: 0 } } }', 'plumb.config.ts: shadow.templates.count must be greater than 0.', null],
  [
    '{ shema: 1, migrations: 2 }',
    'plumb.config.ts is not valid:\n- migrations must be a text\n- shema is not a setting',
    'Did you mean schema?',
  ],
  [
    "'postgres://u:s3cret@h'",
    'plumb.config.ts: it must export an object by default.',
    'Write: export default defineConfig({ … })',
  ],
])('%s is refused with the key and what was expected', async (config, message, hint) => {
  const problem = await problemOf(write(join(temporaryFolder(), 'plumb.config.ts'), `export default ${config};`));
  expect(problem).toMatchObject({ code: 'CONFIG_INVALID', message, hint });
});

test('settings that are undefined count as left out', async () => {
  const file = write(
    join(temporaryFolder(), 'plumb.config.ts'),
    'export default { database: { url: undefined }, schema: undefined };',
  );
  expect(await load(file)).toEqual({ database: {} });
});

test.each([
  ['plumb.config.ts', 'export default {'],
  ['plumb.config.json', '{ "schema": '],
  ['plumb.config.mjs', "throw new Error('no');"],
])('%s that fails to load is told by its path', async (name, text) => {
  const file = write(join(temporaryFolder(), name), text);
  const problem = await problemOf(file);
  expect(problem.code).toBe('CONFIG_INVALID');
  expect(problem.message).toContain(file);
});

test.each([
  [{ rules: { 'drop-colum': 'off' } }, 'check.rules has drop-colum, and there is no such rule.', 'drop-column?'],
  [{ rules: { zzz: 'off' } }, 'check.rules has zzz, and there is no such rule.', '`plumb rules`'],
  [{ groups: { lock: 'off' } }, 'check.groups has lock, and there is no such group of rules.', 'locks?'],
  [{ rules: { truncate: 'fatal' } }, 'check.rules.truncate must be one of off, on, info, warning, error', null],
  [{ preset: 'pedantic' }, 'check.preset must be one of recommended, strict, supabase', null],
  [{ presets: 'strict' }, 'check.presets is not a setting', 'check.preset?'],
])('rules are set by names that there are: %j', async (check, message, hint) => {
  const problem = await problemOf(write(join(temporaryFolder(), 'plumb.config.json'), JSON.stringify({ check })));
  expect(problem.message).toContain(message);
  if (hint !== null) expect(problem.hint).toContain(hint);
});
