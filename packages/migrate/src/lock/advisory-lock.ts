import { backOff, pause } from '../apply/pause.ts';
import { sessionsOf } from '../client/other-sessions.ts';
import { textOf } from '../client/row.ts';
import type { Session } from '../client/session.ts';
import type { MigrationEvent } from '../events.ts';
import type { DeployerLock } from './deployer-lock.ts';

/** Of each database, the one that means migrating it. */
const key = { high: 1_886_153_836, low: 1_835_625_332 };

/**
 * Asks again and again: a session that waits in `pg_advisory_lock` holds a snapshot, for which the CREATE INDEX
 * CONCURRENTLY of the one who has the lock would wait for ever.
 */
export async function takeAdvisoryLock(
  session: Session,
  tell: (event: MigrationEvent) => void,
  signal: AbortSignal | null,
): Promise<DeployerLock> {
  for (let attempt = 0; ; attempt += 1) {
    const [row] = await session.run(`SELECT pg_try_advisory_lock(${key.high}, ${key.low})::text AS taken`);
    if (textOf(row, 'taken') === 'true') break;
    if (attempt % 10 === 0) tell({ type: 'waiting', deployer: await holder(session) });
    await pause(Math.min(backOff(attempt), 1_000), signal);
  }
  return {
    fence: null,
    renewal: '',
    during: (work) => work(),
    async release() {
      await session.run(`SELECT pg_advisory_unlock(${key.high}, ${key.low})`);
    },
  };
}

async function holder(session: Session) {
  const [found = null] = await sessionsOf(
    session,
    `SELECT l.pid FROM pg_locks l WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 2
      AND l.database = (SELECT d.oid FROM pg_database d WHERE d.datname = current_database())
      AND l.classid = ${key.high} AND l.objid = ${key.low}`,
  );
  return found;
}
