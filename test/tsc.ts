import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './source-file.ts';

/** Runs the TypeScript compiler; answers with what it printed, empty when all is well. */
export function tsc(...args: string[]): string {
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const { status, stdout, error } = spawnSync(process.execPath, [compiler, '--pretty', 'false', ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  if (error !== undefined) throw error;
  return status === 0 ? '' : stdout;
}

/** Writes the declarations of the `pgplumb` package, as they are published, into a folder. */
export function emitDeclarations(folder: string, ...options: string[]): string {
  const project = join('packages', 'plumb', 'tsconfig.build.json');
  return tsc('-p', project, '--declaration', '--emitDeclarationOnly', '--outDir', folder, ...options);
}
