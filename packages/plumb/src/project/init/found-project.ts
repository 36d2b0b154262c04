import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { errorMessage } from '../../contract/error-message.ts';
import { Problem } from '../../contract/problem.ts';
import { findConfigFile, loadConfigFile } from '../config-file.ts';
import { foldersWithMigrations } from '../settings/migration-folders.ts';
import { typescriptCovers } from './typescript-covers.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What `plumb init` finds in a folder. */
export interface FoundProject {
  readonly root: string;
  /** Null where there is no package.json. */
  readonly manifest: Manifest | null;
  readonly gitignore: string | null;
  /** The configuration that is there, and the folders that it names. */
  readonly config: { readonly file: string; readonly schema: string | null; readonly migrations: string | null } | null;
  /** A configuration further up, which counts until there is one here. */
  readonly configAbove: string | null;
  /** Folders that hold migrations of some tool, relative to the root. */
  readonly migrationFolders: readonly string[];
  /** The sort of configuration file that suits the project. */
  readonly configName: string;
}

export interface Manifest {
  readonly text: string;
  readonly scripts: Readonly<Record<string, unknown>>;
  readonly dependsOnPlumb: boolean;
  readonly usesTypescript: boolean;
}

export async function findProject(root: string, env: Environment): Promise<FoundProject> {
  if (!existsSync(root) || !statSync(root).isDirectory()) {
    throw new Problem('FILE_NOT_FOUND', `There is no folder ${root}.`, { hint: 'Name the project with --dir.' });
  }
  const manifest = readManifest(join(root, 'package.json'));
  const file = findConfigFile(root);
  const isHere = file !== null && dirname(file) === root;
  return {
    root,
    manifest,
    gitignore: readText(join(root, '.gitignore')),
    config: isHere ? await readConfig(file, env) : null,
    configAbove: isHere ? null : file,
    migrationFolders: foldersWithMigrations(root),
    configName: configNameFor(root, manifest),
  };
}

/** The nearest folder above that has a package.json. */
export function projectAbove(root: string): string | null {
  const parent = dirname(root);
  if (parent === root) return null;
  return existsSync(join(parent, 'package.json')) ? parent : projectAbove(parent);
}

async function readConfig(file: string, env: Environment): Promise<FoundProject['config']> {
  const { schema, migrations } = await loadConfigFile(file, { env });
  return { file: basename(file), schema: schema ?? null, migrations: migrations ?? null };
}

function readManifest(file: string): Manifest | null {
  const text = readText(file);
  if (text === null) return null;
  const manifest = parseObject(text, file);
  const packages = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((kind) => {
    const list = manifest[kind];
    return isObject(list) ? Object.keys(list) : [];
  });
  return {
    text,
    scripts: isObject(manifest.scripts) ? manifest.scripts : {},
    dependsOnPlumb: packages.includes('pgplumb'),
    usesTypescript: packages.includes('typescript'),
  };
}

function parseObject(text: string, file: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text.replace(/^\ufeff/, ''));
    if (isObject(value) && (value.scripts === undefined || isObject(value.scripts))) return value;
    throw new Error('it is not what npm expects');
  } catch (error) {
    throw new Problem('CONFIG_INVALID', `${file} can't be read: ${errorMessage(error)}`, {
      hint: 'Nothing was changed. Mend it, and run `plumb init` again.',
      cause: error,
    });
  }
}

/** TypeScript where the project has it, and where one file more doesn't change what its compiler does. */
function configNameFor(root: string, manifest: Manifest | null): string {
  if (manifest === null) return 'plumb.config.json';
  const tsconfig = readText(join(root, 'tsconfig.json'));
  const typescript = tsconfig === null ? manifest.usesTypescript : !typescriptCovers(tsconfig);
  return typescript ? 'plumb.config.ts' : 'plumb.config.mjs';
}

function readText(file: string): string | null {
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
