import { TLSSocket } from 'node:tls';
import type { Client } from 'pg';
import { errorCode } from '../../error-code.ts';

/** What a connection's TLS turned out to be. */
export type TlsState =
  | { readonly kind: 'none' }
  | { readonly kind: 'verified' }
  | { readonly kind: 'unverified'; readonly reason: string };

export function tlsState(client: Client): TlsState {
  const { stream } = client.connection;
  if (!(stream instanceof TLSSocket)) return { kind: 'none' };
  if (stream.authorized) return { kind: 'verified' };
  // typed as an Error, but a code such as SELF_SIGNED_CERT_IN_CHAIN in fact
  const error: unknown = stream.authorizationError;
  return { kind: 'unverified', reason: verificationReason(error instanceof Error ? error : { code: error }) };
}

const reasons: Readonly<Record<string, string>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is self-signed',
  SELF_SIGNED_CERT_IN_CHAIN: "its certificate was issued by an authority that isn't trusted here",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "its certificate was issued by an authority that isn't trusted here",
  UNABLE_TO_GET_ISSUER_CERT: "its certificate was issued by an authority that isn't trusted here",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "its certificate was issued by an authority that isn't trusted here",
  CERT_UNTRUSTED: "its certificate was issued by an authority that isn't trusted here",
  CERT_HAS_EXPIRED: 'its certificate has expired',
  CERT_NOT_YET_VALID: 'its certificate is not valid yet',
  CERT_REVOKED: 'its certificate was revoked',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name',
  HOSTNAME_MISMATCH: 'its certificate is for another name',
};

/** Why a certificate was not accepted, in words; null when an error is about something else. */
export function verificationFailure(error: unknown): string | null {
  const code = errorCode(error);
  return code === null ? null : (reasons[code] ?? null);
}

function verificationReason(error: unknown): string {
  return verificationFailure(error) ?? `its certificate can't be verified (${errorCode(error) ?? 'no reason given'})`;
}
