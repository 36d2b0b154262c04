import { Socket } from 'node:net';
import { Client, type ClientConfig } from 'pg';
import { bindChannel } from './channel-binding.ts';
import type { ConnectionSettings } from './connection-settings.ts';
import type { Endpoint } from './endpoint.ts';
import { type Contact, watchContact } from './first-answer.ts';
import { guardLogin } from './guard-login.ts';
import { tlsOptions } from './tls/tls-options.ts';
import type { Protection } from './tls/tls-plan.ts';

export interface Attempt {
  readonly settings: ConnectionSettings;
  readonly endpoint: Endpoint;
  readonly protection: Protection;
  readonly signal?: AbortSignal | undefined;
}

/** An attempt that failed, with what is known of it. */
export interface FailedAttempt {
  readonly attempt: Attempt;
  readonly contact: Contact;
  readonly error: unknown;
}

export type Outcome = { readonly client: Client } | { readonly failed: FailedAttempt };

/** The server asks for a password, and there is none. */
export const noPassword = new Error('no password was given');

/** Tries to connect in one way, once. */
export async function tryToConnect(attempt: Attempt): Promise<Outcome> {
  const socket = new Socket();
  const contact = watchContact(socket);
  const client = new Client(clientConfig(attempt, socket));
  // without a listener, Node.js ends the process when a connection is lost between two queries
  client.on('error', () => {});
  const liftGuard = guardLogin(client);
  const channel = bindChannel(client, attempt.settings.channelBinding);
  const abort = () => socket.destroy(new Error('interrupted'));
  attempt.signal?.addEventListener('abort', abort);
  try {
    await client.connect();
    channel.check();
    return { client };
  } catch (error) {
    socket.destroy();
    return { failed: { attempt, contact, error } };
  } finally {
    liftGuard();
    attempt.signal?.removeEventListener('abort', abort);
  }
}

/** Every setting is given, because node-postgres looks for each that is missing in the process's environment. */
function clientConfig({ settings, endpoint, protection }: Attempt, socket: Socket): ClientConfig {
  const { server } = endpoint;
  return {
    host: endpoint.kind === 'socket' ? server.host : endpoint.address,
    port: server.port,
    database: settings.database,
    user: settings.user,
    password: () => {
      if (server.password === null) throw noPassword;
      return server.password.reveal();
    },
    ssl: protection === 'none' ? false : tlsOptions(settings.tls, protection, server.host),
    sslnegotiation: settings.tls.direct && protection !== 'none' ? 'direct' : 'postgres',
    enableChannelBinding: settings.channelBinding !== 'disable',
    application_name: settings.applicationName,
    client_encoding: 'UTF8',
    // a blank hides PGOPTIONS, which belongs to another connection
    options: settings.options ?? (process.env.PGOPTIONS ? ' ' : ''),
    connectionTimeoutMillis: settings.connectTimeout * 1000,
    keepAlive: true,
    stream: () => socket,
  };
}
