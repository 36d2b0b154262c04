import { serverErrorOf } from '../client/server-error.ts';
import type { Unit } from '../files/unit.ts';
import { isRefusedInTransaction } from '../sql/refuses-transaction.ts';
import type { Deployment } from './deployment.ts';
import { runTogether } from './run-together.ts';

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
  /** SQL that does both at once, for a unit that is all of its migration; null where it isn't. */
  readonly whole: string | null;
  /** Objects that are missing needn't be removed: the migration was never applied to its end. */
  readonly lenient: boolean;
}

/** Runs one unit; it is in the journal when this returns. What few migrations need is loaded with the first that does. */
export async function runUnit(deployment: Deployment, work: UnitAtWork): Promise<void> {
  const { unit } = work;
  if (unit.mode === 'backfill') {
    const { runBackfillUnit } = await import('./run-backfill-unit.ts');
    await runBackfillUnit(deployment, { ...work, unit });
  } else if (unit.mode === 'together') await runTogether(deployment, work);
  else await runAlone(deployment, { ...work, unit });
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
  const { runOutside } = await import('./run-outside.ts');
  await runOutside(deployment, work);
}

/** What a procedure or block did until it wanted to commit is rolled back. */
function wantsNoTransaction(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  return isRefusedInTransaction(serverErrorOf(cause)?.sqlstate ?? null);
}
