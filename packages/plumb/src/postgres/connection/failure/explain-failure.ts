import { DatabaseError } from 'pg';
import { errorMessage } from '../../../contract/error-message.ts';
import { Problem } from '../../../contract/problem.ts';
import { errorCode } from '../../error-code.ts';
import { type FailedAttempt, noPassword } from '../attempt.ts';
import { channelNotBound } from '../channel-binding.ts';
import { strangerOf } from '../first-answer.ts';
import { explainNetworkFailure } from './explain-network-failure.ts';
import { explainServerError } from './explain-server-error.ts';
import { explainTlsFailure } from './explain-tls-failure.ts';
import { opening } from './opening.ts';

/** Tells why an attempt failed, as a person needs it: where to, as whom, what happened, what to try. */
export function explainFailure(failed: FailedAttempt): Problem {
  const { attempt, contact, error } = failed;
  if (error instanceof Problem) return error;
  if (error === noPassword) {
    return new Problem('AUTH_FAILED', `${opening(attempt)}: the server asks for a password, and none was given.`, {
      hint: 'Put it into the connection URL, PGPASSWORD or a password file (~/.pgpass). `plumb config` shows what is set.',
    });
  }
  const stranger = strangerOf(contact, attempt.protection !== 'none');
  if (stranger !== null) {
    return new Problem('CONNECTION_LOST', `${opening(attempt)}: what answers there is ${stranger}.`, {
      hint: 'Check host and port: `plumb config` shows where they come from. PostgreSQL usually listens on port 5432.',
      cause: error,
    });
  }
  if (error instanceof DatabaseError) return explainServerError(attempt, error);
  return explainTlsFailure(failed) ?? explainHandshake(failed) ?? explainNetworkFailure(failed);
}

/** Failures of the login itself, which node-postgres tells without a code. */
function explainHandshake({ attempt, error }: FailedAttempt): Problem | null {
  const message = errorMessage(error);
  if (error === channelNotBound) {
    return new Problem('AUTH_FAILED', `${opening(attempt)}: ${message}.`, {
      hint: 'It needs TLS and a password stored as SCRAM. Otherwise take channel_binding=require away.',
    });
  }
  const [, unknownWay] = /^Unknown authenticationOk message type (\d+)/.exec(message) ?? [];
  if (unknownWay !== undefined) {
    const way = otherWays[unknownWay] ?? `way ${unknownWay}`;
    return new Problem(
      'AUTH_FAILED',
      `${opening(attempt)}: the server asks for a login by ${way}, which plumb does not speak.`,
      {
        hint: 'Let the user in by password (scram-sha-256) or client certificate in pg_hba.conf.',
        cause: error,
      },
    );
  }
  if (errorCode(error) !== null || !message.startsWith('SASL')) return null;
  return new Problem('AUTH_FAILED', `${opening(attempt)}: the login failed (${message}).`, { cause: error });
}

/** The protocol's numbers for logins. */
const otherWays: Readonly<Record<string, string>> = { '2': 'Kerberos', '7': 'GSSAPI', '9': 'SSPI' };
