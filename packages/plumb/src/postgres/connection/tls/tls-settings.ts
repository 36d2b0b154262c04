import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { Problem } from '../../../contract/problem.ts';
import type { NamedSurroundings } from '../connection-settings.ts';
import type { Environment } from '../environment.ts';
import { oneOf } from '../one-of.ts';
import type { Parameters } from '../parameters.ts';
import { windowsFolder } from '../password-file.ts';
import { Secret } from '../secret.ts';

/** libpq's modes, and node-postgres's `no-verify`: encrypt, and take any certificate, whatever authority is at hand. */
export const sslmodes = ['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full', 'no-verify'] as const;
export type SslMode = (typeof sslmodes)[number];

const tlsVersions = ['TLSv1.2', 'TLSv1.3'] as const;

export interface TlsSettings {
  /** Null when nobody said: then it follows from where the server is. */
  readonly mode: SslMode | null;
  /** The file of the authorities that may vouch for the server; null for those that the machine trusts. */
  readonly rootCertificate: string | null;
  readonly certificate: string | null;
  readonly key: string | null;
  readonly keyPassword: Secret | null;
  /** Begin with TLS at once, without asking the server first (`sslnegotiation=direct`, PostgreSQL 17). */
  readonly direct: boolean;
  readonly minVersion: (typeof tlsVersions)[number];
}

export function readTls(parameters: Parameters, surroundings: NamedSurroundings): TlsSettings {
  const { nameOf } = surroundings;
  const folder = certificateFolder(surroundings.env ?? {});
  const direct =
    oneOf(['postgres', 'direct'], parameters.sslnegotiation ?? 'postgres', nameOf('sslnegotiation')) === 'direct';
  const root = parameters.sslrootcert ?? null;
  const mode = impliedMode(parameters.sslmode, { direct, root }, nameOf);
  return {
    mode,
    rootCertificate: root === 'system' ? null : (root ?? existing(folder, 'root.crt')),
    certificate: parameters.sslcert ?? existing(folder, 'postgresql.crt'),
    key: parameters.sslkey ?? existing(folder, 'postgresql.key'),
    keyPassword: parameters.sslpassword === undefined ? null : new Secret(parameters.sslpassword),
    direct,
    minVersion: oneOf(
      tlsVersions,
      parameters.ssl_min_protocol_version ?? 'TLSv1.2',
      nameOf('ssl_min_protocol_version'),
    ),
  };
}

/** Naming an authority, or TLS without asking, means that the server is to be verified, unless a mode says otherwise. */
function impliedMode(
  value: string | undefined,
  given: { readonly direct: boolean; readonly root: string | null },
  nameOf: NamedSurroundings['nameOf'],
): SslMode | null {
  if (value === undefined) return given.root !== null || given.direct ? 'verify-full' : null;
  const mode = oneOf(sslmodes, value, nameOf('sslmode'));
  if (given.root === 'system' && mode !== 'verify-full') {
    throw tooWeak(mode, `${nameOf('sslrootcert')} is "system"`, 'verify-full');
  }
  if (given.direct && ['disable', 'allow', 'prefer'].includes(mode)) {
    throw tooWeak(mode, `${nameOf('sslnegotiation')} is "direct"`, 'require, verify-ca or verify-full');
  }
  return mode;
}

function tooWeak(mode: SslMode, why: string, enough: string): Problem {
  return new Problem('CONFIG_INVALID', `sslmode=${mode} is too weak where ${why}.`, {
    hint: `Set sslmode to ${enough}.`,
  });
}

function certificateFolder(env: Environment): string {
  return process.platform === 'win32' ? windowsFolder(env) : join(env.HOME ?? homedir(), '.postgresql');
}

function existing(folder: string, name: string): string | null {
  const file = join(folder, name);
  return existsSync(file) ? file : null;
}
