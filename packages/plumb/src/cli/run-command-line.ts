import type { Readable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { errorMessage } from '../contract/error-message.ts';
import { Problem } from '../contract/problem.ts';
import { plumbVersion } from '../contract/version.ts';
import { lookOf } from '../report/look.ts';
import { renderProblem } from '../report/problem-text.ts';
import type { CommandGroup, CommandResult } from './command.ts';
import type { Context } from './context.ts';
import { createContext, isSet } from './create-context.ts';
import { helpOf } from './help.ts';
import { renderHelp } from './help-text.ts';
import type { Interruption } from './interruption.ts';
import type { Output } from './output.ts';
import { parseCommandLine, type Request } from './parse-command-line.ts';
import { type Ending, type Paper, printAnswer } from './print-answer.ts';
import { ProgressLine } from './progress-line.ts';
import { toProblem } from './to-problem.ts';

/** What surrounds one run of plumb. */
export interface Surroundings {
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Output;
  readonly stderr: Output;
  readonly interruption: Interruption;
  /** Rejects with an error that nobody caught. */
  readonly uncaught: Promise<never>;
}

/** How long a command may take to clean up after Ctrl-C. */
const grace = 5000;

/** Runs one command line from its words to its exit code. Everything that was printed has left the process then. */
export async function runCommandLine(tree: CommandGroup, surroundings: Surroundings): Promise<number> {
  const { env, stdout, stderr, interruption } = surroundings;
  const request = await understood(tree, surroundings.args);
  const verbose = request.kind === 'run' && request.flags.verbose === true;
  const paper: Paper = {
    stdout,
    stderr,
    look: lookOf(stdout.stream, env, verbose),
    errorLook: lookOf(stderr.stream, env, verbose),
    json: request.json,
    debug: verbose || isSet(env.PLUMB_DEBUG),
  };
  const progress = new ProgressLine(stderr, paper.errorLook, stderr.stream.isTTY === true && env.TERM !== 'dumb');
  const context = createContext({
    ...surroundings,
    ...paper,
    signal: interruption.signal,
    configFile: request.kind === 'run' ? textOf(request.flags.config) : undefined,
    progress,
  });
  interruption.onSignal(() => progress.listener({ message: 'Stopping (Ctrl-C once more quits at once)' }));
  const ending = await endingOf(request, context, surroundings);
  progress.stop();
  if (interruption.readerIsGone) return 0;
  const exitCode = await flushed(paper, printAnswer(ending, paper));
  return interruption.exitCode ?? exitCode;
}

async function understood(tree: CommandGroup, args: readonly string[]): Promise<Request> {
  try {
    return await parseCommandLine(tree, args);
  } catch (error) {
    return { kind: 'problem', words: [], json: false, problem: toProblem(error) };
  }
}

async function endingOf(request: Request, context: Context, surroundings: Surroundings): Promise<Ending> {
  const command = request.words.join(' ');
  const { interruption, uncaught } = surroundings;
  try {
    const result = await Promise.race([answer(request, context), timeToCleanUp(interruption.signal), uncaught]);
    if (result.standsInterrupted !== true) interruption.signal.throwIfAborted();
    return { command, result };
  } catch (error) {
    const told = error instanceof Problem && error.code === 'INTERRUPTED';
    return { command, error: interruption.signal.aborted && !told ? interruption.signal.reason : error };
  }
}

async function answer(request: Request, context: Context): Promise<CommandResult> {
  switch (request.kind) {
    case 'run':
      return await request.command.run(context, request.flags, ...request.args);
    case 'help': {
      const help = helpOf(request.target, request.words);
      return { data: help, text: (look) => renderHelp(help, look) };
    }
    case 'version':
      return { data: { version: plumbVersion }, text: () => plumbVersion };
    case 'problem':
      throw request.problem;
  }
}

/** Rejects some time after an interruption, in case the command doesn't heed it. */
async function timeToCleanUp(signal: AbortSignal): Promise<never> {
  await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
  await setTimeout(grace, undefined, { ref: false });
  throw signal.reason;
}

/** The exit code, once all is printed; another when it could not be. */
async function flushed({ stdout, stderr, errorLook }: Paper, exitCode: number): Promise<number> {
  try {
    await Promise.all([stdout.flush(), stderr.flush()]);
    return exitCode;
  } catch (error) {
    const full = error instanceof Error && 'code' in error && error.code === 'ENOSPC';
    const problem = new Problem(
      full ? 'DISK_FULL' : 'INTERNAL',
      `The output could not be written: ${errorMessage(error)}.`,
    );
    await stderr.write(`${renderProblem(problem, errorLook)}\n`);
    return 2;
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
