import { existsSync, readdirSync } from 'node:fs';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { Problem } from '../../contract/problem.ts';
import { ignorePlumbFolder } from './edit-gitignore.ts';
import { addScripts } from './edit-package-json.ts';
import type { FoundProject } from './found-project.ts';

/** What may be set up. */
export const initParts = ['config', 'schema', 'migrations', 'gitignore', 'scripts'] as const;
export type InitPart = (typeof initParts)[number];

export const defaultFolders = { schema: 'db/schema', migrations: 'db/migrations' };

export interface InitChoices {
  readonly parts: readonly InitPart[];
  /** Folders, relative to the project. */
  readonly schema: string;
  readonly migrations: string;
}

/** What becomes of a file. */
export interface PlannedFile {
  /** Relative to the project, with slashes. */
  readonly path: string;
  readonly action: 'create' | 'change' | 'keep';
  /** What it will hold. */
  readonly content: string;
}

export interface InitPlan {
  readonly files: readonly PlannedFile[];
  /** Names of the scripts that package.json gets. */
  readonly addedScripts: readonly string[];
  /** Scripts of those names that do something else, and stay as they are. */
  readonly otherScripts: readonly string[];
}

/** The npm scripts that a project gets, and what they run. */
export const projectScripts: Readonly<Record<string, string>> = {
  'db:start': 'plumb db start',
  'db:stop': 'plumb db stop',
  'migration:new': 'plumb new',
  'db:generate': 'plumb generate',
  'db:up': 'plumb up',
  'db:down': 'plumb down',
  'db:reset': 'plumb reset',
  'db:status': 'plumb status',
  'db:seed': 'plumb seed',
};

/** The choices where nobody says otherwise. */
export function defaultChoices(found: FoundProject): InitChoices {
  return {
    parts: initParts,
    schema: found.config?.schema ?? defaultFolders.schema,
    migrations:
      found.config === null
        ? (found.migrationFolders[0] ?? defaultFolders.migrations)
        : (found.config.migrations ?? defaultFolders.migrations),
  };
}

export function planInit(found: FoundProject, { parts, schema, migrations }: InitChoices): InitPlan {
  const { root, manifest, gitignore } = found;
  const files: PlannedFile[] = [];
  if (parts.includes('config')) files.push(configFile(found, schema, migrations));
  if (parts.includes('schema')) files.push(folder(root, schema));
  if (parts.includes('migrations')) files.push(folder(root, migrations));
  if (parts.includes('gitignore')) files.push(edited('.gitignore', gitignore, ignorePlumbFolder(gitignore ?? '')));
  if (!parts.includes('scripts') || manifest === null) return { files, addedScripts: [], otherScripts: [] };
  const all = Object.entries(projectScripts);
  const missing = all.filter(([name]) => !(name in manifest.scripts));
  files.push(edited('package.json', manifest.text, addScripts(manifest.text, Object.fromEntries(missing))));
  const other = all.filter(([name, command]) => (manifest.scripts[name] ?? command) !== command);
  return { files, addedScripts: missing.map(([name]) => name), otherScripts: other.map(([name]) => name) };
}

/** A folder as it is written into the configuration: relative to the project, with slashes. */
export function folderInProject(root: string, cwd: string, typed: string): string {
  const path = relative(root, resolve(cwd, typed));
  if (path === '' || isAbsolute(path) || path.split(sep)[0] === '..') {
    throw new Problem('USAGE', `${typed} is not a folder inside of ${root}.`);
  }
  return path.replaceAll(sep, '/');
}

function configFile({ config, configName }: FoundProject, schema: string, migrations: string): PlannedFile {
  if (config !== null) return { path: config.file, action: 'keep', content: '' };
  return { path: configName, action: 'create', content: configText(configName, { schema, migrations }) };
}

function configText(name: string, folders: { readonly schema: string; readonly migrations: string }): string {
  if (name.endsWith('.json')) return `${JSON.stringify(folders, undefined, 2)}\n`;
  return [
    `import { defineConfig } from 'pgplumb';`,
    '',
    'export default defineConfig({',
    `  schema: ${quoted(folders.schema)},`,
    `  migrations: ${quoted(folders.migrations)},`,
    '});',
    '',
  ].join('\n');
}

function quoted(text: string): string {
  return `'${text.replaceAll(/['\\]/g, '\\$&')}'`;
}

/** Git keeps no empty folder: a file in it keeps it. */
function folder(root: string, path: string): PlannedFile {
  const there = existsSync(join(root, path)) && readdirSync(join(root, path)).length > 0;
  return there
    ? { path: `${path}/`, action: 'keep', content: '' }
    : { path: `${path}/.gitkeep`, action: 'create', content: '' };
}

function edited(path: string, before: string | null, content: string): PlannedFile {
  if (before === content) return { path, action: 'keep', content };
  return { path, action: before === null ? 'create' : 'change', content };
}
