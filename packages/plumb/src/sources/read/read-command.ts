import { Problem } from '../../contract/problem.ts';
import { maskUrl } from '../../postgres/connection/mask-url.ts';
import { runShell } from '../../postgres/run-shell.ts';
import { sqlSource } from '../../sql/source.ts';
import type { GivenFiles } from './given-file.ts';

/** Runs a command in a shell; what it writes to stdout is SQL. */
export async function readCommand(command: string, cwd: string, signal: AbortSignal | undefined): Promise<GivenFiles> {
  const { status, stdout, stderr } = await runShell(command, { cwd, signal });
  signal?.throwIfAborted();
  const said = lastLines(maskUrl(stderr.trim() || Buffer.from(stdout).toString('utf8').trim()));
  if (status !== 0) {
    const how = status === null ? 'could not be run, or was killed' : `ended with exit code ${status}`;
    throw new Problem('COMMAND_FAILED', `${maskUrl(command)} ${how}.${said === '' ? '' : `\n${said}`}`, {
      hint: `Run it by itself in ${cwd} until it writes SQL to stdout.`,
    });
  }
  return { files: [{ source: sqlSource(`exec:${maskUrl(command)}`, stdout), path: null }], notes: [] };
}

const mostLines = 20;

function lastLines(text: string): string {
  const lines = text.split(/\r?\n/);
  return lines.length <= mostLines ? text : ['…', ...lines.slice(-mostLines)].join('\n');
}
