import { type Client, DatabaseError } from 'pg';
import { Problem } from '../../contract/problem.ts';
import type { ProgressListener } from '../../contract/progress.ts';
import type { Statement } from '../../sql/split-statements.ts';
import { type SqlFault, serverFault } from '../../sql/sql-fault.ts';
import { type ReadRows, runStatement, type StatementResult } from './run-statement.ts';
import { BrokenConnection } from './streamed-query.ts';

export interface RunStatementsOptions {
  /** All or nothing, in one transaction. */
  readonly singleTransaction: boolean;
  /** For `$1`, `$2` … of a statement that is the only one. */
  readonly values: readonly string[];
  readonly read: ReadRows;
  readonly progress: ProgressListener;
  readonly signal: AbortSignal;
  readonly onWarning: (warning: string) => void;
}

export interface DoneStatement extends StatementResult {
  readonly statement: Statement;
}

export interface StatementsRun {
  readonly done: readonly DoneStatement[];
  readonly failure: StatementFailure | null;
}

export interface StatementFailure {
  readonly fault: SqlFault;
  readonly statement: Statement;
  /** How many statements stay done; others that were done are undone with their transaction. */
  readonly kept: number;
}

/** Runs statements one after another, up to the first error, and leaves no transaction open. */
export async function runStatements(
  client: Client,
  statements: readonly Statement[],
  { singleTransaction, values, read, progress, signal, onWarning }: RunStatementsOptions,
): Promise<StatementsRun> {
  const done: DoneStatement[] = [];
  let kept = 0;
  const run = async (statement: Statement, work: () => Promise<void>): Promise<StatementFailure | null> => {
    try {
      signal.throwIfAborted();
      await work();
      return null;
    } catch (error) {
      if (signal.aborted) throw interrupted(statement, kept, statements.length);
      const fault = faultOf(error, statement);
      await endTransaction(client);
      return { fault, statement, kept };
    }
  };
  for (const [index, statement] of statements.entries()) {
    progress({ message: `Running ${placeOf(statement)}`, done: done.length + 1, total: statements.length });
    const failure = await run(statement, async () => {
      if (index === 0 && singleTransaction) await runStatement(client, 'begin', read);
      done.push({ statement, ...(await runStatement(client, statement.text, read, values)) });
    });
    if (failure !== null) return { done, failure };
    if (client.getTransactionStatus() === 'I') kept = done.length;
  }
  const last = statements.at(-1);
  if (last === undefined || kept === done.length) return { done, failure: null };
  if (singleTransaction)
    return { done, failure: await run(last, async () => void (await runStatement(client, 'commit', read))) };
  await endTransaction(client);
  onWarning('The SQL began a transaction and did not commit it, so what it did there is undone. End it with COMMIT.');
  return { done, failure: null };
}

/** Throws what is not the fault of the SQL. */
function faultOf(error: unknown, statement: Statement): SqlFault {
  if (error instanceof DatabaseError) {
    const fault = serverFault(error, statement);
    return { ...fault, hint: fault.hint ?? hintFor(error) };
  }
  if (!(error instanceof BrokenConnection)) throw error;
  throw new Problem('CONNECTION_LOST', `The connection broke at ${placeOf(statement)}: ${error.message}`, {
    hint: 'Whether that statement was done is not known. Look before you run it again.',
    cause: error,
  });
}

function hintFor({ code, message }: DatabaseError): string | null {
  if (code === '25001')
    return 'It has to run outside of a transaction: without BEGIN, and without --single-transaction.';
  if (code === '57014' && message.includes('statement timeout')) return 'Give it more time with --timeout.';
  if (code === '42P02') return 'Give it a value with --param, one for each of $1, $2 …';
  return null;
}

/** An empty query brings the state after an error, which node-postgres learns only later. */
async function endTransaction(client: Client): Promise<void> {
  try {
    await client.query('');
    if (client.getTransactionStatus() !== 'I') await client.query('rollback');
  } catch {
    // The connection is gone, and the transaction with it.
  }
}

function interrupted(statement: Statement, kept: number, total: number): Problem {
  const before =
    kept === 0 ? 'Nothing was done before it.' : `${kept} of ${total} statements ${kept === 1 ? 'is' : 'are'} done.`;
  return new Problem('INTERRUPTED', `Interrupted at ${placeOf(statement)}. ${total === 1 ? '' : before}`.trimEnd());
}

function placeOf({ source, line }: Statement): string {
  return `${source.name}:${line}`;
}
