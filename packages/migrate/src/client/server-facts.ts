import { textOf } from './row.ts';
import type { Session } from './session.ts';

/** What the server says of itself and of this session. */
export interface ServerFacts {
  /** Of the version, such as 18. */
  readonly major: number;
  readonly pid: number;
  readonly database: string;
  readonly user: string;
  readonly readOnly: boolean;
  /** What SET ROLE made of the session before we came, or `none`. */
  readonly role: string;
  /** Time-outs that are off as it is. */
  readonly unlimited: ReadonlySet<string>;
  /** What was set in the session before we came. */
  readonly settings: readonly { readonly name: string; readonly value: string }[];
}

const timeouts = ['statement_timeout', 'idle_in_transaction_session_timeout', 'transaction_timeout'];

function nameWhenOff(name: string): string {
  return `CASE current_setting('${name}', true) WHEN '0' THEN '${name}' END`;
}

export async function readServerFacts(session: Session): Promise<ServerFacts> {
  const [row] =
    await session.run(`SELECT current_setting('server_version_num') AS version, pg_backend_pid()::text AS pid,
    current_database()::text AS database, current_user::text AS "user", current_setting('role') AS role,
    (pg_is_in_recovery() OR current_setting('transaction_read_only') = 'on')::text AS read_only,
    concat_ws(' ', ${timeouts.map(nameWhenOff).join(', ')}) AS unlimited,
    (SELECT coalesce(json_object_agg(s.name, current_setting(s.name)), '{}')::text
      FROM pg_settings s WHERE s.source = 'session') AS settings`);
  const settings: Readonly<Record<string, string>> = JSON.parse(textOf(row, 'settings') || '{}');
  return {
    major: Math.floor(Number(textOf(row, 'version')) / 10_000),
    pid: Number(textOf(row, 'pid')),
    database: textOf(row, 'database'),
    user: textOf(row, 'user'),
    readOnly: textOf(row, 'read_only') === 'true',
    role: textOf(row, 'role'),
    unlimited: new Set(textOf(row, 'unlimited').split(' ')),
    settings: Object.entries(settings).map(([name, value]) => ({ name, value })),
  };
}
