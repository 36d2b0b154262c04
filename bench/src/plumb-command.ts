import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export const plumbProgram = fileURLToPath(new URL('bin/plumb.js', import.meta.resolve('pgplumb/package.json')));

/** Runs `plumb` in a process of its own; what it printed. */
export async function plumbCommand(args: readonly string[], env = process.env): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [plumbProgram, ...args], { env });
  return stdout.trim();
}
