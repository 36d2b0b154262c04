import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { maskUrl } from '../postgres/connection/mask-url.ts';
import type { Look } from '../report/look.ts';
import { renderProse } from '../report/prose.ts';
import type { Context } from './context.ts';
import type { Output } from './output.ts';
import type { ProgressLine } from './progress-line.ts';

type Environment = Readonly<Record<string, string | undefined>>;

interface Parts {
  readonly cwd: string;
  readonly env: Environment;
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Output;
  readonly stderr: Output;
  readonly signal: AbortSignal;
  readonly look: Look;
  readonly errorLook: Look;
  readonly json: boolean;
  readonly configFile: string | undefined;
  readonly progress: ProgressLine;
}

export function createContext(parts: Parts): Context {
  const { cwd, env, stdin, stdout, stderr, signal, look, errorLook, json, configFile, progress } = parts;
  const note = (message: string): void => {
    progress.clear();
    void stderr.write(`${maskUrl(message)}\n`);
  };
  const terminal = stdin.isTTY === true && stderr.stream.isTTY === true && env.TERM !== 'dumb';
  return {
    cwd,
    env,
    stdin: { isTTY: stdin.isTTY === true, bytes: () => Promise.race([buffer(stdin), rejectionOf(signal)]) },
    look,
    json,
    configFile,
    interactive: terminal && !json && !isSet(env.CI),
    questions: { input: stdin, output: stderr.stream },
    pauseProgress: () => progress.pause(),
    signal,
    progress: progress.listener,
    warn: (message) => note(renderProse('warning: ', message, errorLook.caution, errorLook)),
    note,
    write: async (chunk) => {
      progress.clear();
      await stdout.write(chunk);
    },
  };
}

function rejectionOf(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

export function isSet(value: string | undefined): boolean {
  return value !== undefined && !['', '0', 'false'].includes(value);
}
