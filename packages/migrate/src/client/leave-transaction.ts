import type { Session } from './session.ts';

/**
 * Rolls back a transaction that is still open, before others get the session. A ROLLBACK outside of one is a warning,
 * which some drivers print, so it asks first: outside a transaction, it begins with the statement.
 */
export async function leaveTransaction(session: Pick<Session, 'run'>): Promise<void> {
  try {
    const [row] = await session.run(
      'SELECT (pg_catalog.now() = pg_catalog.statement_timestamp())::pg_catalog.text AS outside',
    );
    if (row?.outside === 'true') return;
  } catch {
    // A transaction that failed takes nothing but its end.
  }
  await session.run('ROLLBACK');
}
