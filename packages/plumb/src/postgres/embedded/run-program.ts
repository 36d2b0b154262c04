import { type SpawnOptions, spawn } from 'node:child_process';
import { serverUser } from './server-user.ts';

export interface ProgramResult {
  /** Null when the program could not be started, or was ended by a signal. */
  readonly status: number | null;
  /** What it wrote to stdout and stderr. */
  readonly output: string;
  readonly error: Error | null;
}

export interface RunOptions {
  readonly cwd: string;
  readonly signal?: AbortSignal;
  /** For a program that leaves a server behind: it would inherit the pipes, which then never end. */
  readonly quiet?: boolean;
}

/** Runs one of PostgreSQL's programs as the server's user and waits for its end. */
export async function runProgram(
  program: string,
  args: readonly string[],
  options: RunOptions,
): Promise<ProgramResult> {
  return new Promise((resolve) => {
    const output: string[] = [];
    const stdio = options.quiet ? 'ignore' : 'pipe';
    const child = spawn(program, args, { ...serverProcess(options.cwd), stdio: ['ignore', stdio, stdio] });
    const abort = (): boolean => child.kill();
    options.signal?.addEventListener('abort', abort, { once: true });
    child.stdout?.on('data', (chunk) => output.push(String(chunk)));
    child.stderr?.on('data', (chunk) => output.push(String(chunk)));
    const settle = (status: number | null, error: Error | null): void => {
      options.signal?.removeEventListener('abort', abort);
      resolve({ status, output: output.join(''), error });
    };
    child.on('error', (error) => settle(null, error));
    child.on(options.quiet ? 'exit' : 'close', (status) => settle(status, null));
  });
}

/** How every process of a server is spawned: as the server's user, with nothing of our environment that PostgreSQL reads. */
export function serverProcess(cwd: string): SpawnOptions {
  const user = serverUser();
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/i.test(name)));
  return {
    cwd,
    env: { ...env, LC_ALL: 'C', TZ: 'UTC' },
    windowsHide: true,
    // spawn takes signed numbers, and macOS's nobody is -2
    ...(user === null ? {} : { uid: user.uid | 0, gid: user.gid | 0 }),
  };
}
