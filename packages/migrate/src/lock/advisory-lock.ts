import { sessionsOf } from '../client/other-sessions.ts';
import { textOf } from '../client/row.ts';
import type { Session } from '../client/session.ts';
import type { MigrationEvent, OtherSession } from '../contract/events.ts';
import type { DeployerLock } from './deployer-lock.ts';
import { untilTaken } from './until-taken.ts';

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
  const take = async (): Promise<true | null> => {
    const [row] = await session.run(`SELECT pg_try_advisory_lock(${key.high}, ${key.low})::text AS taken`);
    return textOf(row, 'taken') === 'true' ? true : null;
  };
  await untilTaken(take, () => holder(session), tell, signal);
  return {
    fence: null,
    renewal: '',
    during: (work) => work(),
    async holdAgain() {
      // taken twice, it would have to be released twice
      return (await holder(session, 'l.pid = pg_backend_pid()')) !== null || (await take()) !== null;
    },
    async release() {
      await session.run(`SELECT pg_advisory_unlock(${key.high}, ${key.low});
        UPDATE plumb.migration_lease SET holder = holder`);
    },
  };
}

async function holder(session: Session, which = 'true'): Promise<OtherSession | null> {
  const [found = null] = await sessionsOf(
    session,
    `SELECT l.pid FROM pg_locks l WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 2
      AND l.database = (SELECT d.oid FROM pg_database d WHERE d.datname = current_database())
      AND l.classid = ${key.high} AND l.objid = ${key.low} AND ${which}`,
  );
  return found;
}
