import type { Readable, Writable } from 'node:stream';
import type { ProgressListener } from '../contract/progress.ts';
import type { Look } from '../report/look.ts';

/** What a command is given to work with, apart from its own flags and arguments. */
export interface Context {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: StandardInput;
  /** The look of stdout. */
  readonly look: Look;
  /** True with `--json`: nothing but the envelope may go to stdout. */
  readonly json: boolean;
  /** The value of `--config`. */
  readonly configFile: string | undefined;
  /** True when a person sits at a terminal and can be asked. */
  readonly interactive: boolean;
  /** Where questions are asked, so that stdout stays clean. */
  readonly questions: { readonly input: Readable; readonly output: Writable };
  /** Takes progress away from the screen before a question is asked. */
  pauseProgress(): void;
  /** Aborted by Ctrl-C; the command then cleans up and throws. */
  readonly signal: AbortSignal;
  readonly progress: ProgressListener;
  /** A line on stderr that tells of something unwanted which doesn't stop the work. */
  warn(message: string): void;
  /** A line on stderr, as it is. */
  note(message: string): void;
  /** Straight to stdout, for output too long to hold; resolves when the reader keeps up. Never with `--json`. */
  write(chunk: string): Promise<void>;
}

export interface StandardInput {
  readonly isTTY: boolean;
  /** All of it. */
  bytes(): Promise<Uint8Array>;
}
