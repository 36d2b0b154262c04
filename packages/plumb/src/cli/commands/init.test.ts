import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { plumbAtTerminal } from '../../../test/plumb-at-terminal.ts';
import { type Printed, plumbHere } from '../../../test/plumb-here.ts';
import { temporaryFolder } from '../../../test/temporary-folder.ts';

function project(files: Readonly<Record<string, string>>): string {
  const root = temporaryFolder();
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return root;
}

function contents(root: string): Record<string, string> {
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map(({ parentPath, name }) =>
    join(parentPath, name)
      .slice(root.length + 1)
      .replaceAll('\\', '/'),
  );
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(root, path), 'utf8')]));
}

function init(cwd: string, ...args: readonly string[]): Promise<Printed> {
  return plumbHere(['init', ...args], { cwd });
}

const typescriptProject = {
  'package.json': '{\n  "name": "app",\n  "devDependencies": { "typescript": "^7.0.0" }\n}\n',
  '.gitignore': 'node_modules\n',
};

test('a TypeScript project gets a configuration, folders, scripts and an ignored folder', async () => {
  const root = project(typescriptProject);
  const { code, stdout, stderr } = await init(root);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toBe(
    [
      `plumb is set up in ${root}`,
      '',
      '  created        plumb.config.ts',
      '  created        db/schema/.gitkeep',
      '  created        db/migrations/.gitkeep',
      '  changed        .gitignore',
      '  changed        package.json',
      '',
      'package.json has got the npm scripts db:start, db:stop, migration:new, db:generate, db:up, db:down, db:reset, db:status, db:seed.',
      '',
      'Next',
      '  npm install --save-dev pgplumb  Install plumb',
      "  npx plumb db start              Start the project's own PostgreSQL",
      '',
    ].join('\n'),
  );
  expect(contents(root)).toEqual({
    'plumb.config.ts':
      "import { defineConfig } from 'pgplumb';\n\nexport default defineConfig({\n  schema: 'db/schema',\n  migrations: 'db/migrations',\n});\n",
    'db/schema/.gitkeep': '',
    'db/migrations/.gitkeep': '',
    '.gitignore': 'node_modules\n.plumb/\n',
    'package.json':
      '{\n  "name": "app",\n  "devDependencies": { "typescript": "^7.0.0" },\n  "scripts": {\n    "db:start": "plumb db start",\n    "db:stop": "plumb db stop",\n    "migration:new": "plumb new",\n    "db:generate": "plumb generate",\n    "db:up": "plumb up",\n    "db:down": "plumb down",\n    "db:reset": "plumb reset",\n    "db:status": "plumb status",\n    "db:seed": "plumb seed"\n  }\n}\n',
  });
});

test('the configuration that is written is the one that plumb then reads', async () => {
  const root = project({ 'package.json': '{}', 'drizzle/0000_start.sql': '' });
  await init(root);
  const { stdout } = await plumbHere(['config', '--json'], { cwd: root });
  const settings: { name: string; value: unknown; source: { detail: string } }[] = JSON.parse(stdout).data.settings;
  expect(settings.find(({ name }) => name === 'migrations')).toMatchObject({
    value: join(root, 'drizzle'),
    source: { detail: 'migrations in plumb.config.mjs' },
  });
});

test('a second time everything is in place, and nothing is written', async () => {
  const root = project(typescriptProject);
  await init(root);
  const before = contents(root);
  const { stdout } = await init(root);
  expect(stdout).toMatch(/^Everything is in place/);
  expect(stdout).not.toMatch(/created|changed/);
  expect(contents(root)).toEqual(before);
});

