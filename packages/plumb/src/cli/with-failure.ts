import type { Finding } from '../contract/finding.ts';
import type { Problem } from '../contract/problem.ts';
import type { Look } from '../report/look.ts';
import type { CommandResult } from './command.ts';

/** An answer with what was done before a problem ended the rest; the text is for when none did. */
export function withFailure(
  data: unknown,
  { findings, failure }: { readonly findings: readonly Finding[]; readonly failure: Problem | null },
  text: (look: Look) => string,
): CommandResult {
  if (failure === null) return { data, findings, text };
  return { data, findings, text: () => '', failure: { problem: failure } };
}
