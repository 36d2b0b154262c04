import { serverErrorOf } from './server-error.ts';

/** With these the server says that it ends the session, or that it takes none now. */
const farewells = new Set([
  // admin_shutdown, crash_shutdown, cannot_connect_now, database_dropped, idle_session_timeout
  '57P01',
  '57P02',
  '57P03',
  '57P04',
  '57P05',
  // idle_in_transaction_session_timeout, transaction_timeout
  '25P03',
  '25P04',
]);

const socketCodes = new Set([
  'ECONNRESET',
  'ECONNREFUSED',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENETRESET',
  'ENOTCONN',
  'ERR_STREAM_DESTROYED',
  'ERR_STREAM_WRITE_AFTER_END',
  // postgres.js
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  'CONNECT_TIMEOUT',
]);

/** `pg` and PGlite have no codes for these. */
const messages =
  /^(?:Connection terminated|Client (?:was closed|has encountered a connection error)|timeout (?:expired|exceeded when trying to connect)|PGlite is clos|read ECONN|write E)/;

const wrappings = 5;

/** An error of ours for a session that is known to be gone before anything is sent. */
export class SessionLost extends Error {
  override readonly name = 'SessionLost';
  readonly code = 'CONNECTION_CLOSED';
}

/** Is the connection gone, or was none to be had, so that the statement's fate is unknown? */
export function isConnectionLost(error: unknown): boolean {
  const said = serverErrorOf(error);
  if (said !== null) return farewells.has(said.sqlstate) || said.sqlstate.startsWith('08');
  let current = error;
  for (let depth = 0; depth < wrappings && typeof current === 'object' && current !== null; depth++) {
    if ('code' in current && typeof current.code === 'string' && socketCodes.has(current.code)) return true;
    if ('message' in current && typeof current.message === 'string' && messages.test(current.message)) return true;
    current = 'cause' in current ? current.cause : null;
  }
  return false;
}
