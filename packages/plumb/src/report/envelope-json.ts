import type { Envelope } from '../contract/envelope.ts';
import type { Finding } from '../contract/finding.ts';
import type { Problem } from '../contract/problem.ts';
import { plumbVersion } from '../contract/version.ts';

export interface Answer {
  /** The command's words, such as `db start`. */
  readonly command: string;
  readonly ok: boolean;
  readonly data: unknown;
  readonly findings: readonly Finding[];
  readonly problem: Problem | null;
}

/** What `--json` prints: one line for programs, indented for a person at a terminal. */
export function renderEnvelope({ command, ok, data, findings, problem }: Answer, indented: boolean): string {
  const envelope: Envelope = {
    plumb: plumbVersion,
    command,
    ok,
    data: data ?? null,
    findings,
    error: problem === null ? null : { code: problem.code, message: problem.message, hint: problem.hint },
  };
  return JSON.stringify(envelope, undefined, indented ? 2 : undefined);
}
