import { setTimeout as sleep } from 'node:timers/promises';
import { Client, type ClientConfig } from 'pg';
import { plumbVersion } from '../../contract/version.ts';
import { cannotConnectNow, errorCode } from '../error-code.ts';

/** How to reach an embedded server. */
export interface ServerAddress {
  /** A socket folder, or a loopback address. */
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  /** What the session works as, where that isn't its user. */
  readonly role?: string;
}

export const maintenanceDatabase = 'postgres';

const patience = 60_000;

export async function connectEmbedded(
  address: ServerAddress,
  database: string = maintenanceDatabase,
  applicationName: string = `plumb ${plumbVersion}`,
): Promise<Client> {
  for (const since = performance.now(); ; ) {
    const client = new Client(clientConfig(address, database, applicationName));
    // a lost connection is told by the next query; unheard, it would end the process
    client.on('error', () => {});
    try {
      await client.connect();
      return client;
    } catch (error) {
      if (errorCode(error) !== cannotConnectNow || performance.now() - since > patience) throw error;
      await sleep(20);
    }
  }
}

function clientConfig(address: ServerAddress, database: string, applicationName: string): ClientConfig {
  return {
    host: address.host,
    port: address.port,
    user: address.user,
    password: address.password,
    database,
    ssl: false,
    application_name: applicationName,
    // given, so that PGOPTIONS, which is meant for the user's own server, is not read
    options: ['-c statement_timeout=0', ...roleOption(address)].join(' '),
  };
}

/** A URL that libpq, pg and every ORM understand. */
export function urlOf(address: ServerAddress, database: string): string {
  const credentials = `${address.user}:${encodeURIComponent(address.password)}`;
  const isSocket = address.host.startsWith('/');
  const parameters = [
    ...(isSocket ? [`host=${encodeURIComponent(address.host)}`] : []),
    ...roleOption(address).map((option) => `options=${encodeURIComponent(option)}`),
  ];
  const query = parameters.length === 0 ? '' : `?${parameters.join('&')}`;
  const host = isSocket ? 'localhost' : address.host;
  return `postgresql://${credentials}@${host}:${address.port}/${encodeURIComponent(database)}${query}`;
}

function roleOption({ role }: ServerAddress): string[] {
  return role === undefined ? [] : [`-c role=${role}`];
}
