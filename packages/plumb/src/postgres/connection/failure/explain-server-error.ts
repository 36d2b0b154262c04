import type { DatabaseError } from 'pg';
import { Problem, type ProblemCode } from '../../../contract/problem.ts';
import type { Attempt } from '../attempt.ts';
import { opening } from './opening.ts';

interface Explanation {
  readonly code: ProblemCode;
  readonly what: string;
  readonly hint: string;
}

/** A refusal that the server, or a pooler in front of it, put into words. */
export function explainServerError(attempt: Attempt, error: DatabaseError): Problem {
  const { code, what, hint } = explain(attempt, error);
  return new Problem(code, `${opening(attempt)}: ${what}.`, { hint, cause: error });
}

function explain(attempt: Attempt, error: DatabaseError): Explanation {
  const said = error.message.replace(/[.!]?\s*$/, '');
  const { user, database } = attempt.settings;
  switch (error.code) {
    case '28P01':
      return wrongPassword(attempt);
    case '28000':
    case '42501':
      return { code: 'AUTH_FAILED', what: said, hint: loginHint(error.message, attempt) };
    case '3D000':
      return { code: 'DATABASE_MISSING', what: 'there is no such database', hint: createDatabase(database) };
    case '53300':
      return tooMany(said);
    case '57P03':
    case '57P01':
    case '57P02':
      return {
        code: 'CONNECTION_REFUSED',
        what: said,
        hint: 'The server is starting or stopping. Try again in a moment.',
      };
  }
  // PgBouncer and its relatives know few codes
  if (/no such database|database .* does not exist/i.test(said)) {
    return { code: 'DATABASE_MISSING', what: said, hint: createDatabase(database) };
  }
  if (/too many|no more connections/i.test(said)) return tooMany(said);
  if (/password|auth|no such user|user not found/i.test(said)) {
    return { code: 'AUTH_FAILED', what: said, hint: `Check the user "${user}" and the password.` };
  }
  return {
    code: 'CONNECTION_REFUSED',
    what: `the server said: ${said}`,
    hint: '`plumb config` shows every setting in use.',
  };
}

function wrongPassword({ endpoint: { server } }: Attempt): Explanation {
  const from = server.passwordFile === null ? '' : ` (it comes from ${server.passwordFile})`;
  return {
    code: 'AUTH_FAILED',
    what: `the server did not accept the user with this password${from}`,
    hint: 'Check user and password: `plumb config` shows where they come from. PostgreSQL says the same when there is no such user.',
  };
}

function loginHint(message: string, { protection, settings }: Attempt): string {
  if (/pg_hba\.conf/.test(message)) {
    const tls =
      protection === 'none'
        ? 'It may ask for TLS: try sslmode=verify-full. '
        : 'It may ask for no TLS from this address: try sslmode=disable. ';
    return `The server's pg_hba.conf has no line that lets this user in from here. ${/encryption|SSL/.test(message) ? tls : ''}Otherwise its administrator must add one.`;
  }
  if (/certificate/i.test(message)) return 'Give a client certificate with sslcert and its private key with sslkey.';
  if (/peer|ident/i.test(message)) {
    return 'The server wants the name of the system user here. Connect over TCP (host localhost) to log in by password.';
  }
  return `Check the user: \`plumb config\` shows where "${settings.user}" comes from.`;
}

function tooMany(said: string): Explanation {
  return {
    code: 'TOO_MANY_CONNECTIONS',
    what: said,
    hint: 'End connections that are idle (see pg_stat_activity), or raise max_connections or the limit of the role or database.',
  };
}

function createDatabase(database: string): string {
  return `Create it with: create database "${database.replaceAll('"', '""')}";`;
}
