import { serverErrorOf } from '../client/server-error.ts';
import type { PlacedStatement } from '../sql/statements.ts';
import { type Deployment, inTransaction } from './deployment.ts';
import { retry, StatementError } from './retry.ts';
import { runBackfillUnit } from './run-backfill-unit.ts';
import { runOutside } from './run-outside.ts';
import type { Unit } from './unit.ts';
import { watched } from './watch.ts';

/** A unit of a migration, and what is known of it. */
export interface UnitAtWork {
  readonly version: string;
  readonly unit: Unit;
  /** What the journal holds of it from an attempt that was cut off; null where there was none. */
  readonly memory: string | null;
  /** Statements that set the session up as the units before left it. */
  readonly settings: readonly string[];
  /** SQL that journals that the migration is under way; empty where it is already. */
  readonly opening: string;
  /** SQL that journals the unit as done, and perhaps the migration with it. */
  readonly record: string;
  /** Objects that are missing needn't be removed: the migration was never applied to its end. */
  readonly lenient: boolean;
}

/** Runs one unit; it is in the journal when this returns. */
export async function runUnit(deployment: Deployment, work: UnitAtWork): Promise<void> {
  const { unit } = work;
  if (unit.mode === 'backfill') await runBackfillUnit(deployment, { ...work, unit });
  else if (unit.mode === 'together') await runTogether(deployment, work);
  else await runAlone(deployment, { ...work, unit });
}

async function runTogether(deployment: Deployment, work: UnitAtWork): Promise<void> {
  const { version, unit, settings } = work;
  await retry(deployment, version, () =>
    inTransaction(
      deployment,
      async () => {
        for (const sql of settings) await deployment.session.run(sql);
        for (const statement of unit.statements) await runStatement(deployment, work, statement);
      },
      `${cleanUp(deployment, work)}${work.opening}${work.record}`,
    ),
  );
}

/** The journal is written by who connected; and what was set must not stay in a session that a pooler gives to others. */
function cleanUp({ lock }: Deployment, { unit, settings }: UnitAtWork): string {
  const touches = [...settings, ...unit.statements.map(({ text }) => text)];
  if (lock.fence !== null && touches.some((text) => /^(?:set|reset)\b|\bset_config\b/i.test(text))) {
    return 'RESET SESSION AUTHORIZATION;RESET ALL;';
  }
  return touches.some((text) => /\b(?:role|authorization)\b/i.test(text))
    ? 'RESET SESSION AUTHORIZATION;RESET ROLE;'
    : '';
}

/** Tries a transaction first: PostgreSQL refuses what can't be in one before it does anything. */
async function runAlone(
  deployment: Deployment,
  work: UnitAtWork & { readonly unit: Unit & { readonly mode: 'alone' } },
): Promise<void> {
  if (work.memory === null) {
    try {
      await runTogether(deployment, work);
      return;
    } catch (error) {
      if (!wantsNoTransaction(error)) throw error;
    }
  }
  await runOutside(deployment, work);
}

/** 2D000: a procedure or block that commits by itself; what it did until then is rolled back. */
function wantsNoTransaction(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  return ['25001', '2D000'].includes(serverErrorOf(cause)?.sqlstate ?? '');
}

async function runStatement(deployment: Deployment, work: UnitAtWork, statement: PlacedStatement): Promise<void> {
  const { session, tell } = deployment;
  const { version, lenient } = work;
  const { text: sql } = statement;
  tell({ type: 'statement', version, sql });
  try {
    if (lenient) await session.run('SAVEPOINT plumb_statement');
    await watched(
      deployment,
      (by) => tell({ type: 'blocked', version, sql, by }),
      () => session.run(sql),
    );
  } catch (error) {
    if (!lenient || !isMissing(error)) throw new StatementError(statement, error);
    await session.run('ROLLBACK TO SAVEPOINT plumb_statement');
  }
}

/** The object that a statement is about isn't there. */
function isMissing(error: unknown): boolean {
  return ['42P01', '42703', '42704', '42883', '3F000'].includes(serverErrorOf(error)?.sqlstate ?? '');
}
