import { errorMessage } from '../contract/error-message.ts';
import { Problem } from '../contract/problem.ts';
import { maskUrl } from '../postgres/connection/mask-url.ts';

/** Whatever was thrown, as a problem that can be told: what was not expected is plumb's fault. */
export function toProblem(error: unknown): Problem {
  if (error instanceof Problem) {
    const hint = error.hint === null ? {} : { hint: maskUrl(error.hint) };
    return new Problem(error.code, maskUrl(error.message), { ...hint, cause: error });
  }
  const what = errorMessage(error);
  return new Problem('INTERNAL', `plumb failed in a way that it should not: ${maskUrl(what)}`, {
    hint: 'This is a mistake in plumb, not yours. Please report it (`npm bugs pgplumb`) with what the same command prints when PLUMB_DEBUG=1 is set.',
    cause: error,
  });
}

/** The stack of an unexpected error, and of what caused it. */
export function stackOf(problem: Problem): string {
  const stacks: string[] = [];
  for (let error = problem.cause; error instanceof Error && stacks.length < 5; error = error.cause) {
    stacks.push(error.stack ?? error.message);
  }
  return maskUrl(stacks.join('\ncaused by '));
}
