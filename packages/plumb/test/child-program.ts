import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

export interface ChildProgram {
  readonly process: ChildProcess;
  /** Resolves with the rest of the line that begins with the word. */
  said(word: string): Promise<string>;
  /** Resolves when it has ended. */
  readonly ended: Promise<{ readonly status: number | null; readonly output: string }>;
}

/** Starts one of the programs beside this file in a process of its own. */
export function startProgram(
  name: string,
  args: readonly string[] = [],
  options: { env?: Readonly<Record<string, string>>; uid?: number } = {},
): ChildProgram {
  const file = fileURLToPath(new URL(`programs/${name}.ts`, import.meta.url));
  const child = spawn(process.execPath, ['--import', import.meta.resolve('jiti/register'), file, ...args], {
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(options.uid === undefined ? {} : { uid: options.uid, gid: options.uid }),
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  let output = '';
  child.stdout.on('data', (chunk) => (output += String(chunk)));
  child.stderr.on('data', (chunk) => (output += String(chunk)));
  const ended = new Promise<{ status: number | null; output: string }>((resolve) => {
    child.once('close', (status) => resolve({ status, output }));
  });
  const said = (word: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const line = output.split('\n').find((text) => text.startsWith(`${word} `));
        if (line !== undefined) resolve(line.slice(word.length + 1));
      };
      look();
      child.stdout.on('data', look);
      child.once('close', () => reject(new Error(`${name} ended without saying ${word}:\n${output}`)));
    });
  return { process: child, said, ended };
}
