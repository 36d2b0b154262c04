import type { Client } from 'pg';
import { describeServer } from '../describe-connection.ts';
import type { Endpoint } from '../endpoint.ts';
import { isPrivateAddress } from '../private-network.ts';
import type { TlsSettings } from './tls-settings.ts';
import { tlsState } from './tls-state.ts';

/** What to say of a connection that stands but is open to an impostor; null when there is nothing to say. */
export function tlsWarning(client: Client, endpoint: Endpoint, tls: TlsSettings): string | null {
  if (endpoint.kind === 'socket' || tls.mode === null || tls.mode === 'disable' || tls.mode === 'verify-ca')
    return null;
  const state = tlsState(client);
  const near = isPrivateAddress(endpoint.address);
  const lenient = tls.mode === 'prefer' || tls.mode === 'allow';
  const where = `The connection to ${describeServer(endpoint.server)}`;
  if (state.kind === 'none') {
    return lenient && !near ? `${where} is not encrypted, since sslmode=${tls.mode} allows that.` : null;
  }
  if (state.kind === 'verified' || (lenient && near)) return null;
  const whoever = `whoever answers there is trusted, since ${state.reason} and sslmode=${tls.mode} asks for no more`;
  return `${where} is encrypted, but ${whoever}. To verify the server, name its authority's certificate with sslrootcert=FILE and set sslmode=verify-full.`;
}
