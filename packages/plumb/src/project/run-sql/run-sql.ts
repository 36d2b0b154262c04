import type { Client } from 'pg';
import { Problem } from '../../contract/problem.ts';
import type { SqlSource } from '../../sql/source.ts';
import { type Split, type Statement, splitStatements } from '../../sql/split-statements.ts';
import type { SqlFault } from '../../sql/sql-fault.ts';
import { syntaxFaultOnServer } from './check-on-server.ts';
import { copyFault, syntaxFault, transactionFault } from './foresee.ts';
import type { StatementResult } from './run-statement.ts';
import { type RunStatementsOptions, runStatements } from './run-statements.ts';
import { type SessionOptions, withSession } from './sql-session.ts';
import { type NamedColumn, nameTypes } from './type-names.ts';

export interface RunSqlOptions extends SessionOptions, RunStatementsOptions {
  readonly sources: readonly SqlSource[];
}

export interface SqlRun {
  /** How many statements there are. */
  readonly statements: number;
  readonly results: readonly SqlResult[];
  readonly failure: SqlFailure | null;
  readonly milliseconds: number;
}

export interface SqlResult extends StatementResult {
  readonly columns: readonly NamedColumn[];
  readonly file: string;
  readonly line: number;
}

export interface SqlFailure extends SqlFault {
  readonly source: SqlSource;
  /** How many of the statements before it stay done. */
  readonly kept: number;
  /** How many of the statements before it are undone with their transaction. */
  readonly undone: number;
}

type Outcome = Pick<SqlRun, 'results' | 'failure'>;

/**
 * Runs SQL as psql does with ON_ERROR_STOP: one statement after another, each in a transaction of its own unless the SQL
 * says BEGIN, up to the first error. What can be known to fail is told before anything is run.
 */
export async function runSql(options: RunSqlOptions): Promise<SqlRun> {
  const start = performance.now();
  const splits = await Promise.all(options.sources.map(splitStatements));
  const statements = splits.flatMap((split) => split.statements ?? []);
  const failure = foresee(splits, statements, options.singleTransaction);
  if (options.values.length > 0 && statements.length > 1) {
    throw new Problem('USAGE', `Parameters are for one statement, and there are ${statements.length}.`, {
      hint: 'Run the statement that has $1 by itself.',
    });
  }
  const idle = failure !== null || statements.length === 0;
  const outcome = idle
    ? { results: [], failure }
    : await withSession(options, (client) => runOn(client, statements, options));
  return { statements: statements.length, milliseconds: performance.now() - start, ...outcome };
}

function foresee(splits: readonly Split[], statements: readonly Statement[], single: boolean): SqlFailure | null {
  for (const split of splits) {
    if (split.statements === null) return nothingDone(syntaxFault(split.fault), split.fault.source);
  }
  for (const statement of statements) {
    const fault = copyFault(statement) ?? (single ? transactionFault(statement) : null);
    if (fault !== null) return nothingDone(fault, statement.source);
  }
  return null;
}

async function runOn(client: Client, statements: readonly Statement[], options: RunSqlOptions): Promise<Outcome> {
  const refused = await refusedByServer(client, statements);
  if (refused !== null) return { results: [], failure: refused };
  const { done, failure } = await runStatements(client, statements, options);
  const named = await nameTypes(
    client,
    done.flatMap(({ columns }) => columns),
  );
  const results = done.map(({ statement: { source, line }, command, rowCount, columns }) => ({
    file: source.name,
    line,
    command,
    rowCount,
    columns: columns.map(named),
  }));
  if (failure === null) return { results, failure };
  const { fault, statement, kept } = failure;
  return { results, failure: { ...fault, source: statement.source, kept, undone: done.length - kept } };
}

/** Where our parser refuses a statement, the server decides: it may be newer. */
async function refusedByServer(client: Client, statements: readonly Statement[]): Promise<SqlFailure | null> {
  for (const statement of statements.filter(({ tree }) => tree === null)) {
    const fault = await syntaxFaultOnServer(client, statement);
    if (fault !== null) return nothingDone(syntaxFault(fault), fault.source);
  }
  return null;
}

function nothingDone(fault: SqlFault, source: SqlSource): SqlFailure {
  return { ...fault, source, kept: 0, undone: 0 };
}
