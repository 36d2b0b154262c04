import type { ConnectionSettings } from './connection-settings.ts';
import { isSocketFolder } from './server-address.ts';

/** The settings as a URL for another client, such as an ORM; it holds the password. Of several servers, the first. */
export function connectionUrl(settings: ConnectionSettings, database: string = settings.database): string {
  const [{ host, address, port, password }] = settings.servers;
  const { tls, user } = settings;
  const socket = isSocketFolder(host) && address === null;
  const login = [user, ...(password === null ? [] : [password.reveal()])].map(encodeURIComponent).join(':');
  const name = socket ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  const parameters = Object.entries({
    host: socket ? host : null,
    sslmode: tls.mode,
    sslrootcert: tls.rootCertificate,
    sslcert: tls.certificate,
    sslkey: tls.key,
    options: settings.options,
  });
  // not URLSearchParams, whose + for a space libpq takes for a plus
  const query = parameters
    .flatMap(([key, value]) => (value === null ? [] : [`${key}=${encodeURIComponent(value)}`]))
    .join('&');
  return `postgresql://${login}@${name}:${port}/${encodeURIComponent(database)}${query === '' ? '' : `?${query}`}`;
}
