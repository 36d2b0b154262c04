import { serverErrorOf } from '../client/server-error.ts';
import { MigrationProblem } from '../contract/problem.ts';
import { backOff, pause, stopIfAsked } from '../lock/pause.ts';
import type { PlacedStatement } from '../sql/statements.ts';
import type { Deployment } from './deployment.ts';
import { sqlFailure } from './sql-failure.ts';

/** An error at one statement of a unit. */
export class StatementError extends Error {
  readonly statement: PlacedStatement;

  constructor(statement: PlacedStatement, cause: unknown) {
    super('A statement failed', { cause });
    this.statement = statement;
  }
}

/** Does work that leaves nothing behind when it fails, and does it again where it only had to give way to others. */
export async function retry<T>(deployment: Deployment, version: string, work: () => Promise<T>): Promise<T> {
  const { settings, signal, tell } = deployment;
  const end = Date.now() + settings.lockBudget;
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      stopIfAsked(signal);
      const cause = error instanceof StatementError ? error.cause : error;
      const reason = gaveWay(cause);
      if (reason === null) throw error instanceof StatementError ? sqlFailure(cause, error.statement) : error;
      const milliseconds = backOff(attempt);
      if (Date.now() + milliseconds > end) throw neverFree(error, reason, settings.lockBudget);
      tell({ type: 'retry', version, reason, milliseconds });
      await pause(milliseconds, signal);
    }
  }
}

/** Why a statement has to be tried again, if that is all that is wrong. */
function gaveWay(error: unknown): string | null {
  const server = serverErrorOf(error);
  switch (server?.sqlstate) {
    case '55P03':
      return 'the lock was not free in time';
    case '40P01':
      return 'it was in a deadlock with another session';
    case '40001':
      return 'it conflicted with another transaction';
    case 'XX000':
      return /tuple concurrently (?:updated|deleted)/.test(server.message)
        ? 'another session changed the same object'
        : null;
    default:
      return null;
  }
}

function neverFree(error: unknown, reason: string, budget: number): unknown {
  const minutes = Math.round(budget / 6_000) / 10;
  const hint =
    'Find out who holds it (`plumb up` shows the sessions while it waits), end or wait for that, and run the same command again.';
  if (!(error instanceof StatementError)) return error;
  const failure = sqlFailure(error.cause, error.statement, hint);
  const sql = failure instanceof MigrationProblem ? failure.sql : null;
  return new MigrationProblem('LOCKED', `Tried for ${minutes} minutes, but ${reason}.`, {
    hint,
    cause: error.cause,
    ...(sql === null ? {} : { sql }),
  });
}
