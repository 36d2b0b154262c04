import type { Location } from '../contract/finding.ts';
import { renderCodeFrame, renderPlace } from './code-frame.ts';
import type { Look } from './look.ts';
import { renderHint } from './problem-text.ts';
import { renderProse } from './prose.ts';
import { counted, formatCount } from './units.ts';

export interface ShownFailure {
  readonly message: string;
  readonly location: Location;
  readonly source: { readonly text: string };
  readonly sqlstate: string | null;
  readonly detail: string | null;
  readonly hint: string | null;
  readonly context: string | null;
  readonly inner: { readonly query: string; readonly location: Location } | null;
  readonly kept: number;
  readonly undone: number;
}

/** What PostgreSQL says, the place in the SQL, and what became of the statements before it. */
export function renderSqlFailure(failure: ShownFailure, statements: number, look: Look): string {
  const { message, location, source, detail, hint, context, inner, sqlstate } = failure;
  const plain = (text: string): string => text;
  return [
    renderProse('error: ', message, look.bad, look),
    renderCodeFrame(location, withoutPasswords(source.text), look),
    ...(inner === null ? [] : [renderCodeFrame(inner.location, withoutPasswords(inner.query), look)]),
    ...(detail === null ? [] : [renderProse('detail: ', detail, plain, look)]),
    ...(context === null ? [] : [renderProse('in: ', context, plain, look)]),
    ...(hint === null ? [] : [renderHint(hint, look)]),
    renderProse(
      '',
      [sqlstate === null ? '' : `SQLSTATE ${sqlstate}.`, renderDone(failure, statements)].join(' ').trim(),
      plain,
      look,
    ),
  ]
    .filter((part) => part !== '')
    .join('\n');
}

/** The same in one sentence. */
export function sqlFailureMessage({ message, location, sqlstate }: ShownFailure): string {
  return `${message} (${renderPlace(location)}${sqlstate === null ? '' : `, SQLSTATE ${sqlstate}`})`;
}

/** What became of the statements before the one that failed. */
export function renderDone({ kept, undone }: Pick<ShownFailure, 'kept' | 'undone'>, statements: number): string {
  if (statements <= 1) return '';
  if (kept + undone === 0) return `None of the ${formatCount(statements)} statements is done.`;
  const stay = `${formatCount(kept)} of ${counted(statements, 'statement')} ${kept === 1 ? 'is' : 'are'} done and stay${kept === 1 ? 's' : ''}`;
  const gone = `${counted(undone, 'statement')} ${undone === 1 ? 'is' : 'are'} undone with the transaction`;
  return `${[...(kept > 0 ? [stay] : []), ...(undone > 0 ? [gone] : [])].join('; ')}.`;
}

/** Stars of the same length, so that marks stay in their place. */
export function withoutPasswords(sql: string): string {
  return sql.replaceAll(
    /(\bpassword\s+(?:e|u&)?')((?:[^']|'')*)/gi,
    (_all, before: string, secret: string) => before + secret.replaceAll(/[^\r\n]/g, '*'),
  );
}
