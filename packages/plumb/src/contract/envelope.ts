import type { Finding } from './finding.ts';
import type { ProblemCode } from './problem.ts';

/** What `--json` prints, once, on stdout, for every command. */
export interface Envelope<Data = unknown> {
  /** plumb's version. */
  readonly plumb: string;
  /** The command's words, such as `db start`. */
  readonly command: string;
  /** False when the answer is no (exit code 1) or the command could not run (exit code 2). */
  readonly ok: boolean;
  readonly data: Data | null;
  readonly findings: readonly Finding[];
  readonly error: EnvelopeError | null;
}

export interface EnvelopeError {
  readonly code: ProblemCode;
  readonly message: string;
  readonly hint: string | null;
}
