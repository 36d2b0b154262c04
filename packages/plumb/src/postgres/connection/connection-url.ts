import type { ConnectionSettings } from './connection-settings.ts';
import { isSocketFolder } from './server-address.ts';

/** The settings as a URL for another client, such as an ORM; it holds the password. Of several servers, the first. */
export function connectionUrl(settings: ConnectionSettings, database: string = settings.database): string {
  const [{ host, address, port, password }] = settings.servers;
  const { tls, user } = settings;
  const socket = isSocketFolder(host) && address === null;
  const login = [user, ...(password === null ? [] : [password.reveal()])].map(encodeURIComponent).join(':');
  const name = socket ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  const parameters = new URLSearchParams();
  const add = (parameter: string, value: string | null): void => {
    if (value !== null) parameters.set(parameter, value);
  };
  add('host', socket ? host : null);
  add('sslmode', tls.mode);
  add('sslrootcert', tls.rootCertificate);
  add('sslcert', tls.certificate);
  add('sslkey', tls.key);
  add('options', settings.options);
  const query = parameters.size === 0 ? '' : `?${parameters}`;
  return `postgresql://${login}@${name}:${port}/${encodeURIComponent(database)}${query}`;
}
