import { spawn } from 'node:child_process';

export interface ShellResult {
  /** Null when the command could not be started, or was ended by a signal. */
  readonly status: number | null;
  readonly stdout: Uint8Array;
  readonly stderr: string;
}

/** Runs a command of the user's in a shell, and ends it with all that it started when the signal says so. */
export function runShell(
  command: string,
  { cwd, signal }: { readonly cwd: string; readonly signal?: AbortSignal | undefined },
): Promise<ShellResult> {
  return new Promise((resolve) => {
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    // a group of its own can be ended as a whole, the shell's children among it
    const detached = process.platform !== 'win32';
    const child = spawn(command, { cwd, shell: true, detached, windowsHide: true, stdio: ['ignore', 'pipe', 'pipe'] });
    const abort = (): void => endAll(child.pid, detached);
    const settle = (status: number | null, error: Error | null): void => {
      signal?.removeEventListener('abort', abort);
      const said = Buffer.concat(stderr).toString('utf8');
      resolve({ status, stdout: Buffer.concat(stdout), stderr: error === null ? said : `${said}${error.message}` });
    };
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
    child.on('error', (error) => settle(null, error));
    child.on('close', (status) => settle(status, null));
    if (signal?.aborted) abort();
    else signal?.addEventListener('abort', abort, { once: true });
  });
}

function endAll(pid: number | undefined, group: boolean): void {
  if (pid === undefined) return;
  try {
    if (group) process.kill(-pid, 'SIGTERM');
    else spawn('taskkill', ['/pid', String(pid), '/t', '/f'], { windowsHide: true, stdio: 'ignore' });
  } catch {
    // it has ended by itself
  }
}
