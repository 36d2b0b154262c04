import { maskUrl } from '../postgres/connection/mask-url.ts';
import type { PlacedFault, SqlProblem } from '../sql/sql-problem.ts';
import { renderCodeFrame } from './code-frame.ts';
import type { Look } from './look.ts';
import { renderHint } from './problem-text.ts';
import { renderProse } from './prose.ts';
import { withoutPasswords } from './sql-failure-text.ts';

const mostFrames = 5;

/** What PostgreSQL refuses, with the places in the SQL. */
export function renderSqlProblem(problem: SqlProblem, look: Look): string {
  const { faults, hint } = problem;
  const [{ fault }] = faults;
  const plain = (text: string): string => text;
  const message = problem.tellsMore ? problem.message : fault.message;
  return [
    renderProse('error: ', maskUrl(message), look.bad, look),
    ...faults.slice(0, mostFrames).map((placed) => frames(placed, look)),
    ...(fault.detail === null ? [] : [renderProse('detail: ', maskUrl(fault.detail), plain, look)]),
    ...(fault.context === null ? [] : [renderProse('in: ', maskUrl(fault.context), plain, look)]),
    ...(hint === null ? [] : [renderHint(maskUrl(hint), look)]),
    ...(fault.sqlstate === null ? [] : [renderProse('', `SQLSTATE ${fault.sqlstate}.`, plain, look)]),
  ].join('\n');
}

function frames({ fault: { location, inner }, source }: PlacedFault, look: Look): string {
  const outer = renderCodeFrame(location, withoutPasswords(source.text), look);
  return inner === null ? outer : `${outer}\n${renderCodeFrame(inner.location, withoutPasswords(inner.query), look)}`;
}
