import { MigrationProblem } from '../contract/problem.ts';
import type { SqlPart } from './statements.ts';
import { locationText } from './text-position.ts';

/** What is wrong at a place of a file, found before PostgreSQL sees it. */
export function fileInvalid({ source, start, end }: SqlPart, message: string, hint: string): MigrationProblem {
  const nothing = { offset: null, sqlstate: null, detail: null, context: null };
  return new MigrationProblem('FILE_INVALID', `${message} (${locationText(source, start)})`, {
    hint,
    sql: { source, start, end, message, hint, ...nothing },
  });
}
