import { existsSync } from 'node:fs';
import { isIP } from 'node:net';
import { join } from 'node:path';
import { Problem } from '../../contract/problem.ts';
import type { NamedSurroundings } from './connection-settings.ts';
import type { Parameters } from './parameters.ts';
import { passwordFile, readPasswordFile } from './password-file.ts';
import { Secret } from './secret.ts';

/** One server to try. */
export interface ServerAddress {
  /** A host name, an IP address, or the folder of a Unix socket. */
  readonly host: string;
  /** An IP address that spares looking up the host's name (`hostaddr`). */
  readonly address: string | null;
  readonly port: number;
  readonly password: Secret | null;
  /** The password file that the password came from. */
  readonly passwordFile: string | null;
}

const defaultPort = 5432;

/** Pairs the lists of hosts, addresses and ports as libpq does, and finds each server's password. */
export function readServers(
  parameters: Parameters,
  login: { readonly user: string; readonly database: string },
  surroundings: NamedSurroundings,
): readonly [ServerAddress, ...ServerAddress[]] {
  const { nameOf } = surroundings;
  const hosts = list(parameters.host);
  const addresses = list(parameters.hostaddr);
  const ports = list(parameters.port);
  if (hosts.length > 0 && addresses.length > 0) sameLength(hosts, addresses, nameOf('host'), nameOf('hostaddr'));
  const count = Math.max(hosts.length, addresses.length, 1);
  if (ports.length > 1) sameLength(ports, Array(count), nameOf('port'), nameOf('host'));
  const given = parameters.password;
  const file = given === undefined ? passwordFile(parameters.passfile, surroundings.env ?? {}) : null;
  const entries = file === null ? null : readPasswordFile(file, surroundings.onWarning);

  function server(index: number): ServerAddress {
    const port = readPort(ports.length === 1 ? ports[0] : ports[index], nameOf('port'));
    const address = addresses[index] || null;
    const named = hosts[index] || address;
    const host = named || defaultHost(port);
    const stored = entries?.find({ host: named ?? 'localhost', port, ...login }) ?? null;
    const password = given ?? stored;
    return {
      host,
      address: checkedAddress(address, nameOf('hostaddr')),
      port,
      password: password === null || password === '' ? null : new Secret(password),
      passwordFile: stored === null ? null : file,
    };
  }
  return [server(0), ...Array.from({ length: count - 1 }, (_, index) => server(index + 1))];
}

/** libpq's default is a socket whose folder is fixed when it is built; these are the two that are in use. */
function defaultHost(port: number): string {
  const folders = ['/var/run/postgresql', '/tmp'];
  return folders.find((folder) => existsSync(socketPath(folder, port))) ?? 'localhost';
}

export function isSocketFolder(host: string): boolean {
  return host.startsWith('/');
}

export function socketPath(folder: string, port: number): string {
  return join(folder, `.s.PGSQL.${port}`);
}

function list(value: string | undefined): string[] {
  return value === undefined || value === '' ? [] : value.split(',').map((element) => element.trim());
}

function sameLength(one: readonly unknown[], other: readonly unknown[], oneName: string, otherName: string): void {
  if (one.length === other.length) return;
  throw new Problem('CONFIG_INVALID', `${oneName} has ${one.length} values, and ${otherName} has ${other.length}.`, {
    hint: 'With several servers, give as many ports as hosts, or one port for all of them.',
  });
}

function readPort(value: string | undefined, name: string): number {
  if (value === undefined || value === '') return defaultPort;
  const port = Number(value);
  if (/^\d+$/.test(value) && port >= 1 && port <= 65_535) return port;
  throw new Problem('CONFIG_INVALID', `${name} is not a port from 1 to 65535.`);
}

function checkedAddress(address: string | null, name: string): string | null {
  if (address === null || isIP(address) !== 0) return address;
  throw new Problem('CONFIG_INVALID', `${name} is not an IP address.`, { hint: 'Give the host by its name as host.' });
}
