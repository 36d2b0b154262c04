import { setTimeout as sleep } from 'node:timers/promises';
import { Client, type ClientConfig } from 'pg';
import { plumbVersion } from '../../contract/version.ts';
import { cannotConnectNow, errorCode } from '../error-code.ts';
import { superuser } from './cluster-files.ts';

/** How to reach an embedded server. */
export interface ServerAddress {
  /** A socket folder, or a loopback address. */
  readonly host: string;
  readonly port: number;
  readonly password: string;
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
    user: superuser,
    password: address.password,
    database,
    ssl: false,
    application_name: applicationName,
    // given, so that PGOPTIONS, which is meant for the user's own server, is not read
    options: '-c statement_timeout=0',
  };
}

/** A URL that libpq, pg and every ORM understand. */
export function urlOf(address: ServerAddress, database: string): string {
  const credentials = `${superuser}:${encodeURIComponent(address.password)}`;
  const name = encodeURIComponent(database);
  return address.host.startsWith('/')
    ? `postgresql://${credentials}@localhost:${address.port}/${name}?host=${encodeURIComponent(address.host)}`
    : `postgresql://${credentials}@${address.host}:${address.port}/${name}`;
}
