import type { Client } from 'pg';
import type { TargetSession } from './connection-settings.ts';

type Wanted = Exclude<TargetSession, 'prefer-standby'>;

/** What to look for among the servers: first everywhere the one, then everywhere the other. */
export function sessionPasses(target: TargetSession): readonly Wanted[] {
  return target === 'prefer-standby' ? ['standby', 'any'] : [target];
}

/** Whether a server that took us is of the kind that `target_session_attrs` asks for. */
export async function isWanted(client: Client, wanted: Wanted): Promise<boolean> {
  if (wanted === 'any') return true;
  const { rows } = await client.query<{ standby: boolean; readOnly: boolean }>(`
    select pg_catalog.pg_is_in_recovery() as "standby",
           pg_catalog.current_setting('transaction_read_only') = 'on' as "readOnly"
  `);
  const [session] = rows;
  if (session === undefined) return false;
  switch (wanted) {
    case 'read-write':
      return !session.readOnly;
    case 'read-only':
      return session.readOnly;
    case 'primary':
      return !session.standby;
    case 'standby':
      return session.standby;
  }
}
