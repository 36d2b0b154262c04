import { leaveTransaction } from '../client/leave-transaction.ts';
import { serverErrorOf, withPositionShifted } from '../client/server-error.ts';
import type { PlacedStatement } from '../sql/statements.ts';
import { type Deployment, inTransaction, restoration, restoredRole, transactionBegin } from './deployment.ts';
import { retry, StatementError } from './retry.ts';
import type { UnitAtWork } from './run-unit.ts';
import { watched } from './watch.ts';

/** Runs a unit in one transaction, with its record. */
export async function runTogether(deployment: Deployment, work: UnitAtWork): Promise<void> {
  const isPlain = deployment.lock.fence === null && !work.lenient;
  await retry(deployment, work.version, async () => {
    if (isPlain && (await inFewMessages(deployment, work))) return;
    await inTransaction(
      deployment,
      async () => {
        for (const sql of work.settings) await deployment.session.run(sql);
        for (const statement of work.unit.statements) await runStatement(deployment, work, statement);
        await checkDeferred(deployment, work);
      },
      cleanUp(deployment, work) + recordOf(work),
    );
  });
}

/**
 * Each statement is a message to the server, and the first bears the transaction's beginning, the last the journal and the
 * COMMIT. False where an error may be the one's or the other's: nothing was done, and each by itself will tell.
 */
async function inFewMessages(deployment: Deployment, work: UnitAtWork): Promise<boolean> {
  const { statements } = work.unit;
  try {
    for (const [index, statement] of statements.entries()) {
      const before = index === 0 ? `${transactionBegin(deployment)}\n` : '';
      // The statement may end in a comment.
      const isLast = index === statements.length - 1;
      const after = isLast ? `\n;${cleanUp(deployment, work)}${work.whole ?? recordOf(work)}COMMIT` : '';
      await send(deployment, work, statement, before, after);
    }
    return true;
  } catch (error) {
    // A syntax error comes before the transaction's beginning, however far behind it stands.
    await leaveTransaction(deployment.session).catch(() => {});
    if (error instanceof StatementError && isUncertain(error)) return false;
    throw error;
  }
}

async function send(
  deployment: Deployment,
  { version }: UnitAtWork,
  statement: PlacedStatement,
  before: string,
  after: string,
): Promise<void> {
  const { session, tell } = deployment;
  const { text: sql } = statement;
  tell({ type: 'statement', version, sql });
  try {
    await watched(
      deployment,
      (by) => tell({ type: 'blocked', version, sql, by }),
      () => session.run(before + sql + after),
    );
  } catch (error) {
    throw new StatementError(statement, withPositionShifted(error, -before.length));
  }
}

/** Most errors of the journal are those of its rights, and those that name its place. */
function isUncertain({ statement, cause }: StatementError): boolean {
  const server = serverErrorOf(cause);
  if (server === null) return false;
  const { sqlstate, position, internalQuery, schema } = server;
  const isOutside =
    position !== null && internalQuery === null && (position < 1 || position > Array.from(statement.text).length);
  return isOutside || schema === 'plumb' || ['42601', '42501', '25006'].includes(sqlstate) || violates(sqlstate);
}

/** A constraint, which may be one that is only looked at when all is committed. */
function violates(sqlstate: string): boolean {
  return sqlstate.startsWith('23');
}

/** Where a deferred constraint is broken, no statement says so, but the end of all of them. */
async function checkDeferred({ session }: Deployment, { unit }: UnitAtWork): Promise<void> {
  try {
    await session.run('SET CONSTRAINTS ALL IMMEDIATE');
  } catch (error) {
    const [first, last] = [unit.statements[0], unit.statements.at(-1)];
    if (first === undefined || last === undefined) throw error;
    const text = first.source.text.slice(first.start, last.end);
    throw new StatementError({ ...first, end: last.end, text }, error);
  }
}

function recordOf({ opening, record }: UnitAtWork): string {
  return opening + record;
}

/** The journal is written by who connected; and what was set must not stay in a session that a pooler gives to others. */
function cleanUp(deployment: Deployment, { unit, settings }: UnitAtWork): string {
  const touches = [...settings, ...unit.statements.map(({ text }) => text)];
  const restored = deployment.lock.fence === null ? '' : restoration(deployment, touches);
  if (restored !== '') return restored;
  return touches.some((text) => /\b(?:role|authorization)\b/i.test(text)) ? restoredRole(deployment.server.role) : '';
}

async function runStatement(deployment: Deployment, work: UnitAtWork, statement: PlacedStatement): Promise<void> {
  const { session } = deployment;
  const { lenient } = work;
  try {
    if (lenient) await session.run('SAVEPOINT plumb_statement');
    await send(deployment, work, statement, '', '');
  } catch (error) {
    if (!lenient || !(error instanceof StatementError) || !isMissing(error.cause)) throw error;
    await session.run('ROLLBACK TO SAVEPOINT plumb_statement');
  }
}

/** The object that a statement is about isn't there. */
function isMissing(error: unknown): boolean {
  return ['42P01', '42703', '42704', '42883', '3F000'].includes(serverErrorOf(error)?.sqlstate ?? '');
}
