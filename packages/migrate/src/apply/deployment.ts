import type { ServerFacts } from '../client/server-facts.ts';
import type { Database, Session } from '../client/session.ts';
import type { MigrationEvent } from '../contract/events.ts';
import { MigrationProblem } from '../contract/problem.ts';
import type { DeployerLock } from '../lock/deployer-lock.ts';
import { mayChangeSession, mayLeaveTables } from '../sql/changes-session.ts';
import { literal } from '../sql/literal.ts';
import type { ApplySettings } from './settings.ts';

/** One deployer at work on one database, for as long as it holds the lock. */
export interface Deployment {
  readonly database: Database;
  readonly session: Session;
  readonly server: ServerFacts;
  readonly lock: DeployerLock;
  readonly settings: ApplySettings;
  readonly signal: AbortSignal | null;
  /** Who is at work, for the journal. */
  readonly by: string;
  tell(event: MigrationEvent): void;
}

/** One transaction, of which either all is there afterwards or nothing. */
export async function inTransaction<T>(deployment: Deployment, work: () => Promise<T>, record: string): Promise<T> {
  const { session, lock } = deployment;
  try {
    await beginTransaction(deployment);
    const result = await work();
    await session.run(`${record}${lock.renewal}COMMIT`);
    return result;
  } catch (error) {
    await session.run('ROLLBACK').catch(() => {});
    throw error;
  }
}

/** Commits what is journaled by itself. */
export function commitRecord(deployment: Deployment, record: string): Promise<void> {
  return inTransaction(deployment, async () => {}, record);
}

/**
 * Opens a transaction with its settings, and finds out whether the lock still holds. No commit but the last waits for the
 * disk: what a crash of the server takes with it is always the end of the history, work and journal together.
 */
export async function beginTransaction(deployment: Deployment): Promise<void> {
  const { session, lock } = deployment;
  const held = await session.run(`${transactionBegin(deployment)}${lock.fence ?? ''}`);
  if (lock.fence !== null && held.length === 0) throw lostLock();
}

/** SQL that opens a transaction with its settings. */
export function transactionBegin({ server, settings }: Deployment): string {
  const timeouts = timeoutsOf(server, settings.lockTimeout, settings.statementTimeout);
  return `BEGIN;${['synchronous_commit = off', ...timeouts].map((each) => `SET LOCAL ${each};`).join('')}`;
}

/** Settings that must not be the role's own, which are made for the application; without those that are as they must be. */
export function timeoutsOf(
  { major, unlimited }: ServerFacts,
  lock: number,
  statement: number | null,
): readonly string[] {
  const others = [
    ['statement_timeout', Math.ceil(statement ?? 0)],
    ['idle_in_transaction_session_timeout', 0],
    ...(major >= 17 ? [['transaction_timeout', 0] as const] : []),
  ] as const;
  const needed = others.filter(([name, value]) => value > 0 || !unlimited.has(name));
  return [['lock_timeout', Math.ceil(lock)] as const, ...needed].map(([name, value]) => `${name} = ${value}`);
}

/** SQL that puts the session back to what it was before us, as far as these statements may have changed it. */
export function restoration({ server, lock }: Deployment, statements: readonly string[]): string {
  // Behind a pooler it is one of many sessions, and what was set in the first is not theirs.
  const settings = lock.fence === null ? server.settings : [];
  const values = settings.map(({ name, value }) => `SELECT set_config(${literal(name)}, ${literal(value)}, false);`);
  const changed = statements.some(mayChangeSession) ? `RESET ALL;${values.join('')}${restoredRole(server.role)}` : '';
  return changed + (statements.some(mayLeaveTables) ? 'DISCARD TEMP;' : '');
}

/** Puts back who is at work, whoever a migration made of the session. */
export function restoredRole(role: string): string {
  return `RESET SESSION AUTHORIZATION;SELECT set_config('role', ${literal(role)}, false);`;
}

export function lostLock(): MigrationProblem {
  return new MigrationProblem(
    'LEASE_LOST',
    'Another deployer took over: this one was not heard of for too long, or its own SQL let go of the lock.',
    {
      hint: 'Nothing was lost: what this one began and did not finish was rolled back.',
    },
  );
}
