import { backOff, pause } from '../apply/pause.ts';
import { textOf } from '../client/row.ts';
import type { Database, Session } from '../client/session.ts';
import type { MigrationEvent } from '../events.ts';
import { literal } from '../sql/literal.ts';
import type { DeployerLock } from './deployer-lock.ts';

const seconds = 30;

/**
 * Behind a pooler that hands out sessions by transaction, a row with a date of expiry is the lock. Whoever takes over
 * raises the token, and every transaction of the holder begins by updating the row with its own: it finds none when it
 * lost the lease, and nobody can take over as long as it holds that row.
 */
export async function takeLease(
  session: Session,
  database: Database,
  by: string,
  tell: (event: MigrationEvent) => void,
  signal: AbortSignal | null,
): Promise<DeployerLock> {
  const token = await takeToken(session, by, tell, signal);
  const renewal = `UPDATE plumb.migration_lease SET held_until = clock_timestamp() + interval '${seconds} s'
    WHERE token = ${token} RETURNING token::text;`;
  return {
    fence: renewal,
    renewal,
    async during(work) {
      const other = await database.openSecond();
      const beat = setInterval(() => other?.run(renewal).catch(() => {}), (seconds * 1_000) / 3);
      try {
        return await work();
      } finally {
        clearInterval(beat);
        await other?.close();
      }
    },
    async release() {
      await session.run(`UPDATE plumb.migration_lease SET held_until = '-infinity' WHERE token = ${token}`);
    },
  };
}

async function takeToken(
  session: Session,
  by: string,
  tell: (event: MigrationEvent) => void,
  signal: AbortSignal | null,
): Promise<string> {
  for (let attempt = 0; ; attempt += 1) {
    const [taken] = await session.run(`UPDATE plumb.migration_lease SET token = token + 1, holder = ${literal(by)},
        held_until = clock_timestamp() + interval '${seconds} s'
      WHERE held_until < clock_timestamp() RETURNING token::text`);
    if (taken !== undefined) return textOf(taken, 'token');
    if (attempt % 10 === 0) tell({ type: 'waiting', deployer: await holder(session) });
    await pause(Math.min(backOff(attempt), 1_000), signal);
  }
}

async function holder(session: Session) {
  const [row] = await session.run('SELECT holder FROM plumb.migration_lease');
  const nothing = { pid: 0, application: null, state: null, transactionSeconds: null, query: null };
  return { ...nothing, user: textOf(row, 'holder') };
}
