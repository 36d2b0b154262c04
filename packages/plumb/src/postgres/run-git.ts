import { execFile } from 'node:child_process';

/** What git says in a folder; null where there is no git, no repository, or no answer. */
export function runGit(
  args: readonly string[],
  { cwd, signal }: { readonly cwd: string; readonly signal?: AbortSignal | undefined },
): Promise<string | null> {
  // nothing is written, so that nobody else's git has to wait
  const env = { ...process.env, GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C' };
  return new Promise((resolve) => {
    execFile('git', [...args], { cwd, env, windowsHide: true, maxBuffer: 2 ** 28, signal }, (error, stdout) => {
      resolve(error === null ? stdout : null);
    });
  });
}
