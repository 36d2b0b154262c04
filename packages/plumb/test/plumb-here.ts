import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { app } from '../src/cli/app.ts';
import type { CommandGroup } from '../src/cli/command.ts';
import { Interruption } from '../src/cli/interruption.ts';
import { Output } from '../src/cli/output.ts';
import { runCommandLine } from '../src/cli/run-command-line.ts';

export interface Printed {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface HereOptions {
  readonly commands?: CommandGroup;
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly input?: string;
  readonly interruption?: Interruption;
  readonly uncaught?: Promise<never>;
}

/** Runs a command line in this process, as it runs where output goes to a pipe. */
export async function plumbHere(args: readonly string[], options: HereOptions = {}): Promise<Printed> {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const printed = [text(stdout), text(stderr)] as const;
  const code = await runCommandLine(options.commands ?? app, {
    args,
    cwd: options.cwd ?? '/',
    env: options.env ?? {},
    stdin: stdin.end(options.input ?? ''),
    stdout: new Output(stdout),
    stderr: new Output(stderr),
    interruption: options.interruption ?? new Interruption(),
    uncaught: options.uncaught ?? new Promise(() => {}),
  });
  stdout.end();
  stderr.end();
  return { code, stdout: await printed[0], stderr: await printed[1] };
}
