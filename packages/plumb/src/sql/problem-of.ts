import { endOfToken, locationAt, MigrationProblem, type MigrationProblemCode } from '@pgplumb/migrate/sql';
import { Problem, type ProblemCode } from '../contract/problem.ts';
import { SqlProblem } from './sql-problem.ts';

/** What the package for migrations throws, as plumb tells it; anything else as it is. */
export function problemOf(error: unknown): unknown {
  if (!(error instanceof MigrationProblem)) return error;
  const { message, hint, sql } = error;
  const code = codes[error.code];
  if (sql !== null) {
    const { source, start, end, offset, sqlstate, detail, context } = sql;
    const location = locationAt(source, offset ?? start, offset === null ? end : endOfToken(source.text, offset));
    const fault = { message: sql.message, location, sqlstate, detail, hint: sql.hint, context, inner: null };
    // The message of a statement that failed only puts together what the fault says.
    const more = code === 'LOCKED' || code === 'HISTORY_DIFFERS' ? { message } : {};
    return new SqlProblem([{ fault, source }], { code, ...more, ...(hint === null ? {} : { hint }) });
  }
  return new Problem(code, message, { ...(hint === null ? {} : { hint }), cause: error });
}

/** What work in that package comes to, with plumb's problems. */
export async function orProblem<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    throw problemOf(error);
  }
}

const codes: Readonly<Record<MigrationProblemCode, ProblemCode>> = {
  FILE_NOT_FOUND: 'FILE_NOT_FOUND',
  NO_PERMISSION: 'NO_PERMISSION',
  DISK_FULL: 'DISK_FULL',
  FILE_INVALID: 'SQL_FAILED',
  USAGE: 'USAGE',
  HISTORY_DIFFERS: 'HISTORY_DIFFERS',
  SQL_FAILED: 'SQL_FAILED',
  LOCKED: 'LOCKED',
  LEASE_LOST: 'CONNECTION_LOST',
  READ_ONLY: 'SQL_FAILED',
  NOT_ALLOWED: 'SQL_FAILED',
  CONNECTION_LOST: 'CONNECTION_LOST',
  CLIENT_UNSUPPORTED: 'USAGE',
  INTERRUPTED: 'INTERRUPTED',
};
