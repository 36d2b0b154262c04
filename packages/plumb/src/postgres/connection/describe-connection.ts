import type { ConnectionSettings } from './connection-settings.ts';
import { isSocketFolder, type ServerAddress, socketPath } from './server-address.ts';
import type { TlsSettings } from './tls/tls-settings.ts';

/** A connection in one line, without its password: `anna@db.example.com:5432/app (TLS verified)`. */
export function describeConnection(settings: ConnectionSettings): string {
  const { servers, user, database, tls } = settings;
  const local = servers.every(({ host, address }) => isSocketFolder(host) && address === null);
  return `${user}@${servers.map(describeServer).join(',')}/${database} (${local ? 'socket' : describeTls(tls)})`;
}

/** `db.example.com:5432`, `[::1]:5432`, or the path of the socket. */
export function describeServer({ host, address, port }: ServerAddress): string {
  if (isSocketFolder(host) && address === null) return socketPath(host, port);
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}

function describeTls({ mode, rootCertificate }: TlsSettings): string {
  switch (mode) {
    case null:
      return 'TLS verified over the internet, where offered on private networks';
    case 'disable':
      return 'no TLS';
    case 'allow':
    case 'prefer':
      return 'TLS if offered, not verified';
    case 'require':
      return rootCertificate === null ? 'TLS not verified' : 'TLS verified, any host name';
    case 'no-verify':
      return 'TLS not verified';
    case 'verify-ca':
      return 'TLS verified, any host name';
    case 'verify-full':
      return 'TLS verified';
  }
}
