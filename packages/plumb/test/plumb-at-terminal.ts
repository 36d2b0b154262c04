import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { stripVTControlCharacters } from 'node:util';
import { app } from '../src/cli/app.ts';
import { Interruption } from '../src/cli/interruption.ts';
import { Output } from '../src/cli/output.ts';
import { runCommandLine } from '../src/cli/run-command-line.ts';

export interface AtTerminal {
  readonly code: number;
  /** What a person saw, besides stdout. */
  readonly shown: string;
  readonly stdout: string;
}

/** Runs a command line where streams are a terminal to whoever asks; keys are pressed when their question is shown. */
export async function plumbAtTerminal(
  args: readonly string[],
  answers: readonly (readonly [question: string, keys: string])[],
  { cwd, env = {} }: { readonly cwd: string; readonly env?: Readonly<Record<string, string | undefined>> },
): Promise<AtTerminal> {
  const stdin = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => stdin });
  const screen = Object.assign(new PassThrough(), { isTTY: true, columns: 80, rows: 24 });
  const stdout = new PassThrough();
  const printed = text(stdout);
  const waiting = [...answers];
  let shown = '';
  screen.on('data', (chunk) => {
    shown += stripVTControlCharacters(String(chunk));
    const [next] = waiting;
    if (next === undefined || !shown.includes(next[0])) return;
    waiting.shift();
    // A question listens for keys once it is drawn.
    setImmediate(() => stdin.write(next[1]));
  });
  const code = await runCommandLine(app, {
    args,
    cwd,
    env,
    stdin,
    stdout: new Output(stdout),
    stderr: new Output(screen),
    interruption: new Interruption(),
    uncaught: new Promise(() => {}),
  });
  stdout.end();
  return { code, shown, stdout: await printed };
}
