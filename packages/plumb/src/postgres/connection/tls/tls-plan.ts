import type { Endpoint } from '../endpoint.ts';
import { isPrivateAddress } from '../private-network.ts';
import type { SslMode, TlsSettings } from './tls-settings.ts';

/** What a connection is to be: in the clear, or by TLS that vouches for nobody, for the authority, or for the server's name too. */
export type Protection = 'none' | 'encrypted' | 'authority' | 'full';

/**
 * The mode that holds for an endpoint when none was given: on this machine and on private networks what libpq does, and
 * over the internet nothing unverified.
 */
function effectiveMode(mode: SslMode | null, endpoint: Endpoint): SslMode {
  if (mode !== null) return mode;
  return endpoint.kind === 'socket' || isPrivateAddress(endpoint.address) ? 'prefer' : 'verify-full';
}

/** The protections to try on an endpoint, in order. A Unix socket never leaves the machine: libpq puts no TLS on it. */
export function protectionsFor(tls: TlsSettings, endpoint: Endpoint): readonly [Protection, ...Protection[]] {
  if (endpoint.kind === 'socket') return ['none'];
  switch (effectiveMode(tls.mode, endpoint)) {
    case 'disable':
      return ['none'];
    case 'allow':
      return ['none', 'encrypted'];
    case 'prefer':
      return ['encrypted', 'none'];
    case 'no-verify':
      return ['encrypted'];
    case 'require':
      // libpq: an authority at hand is used
      return [tls.rootCertificate === null ? 'encrypted' : 'authority'];
    case 'verify-ca':
      return ['authority'];
    case 'verify-full':
      return ['full'];
  }
}
