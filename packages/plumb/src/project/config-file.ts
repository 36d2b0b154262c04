import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { errorMessage } from '../contract/error-message.ts';
import { Problem } from '../contract/problem.ts';
import { type ConfigContext, defineConfig, type PlumbConfig } from './config.ts';

const names = ['plumb.config.ts', 'plumb.config.mts', 'plumb.config.js', 'plumb.config.mjs', 'plumb.config.json'];

/** Looks for a configuration file in a folder, and in those above it. */
export function findConfigFile(folder: string): string | null {
  const file = names.map((name) => join(folder, name)).find((candidate) => existsSync(candidate));
  if (file !== undefined) return file;
  const parent = dirname(folder);
  return parent === folder ? null : findConfigFile(parent);
}

/** The configuration file that was named. */
export function namedConfigFile(name: string, cwd: string): string {
  const file = resolve(cwd, name);
  if (existsSync(file)) return file;
  throw new Problem('FILE_NOT_FOUND', `There is no configuration file ${file}.`, {
    hint: 'Check --config, or leave it out to look for plumb.config.ts from here upwards.',
  });
}

/** Loads and checks a configuration file. Its default export may be an object, a promise of one, or a function that gives one. */
export async function loadConfigFile(file: string, context: ConfigContext): Promise<PlumbConfig> {
  const { checkConfig } = await import('./config-schema.ts');
  return checkConfig(await read(file, context), basename(file));
}

async function read(file: string, context: ConfigContext): Promise<unknown> {
  try {
    if (file.endsWith('.json')) return JSON.parse(readFileSync(file, 'utf8'));
    const exported = await importFile(file);
    return typeof exported === 'function' ? await exported(context) : exported;
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem('CONFIG_INVALID', `${file} can not be loaded: ${errorMessage(error)}`, {
      cause: error,
    });
  }
}

async function importFile(file: string): Promise<unknown> {
  const { createJiti } = await import('jiti');
  const modules = join(dirname(file), 'node_modules');
  const jiti = createJiti(import.meta.url, {
    // each run of a long-lived process sees the file as it is now
    moduleCache: false,
    // jiti's own choice may be a folder that all users share
    fsCache: existsSync(modules) ? join(modules, '.cache', 'pgplumb') : false,
    // found also where plumb is run by npx, or isn't built
    virtualModules: { pgplumb: { defineConfig, Problem } },
  });
  return await jiti.import(file, { default: true });
}
