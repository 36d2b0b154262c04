import type { OtherSession } from '../contract/events.ts';
import { textOf, textOrNull } from './row.ts';
import type { Session } from './session.ts';

/** Who holds what a process waits for. */
export function sessionsBlocking(session: Session, pid: number): Promise<readonly OtherSession[]> {
  return sessionsOf(session, `SELECT unnest(pg_blocking_pids(${pid}))`);
}

/** The sessions whose process is one of those that a query gives; without the right to see more, their numbers alone. */
export async function sessionsOf(session: Session, pids: string): Promise<readonly OtherSession[]> {
  const rows =
    await session.run(`SELECT DISTINCT a.pid::text, a.usename::text AS "user", a.application_name AS application,
      a.state, extract(epoch FROM clock_timestamp() - a.xact_start)::text AS seconds, left(a.query, 500) AS query
    FROM pg_stat_activity a WHERE a.pid IN (${pids}) ORDER BY 1`);
  return rows.map((row) => {
    const seconds = textOrNull(row, 'seconds');
    return {
      pid: Number(textOf(row, 'pid')),
      user: textOrNull(row, 'user'),
      application: textOrNull(row, 'application') || null,
      state: textOrNull(row, 'state'),
      transactionSeconds: seconds === null ? null : Number(seconds),
      query: textOrNull(row, 'query') || null,
    };
  });
}
