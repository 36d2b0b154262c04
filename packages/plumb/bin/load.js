import { existsSync } from 'node:fs';
import module from 'node:module';

/**
 * Loads an entry of the tool: the built one, or in a checkout that was not built (`npm ci --ignore-scripts`) its source.
 * @param {string} entry path below dist/ and src/, without extension
 */
export async function load(entry) {
  // from Node 22.1 what is compiled once stays compiled
  module.enableCompileCache?.();
  const built = new URL(`../dist/${entry}.js`, import.meta.url);
  if (existsSync(built)) return await import(built.href);
  const { createJiti } = await import('jiti');
  return await createJiti(import.meta.url).import(new URL(`../src/${entry}.ts`, import.meta.url).href);
}
