import { textOf, textOrNull } from '../client/row.ts';
import type { Database, Session } from '../client/session.ts';
import type { MigrationEvent, OtherSession } from '../contract/events.ts';
import { literal } from '../sql/literal.ts';
import type { DeployerLock } from './deployer-lock.ts';
import { untilTaken } from './until-taken.ts';

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
  const token = await untilTaken(
    () => takeToken(session, by),
    () => holder(session),
    tell,
    signal,
  );
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
    holdAgain: async () => true,
    async release() {
      await session.run(`UPDATE plumb.migration_lease
        SET held_until = CASE token WHEN ${token} THEN '-infinity' ELSE held_until END`);
    },
  };
}

async function takeToken(session: Session, by: string): Promise<string | null> {
  const [taken] = await session.run(`UPDATE plumb.migration_lease SET token = token + 1, holder = ${literal(by)},
      held_until = clock_timestamp() + interval '${seconds} s'
    WHERE held_until < clock_timestamp() RETURNING token::text`);
  return textOrNull(taken, 'token');
}

async function holder(session: Session): Promise<OtherSession> {
  const [row] = await session.run('SELECT holder FROM plumb.migration_lease');
  const nothing = { pid: 0, application: null, state: null, transactionSeconds: null, query: null };
  return { ...nothing, user: textOf(row, 'holder') };
}
