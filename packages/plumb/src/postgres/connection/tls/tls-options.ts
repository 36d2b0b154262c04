import { readFileSync, statSync } from 'node:fs';
import { isIP } from 'node:net';
import { type ConnectionOptions, createSecureContext, type SecureContext } from 'node:tls';
import { Problem } from '../../../contract/problem.ts';
import { errorCode } from '../../error-code.ts';
import { trustedAuthorities } from './authorities.ts';
import type { Protection } from './tls-plan.ts';
import type { TlsSettings } from './tls-settings.ts';

/** How Node.js is to do TLS with the server that is called `host`. */
export function tlsOptions(tls: TlsSettings, protection: Protection, host: string): ConnectionOptions {
  return {
    // nobody will ask whether a connection without a mode was verified, which spares loading the authorities
    secureContext: protection === 'encrypted' && tls.mode === null ? secureContext(tls, []) : verifyingContext(tls),
    rejectUnauthorized: protection !== 'encrypted',
    host,
    ...(isIP(host) === 0 ? { servername: host } : {}),
    // an authority that vouches for any server of its own
    ...(protection === 'authority' ? { checkServerIdentity: () => undefined } : {}),
  };
}

const verifyingContexts = new WeakMap<TlsSettings, SecureContext>();

function verifyingContext(tls: TlsSettings): SecureContext {
  const known = verifyingContexts.get(tls);
  if (known !== undefined) return known;
  const context = secureContext(
    tls,
    tls.rootCertificate === null ? trustedAuthorities() : [read(tls.rootCertificate, 'sslrootcert')],
  );
  verifyingContexts.set(tls, context);
  return context;
}

function secureContext(tls: TlsSettings, authorities: readonly string[]): SecureContext {
  const keyFile = tls.certificate === null ? null : tls.key;
  if (keyFile !== null) checkPrivate(keyFile);
  const cert = tls.certificate === null ? undefined : read(tls.certificate, 'sslcert');
  const key = keyFile === null ? undefined : read(keyFile, 'sslkey');
  try {
    return createSecureContext({
      ca: [...authorities],
      cert,
      key,
      passphrase: tls.keyPassword?.reveal(),
      minVersion: tls.minVersion,
    });
  } catch (error) {
    throw unusable(tls, error);
  }
}

function read(file: string, parameter: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const missing = errorCode(error) === 'ENOENT';
    const why = missing ? 'there is no such file' : `it can't be read (${errorCode(error)})`;
    throw new Problem(missing ? 'FILE_NOT_FOUND' : 'NO_PERMISSION', `${parameter} names ${file}, but ${why}.`, {
      hint: '`plumb config` shows where the setting comes from.',
      cause: error,
    });
  }
}

/** libpq's rule: the key is its owner's alone, or root's and one group's. */
function checkPrivate(file: string): void {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (stats === undefined || process.platform === 'win32') return;
  const forbidden = stats.uid === 0 ? 0o037 : 0o077;
  if ((stats.mode & forbidden) === 0) return;
  throw new Problem('NO_PERMISSION', `The private key ${file} (sslkey) is not private: others may read it.`, {
    hint: `Run: chmod 0600 ${file}`,
  });
}

function unusable(tls: TlsSettings, error: unknown): Problem {
  const code = errorCode(error) ?? '';
  const files = [tls.rootCertificate, tls.certificate, tls.key].filter((file) => file !== null).join(', ');
  const problem = { cause: error };
  if (code === 'ERR_OSSL_X509_KEY_VALUES_MISMATCH') {
    return new Problem(
      'TLS_FAILED',
      `The certificate ${tls.certificate} and the private key ${tls.key} do not belong together.`,
      problem,
    );
  }
  if (
    code === 'ERR_MISSING_PASSPHRASE' ||
    code === 'ERR_OSSL_BAD_DECRYPT' ||
    /BAD_DECRYPT|PASSPHRASE|INTERRUPTED/.test(code)
  ) {
    return new Problem('TLS_FAILED', `The private key ${tls.key} is encrypted, and its password is missing or wrong.`, {
      ...problem,
      hint: 'Give the password of the key as sslpassword in the connection URL.',
    });
  }
  return new Problem(
    'TLS_FAILED',
    `The certificate files can not be used: ${files} (${error instanceof Error ? error.message : code}).`,
    problem,
  );
}