test('what is there stays: a configuration, scripts of the same name, files in the folders', async () => {
  const files = {
    'package.json':
      '{"scripts":{"db:start":"docker compose up","db:up":"knex migrate:latest"},"devDependencies":{"pgplumb":"1"}}',
    'plumb.config.json': '{ "schema": "sql" }',
    'sql/tables.sql': 'create table t ();',
    'db/migrations/001_first.sql': '',
    '.gitignore': '/.plumb\n',
  };
  const root = project(files);
  const { stdout } = await init(root);
  expect(contents(root)).toEqual({
    ...files,
    'package.json':
      '{"scripts":{"db:start":"docker compose up","db:up":"knex migrate:latest","db:stop":"plumb db stop","migration:new":"plumb new","db:generate":"plumb generate","db:down":"plumb down","db:reset":"plumb reset","db:status":"plumb status","db:seed":"plumb seed"},"devDependencies":{"pgplumb":"1"}}',
  });
  expect(stdout.replaceAll(/\s+/g, ' ')).toContain(
    'package.json has got the npm scripts db:stop, migration:new, db:generate, db:down, db:reset, db:status, db:seed.',
  );
  expect(stdout).toContain('package.json has its own scripts db:start, db:up, which stay as they are.');
  expect(stdout).not.toContain('Install plumb');
});

test('the migrations of another tool are used where they are', async () => {
  const root = project({ 'package.json': '{}', 'supabase/migrations/20240101000000_first.sql': '' });
  const { stdout } = await init(root, '--json');
  expect(JSON.parse(stdout).data.files).toContainEqual({ path: 'supabase/migrations/', action: 'keep' });
});

test('flags name the folders, from where one stands', async () => {
  const root = project({ 'package.json': '{}', 'sub/file': '' });
  await plumbHere(['init', '--dir', '..', '--schema', '../sql', '--migrations', 'moves'], { cwd: join(root, 'sub') });
  expect(contents(root)['plumb.config.mjs']).toContain("schema: 'sql',\n  migrations: 'sub/moves',");
});

test('a dry run tells everything and writes nothing', async () => {
  const root = project(typescriptProject);
  const { stdout } = await init(root, '--dry-run');
  expect(stdout).toContain('  create         plumb.config.ts\n');
  expect(stdout).toContain('  change         package.json\n');
  expect(contents(root)).toEqual(typescriptProject);
});

test.each([
  [{ 'package.json': '{ "name": ' }, [], "package.json can't be read"],
  [{ 'package.json': '{}' }, ['--schema', '../elsewhere'], 'is not a folder inside of'],
  [{ 'package.json': '{}' }, ['--dir', 'gone'], 'There is no folder'],
  [{ 'package.json': '{}', 'plumb.config.json': '{}' }, ['--schema', 'sql'], 'plumb.config.json is there already'],
])('%j with %j is refused, and nothing is written', async (files, args, message) => {
  const root = project(files);
  const { code, stderr } = await init(root, ...args);
  expect(code).toBe(2);
  expect(stderr).toContain(message);
  expect(contents(root)).toEqual(files);
});

test('deep in a project it asks which folder is meant, rather than guess', async () => {
  const root = project({ 'package.json': '{}', 'src/index.js': '' });
  const { code, stderr } = await init(join(root, 'src'));
  expect(code).toBe(2);
  expect(stderr).toContain(`plumb init --dir "${root}"`);
  expect((await init(join(root, 'src'), '--dir', '.')).code).toBe(0);
});

test('at a terminal it asks what to set up and where migrations live', async () => {
  const root = project({ 'package.json': '{}', 'drizzle/0000_start.sql': '' });
  // Without the schema folder; then the second of the folders.
  const { code, shown } = await plumbAtTerminal(
    ['init'],
    [
      ['What shall be set up', '\u001b[B \r'],
      ['Where do migrations live?', '\u001b[B\r'],
    ],
    { cwd: root },
  );
  expect(shown).toContain('What shall be set up in');
  expect(shown).toContain('Where do migrations live?');
  expect(code).toBe(0);
  expect(Object.keys(contents(root)).sort()).toEqual([
    '.gitignore',
    'db/migrations/.gitkeep',
    'drizzle/0000_start.sql',
    'package.json',
    'plumb.config.mjs',
  ]);
});

test('Ctrl-C at a question changes nothing', async () => {
  const root = project({ 'package.json': '{}' });
  const { code, shown } = await plumbAtTerminal(
    ['init'],
    [
      ['What shall be set up', '\r'],
      ['Where do migrations live?', '\u0003'],
    ],
    { cwd: root },
  );
  expect(code).toBe(130);
  expect(shown).toContain('error: Nothing was changed.');
  expect(contents(root)).toEqual({ 'package.json': '{}' });
});
