import type { Problem } from '../contract/problem.ts';
import type { Look } from './look.ts';
import { renderProse } from './prose.ts';

/** What happened, and what to try next. */
export function renderProblem(problem: Problem, look: Look): string {
  const message = renderProse('error: ', problem.message, look.bad, look);
  return problem.hint === null ? message : `${message}\n${renderHint(problem.hint, look)}`;
}

export function renderHint(hint: string, look: Look): string {
  return renderProse('hint: ', hint, look.caution, look);
}
