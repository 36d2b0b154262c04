import type { Client } from 'pg';
import { Problem } from '../../contract/problem.ts';
import { connect } from '../../postgres/connection/connect.ts';
import type { ConnectionSettings } from '../../postgres/connection/connection-settings.ts';
import { isSocketFolder } from '../../postgres/connection/server-address.ts';
import { errorCode } from '../../postgres/error-code.ts';
import type { ServerVersion } from '../../postgres/server.ts';
import type { OpenedSource } from '../opened-source.ts';

/** Opens a database where it lives, for reading only. */
export async function openUrlSource(
  settings: ConnectionSettings,
  signal: AbortSignal | undefined,
): Promise<OpenedSource> {
  const label = labelOf(settings);
  let first: Client | null = await connectReadOnly(settings, signal);
  const version = await versionOf(first);
  const close = async (): Promise<void> => {
    await first?.end();
    first = null;
  };
  return {
    label,
    origin: 'url',
    version,
    files: [],
    notes: [],
    connect: async () => {
      const client = first ?? (await connectReadOnly(settings, signal));
      first = null;
      return client;
    },
    clone: async () => {
      throw new Problem('USAGE', `${label} is a database that lives elsewhere, and plumb makes no copy of it.`);
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

const readOnly = '-c default_transaction_read_only=on';

async function connectReadOnly(settings: ConnectionSettings, signal: AbortSignal | undefined): Promise<Client> {
  const options = settings.options === null ? readOnly : `${settings.options} ${readOnly}`;
  try {
    return await connect({ ...settings, options }, { signal });
  } catch (error) {
    if (!refusesOptions(error)) throw error;
    const client = await connect(settings, { signal });
    // A setting of the session would stay with a pooler's connection and reach others. Whoever reads a catalogue begins such
    // a transaction, too, which in this one is only a warning as long as both are of the same level.
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    return client;
  }
}

/** PgBouncer and its relatives take only the options that they know. */
function refusesOptions(error: unknown): boolean {
  const cause = error instanceof Problem ? error.cause : error;
  return errorCode(cause) === '08P01' && cause instanceof Error && /startup parameter/i.test(cause.message);
}

async function versionOf(client: Client): Promise<ServerVersion> {
  const { rows } = await client.query<{ number: number; text: string }>(
    `SELECT pg_catalog.current_setting('server_version_num')::pg_catalog.int4 AS number,
            pg_catalog.current_setting('server_version') AS text`,
  );
  const { number = 0, text = '' } = rows[0] ?? {};
  return { major: Math.floor(number / 10_000), text: text.split(' ')[0] ?? text };
}

/** `postgres://app@db.example.com/app`; a password is never in it. */
function labelOf({ servers, user, database }: ConnectionSettings): string {
  const places = servers.map(({ host, address, port }) => {
    const name = isSocketFolder(host) && address === null ? encodeURIComponent(host) : host;
    const bracketed = name.includes(':') ? `[${name}]` : name;
    return port === 5432 ? bracketed : `${bracketed}:${port}`;
  });
  return `postgres://${encodeURIComponent(user)}@${places.join(',')}/${encodeURIComponent(database)}`;
}
