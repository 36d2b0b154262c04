import { DatabaseError } from 'pg';
import { errorMessage } from '../../contract/error-message.ts';
import type { StageDatabase } from './stage-database.ts';

/** Whether the session is gone, and the server not. */
export async function hasEnded({ client, connect }: StageDatabase): Promise<boolean> {
  const answers = await client.query('SELECT').then(
    () => true,
    (error: unknown) => error instanceof DatabaseError,
  );
  if (answers) return false;
  const other = await connect().catch(() => null);
  await other?.end();
  return other !== null;
}

/** As PostgreSQL says it of a session that an administrator ends. */
export function endedBy(error: unknown): DatabaseError {
  const message = `The session was ended: ${errorMessage(error)}`.replace(/\.$/, '');
  return Object.assign(new DatabaseError(message, 0, 'error'), { code: '57P01' });
}
