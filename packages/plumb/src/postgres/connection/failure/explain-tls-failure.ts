import { Problem } from '../../../contract/problem.ts';
import { errorCode } from '../../error-code.ts';
import type { Attempt, FailedAttempt } from '../attempt.ts';
import { verificationFailure } from '../tls/tls-state.ts';
import { opening } from './opening.ts';

/** Null when the failure was not one of TLS. */
export function explainTlsFailure({ attempt, error }: FailedAttempt): Problem | null {
  const message = error instanceof Error ? error.message : '';
  if (message === 'The server does not support SSL connections') return notOffered(attempt, error);
  const unverified = verificationFailure(error);
  if (unverified !== null) return notVerified(attempt, unverified, error);
  if (/^(ERR_SSL|ERR_TLS|ERR_OSSL|EPROTO|CERT_|UNABLE_TO_|CRL_|INVALID_|PATH_LENGTH)/.test(errorCode(error) ?? '')) {
    return new Problem('TLS_FAILED', `${opening(attempt)}: TLS failed (${reasonIn(message)}).`, {
      hint: 'If the server asks for a client certificate, check sslcert and sslkey. Its own log says more.',
      cause: error,
    });
  }
  return null;
}

function notOffered(attempt: Attempt, error: unknown): Problem {
  const automatic = attempt.settings.tls.mode === null;
  const why = automatic ? 'it is reached over the internet' : `sslmode is ${attempt.settings.tls.mode}`;
  return new Problem('TLS_NOT_OFFERED', `${opening(attempt)}: the server offers no TLS, and ${why}.`, {
    hint: 'Turn TLS on at the server (ssl = on), or connect without: sslmode=disable in the URL, or POSTGRES_SSL=false.',
    cause: error,
  });
}

function notVerified({ settings, endpoint, ...attempt }: Attempt, why: string, error: unknown): Problem {
  const names = errorCode(error) === 'ERR_TLS_CERT_ALTNAME_INVALID' ? namesIn(error) : null;
  const mismatch = names !== null;
  const known = settings.tls.rootCertificate;
  const authority = mismatch
    ? `Connect by a name that the certificate has, or check the authority alone: sslmode=verify-ca${known === null ? ' with sslrootcert=FILE' : ''}.`
    : `If you trust the server's authority, name its certificate: sslrootcert=FILE in the URL, or PGSSLROOTCERT=FILE${known === null ? '' : ` (now ${known})`}.`;
  const without =
    known === null
      ? 'sslmode=require in the URL, or POSTGRES_SSL=no-verify'
      : 'sslmode=no-verify in the URL, or POSTGRES_SSL=no-verify';
  return new Problem(
    'TLS_FAILED',
    `${opening({ settings, endpoint, ...attempt })}: the server could not be verified: ${why}${mismatch ? ` (it has: ${names})` : ''}.`,
    { hint: `${authority} To go without verification, and be open to an impostor: ${without}.`, cause: error },
  );
}

/** The names that the server's certificate has, from Node.js's error. */
function namesIn(error: unknown): string {
  const reason = typeof error === 'object' && error !== null && 'reason' in error ? String(error.reason) : '';
  const names = /(?:altnames|CN): (.+)$/.exec(reason)?.[1] ?? 'none';
  return names.replaceAll(/(?:DNS|IP Address):/g, '');
}

/** OpenSSL's errors read `…:error:0A00045C:SSL routines:ssl3_read_bytes:tlsv13 alert certificate required:…` */
function reasonIn(message: string): string {
  return /:SSL routines:[^:]*:([^:]+)/.exec(message)?.[1] ?? message;
}
