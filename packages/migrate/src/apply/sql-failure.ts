import { serverErrorOf } from '../client/server-error.ts';
import { MigrationProblem, type MigrationProblemCode } from '../contract/problem.ts';
import type { PlacedStatement } from '../sql/statements.ts';
import { locationText, offsetOfCharacter } from '../sql/text-position.ts';

/** An error of the server at a statement of a migration, told with its place in the file; anything else as it is. */
export function sqlFailure(error: unknown, statement: PlacedStatement, hint?: string): unknown {
  const server = serverErrorOf(error);
  if (server === null) return error;
  const { source, start, end, text } = statement;
  const inStatement = server.position !== null && server.internalQuery === null;
  const offset = inStatement ? start + offsetOfCharacter(text, (server.position ?? 1) - 1) : null;
  const failure = {
    source,
    start,
    end,
    offset,
    message: server.message,
    sqlstate: server.sqlstate,
    detail: server.detail,
    hint: server.hint,
    context: server.where,
  };
  const place = `${locationText(source, offset ?? start)}, SQLSTATE ${server.sqlstate}`;
  const todo = hint ?? hintOf(server.sqlstate) ?? server.hint;
  const detail = server.detail === null ? '' : ` ${server.detail}`;
  return new MigrationProblem(codeOf(server.sqlstate), `${server.message} (${place}).${detail}`, {
    ...(todo === null ? {} : { hint: todo }),
    cause: error,
    sql: failure,
  });
}

/** An error of the server beside the statements of migrations: at what it remembers of them, or at the lock. */
export function journalFailure(error: unknown): unknown {
  const server = error instanceof MigrationProblem ? null : serverErrorOf(error);
  if (server === null) return error;
  const hint = journalHints.get(server.sqlstate) ?? hintOf(server.sqlstate) ?? server.hint;
  return new MigrationProblem(
    codeOf(server.sqlstate),
    `What the database remembers of its migrations can’t be reached: ${server.message} (SQLSTATE ${server.sqlstate}).`,
    { ...(hint === null ? {} : { hint }), cause: error },
  );
}

const gone =
  'It lies in the schema plumb, which a migration must not drop. If one does, take that out of it; if the schema was dropped by hand, `plumb baseline --to …` journals what is applied.';

/** By SQLSTATE: insufficient_privilege, undefined_table, invalid_schema_name. */
const journalHints: ReadonlyMap<string, string> = new Map([
  [
    '42501',
    'The role that migrates makes the schema plumb, for which it needs CREATE on the database. Where another role made it: `GRANT USAGE, CREATE ON SCHEMA plumb TO …; GRANT ALL ON ALL TABLES IN SCHEMA plumb TO …`. To look at it, USAGE and SELECT are enough.',
  ],
  ['42P01', gone],
  ['3F000', gone],
]);

function codeOf(sqlstate: string | null): MigrationProblemCode {
  if (sqlstate === '42501') return 'NOT_ALLOWED';
  if (sqlstate === '25006') return 'READ_ONLY';
  return 'SQL_FAILED';
}

/** Of schemas, tables, columns, functions, and of all else. */
const thereAlready = new Set(['42P06', '42P07', '42701', '42723', '42710']);

function hintOf(sqlstate: string | null): string | null {
  if (sqlstate === '25001') {
    return 'Put it into a section of its own that begins with `-- plumb:up no-transaction` (or `-- plumb:down no-transaction`).';
  }
  if (sqlstate === '2D000') {
    return 'A procedure or block that commits can only be the one statement of a section, or stand in one that begins with `-- plumb:up no-transaction`.';
  }
  if (sqlstate === '55P04') {
    return 'Put the ALTER TYPE into a section of its own above, under a second `-- plumb:up`: a new value can be used when it is committed.';
  }
  if (sqlstate === '53100')
    return 'The server’s disk is full. Make room and run the same command again: it goes on where it stopped.';
  if (thereAlready.has(sqlstate ?? '')) {
    return 'If the database has what this migration does from elsewhere (another tool, a dump, by hand), `plumb baseline` counts it as applied without running it.';
  }
  return null;
}
