import type { Client } from 'pg';
import { isShippedStandIn, ownExtensionFolder } from '../../postgres/embedded/stand-in-files.ts';
import { type Broker, brokerOf } from '../../postgres/guard/broker.ts';
import { isStandIn } from '../../postgres/stand-in.ts';
import type { AvailableExtensions } from './extension-statements.ts';

/** What a runner knows of the server and the database that it runs on. */
export interface ShadowFacts {
  readonly database: string;
  /** Who connected; whatever role the script takes on. */
  readonly user: string;
  readonly isSuperuser: boolean;
  /** Stands in for a superuser's rights where no session has them. */
  readonly broker: Broker | null;
  /** Where extensions can be put; null on a server that is not ours. */
  readonly extensionFolder: string | null;
  /** Indexes have options that the server can't take. */
  readonly hasOptions: boolean;
  readonly major: number;
  /** The server is ours and can't compress as columns may ask for. */
  readonly lacksCompression: boolean;
  /** Columns say that they have it all the same. */
  readonly hasCompression: boolean;
}

export async function readFacts(client: Client): Promise<ShadowFacts> {
  const { rows } = await client.query<FactsRow>(`
    SELECT pg_catalog.current_database() AS database,
           session_user::text AS user,
           pg_catalog.current_setting('is_superuser') = 'on' AS superuser,
           pg_catalog.current_setting('server_version_num') AS version,
           EXISTS (
             SELECT FROM pg_catalog.pg_class
             WHERE relkind IN ('i', 'I') AND relam::bigint >= 16384 AND reloptions IS NOT NULL
           ) AS options,
           NOT EXISTS (
             SELECT FROM pg_catalog.pg_settings WHERE name = 'default_toast_compression' AND 'lz4' = ANY (enumvals)
           ) AS "lacksCompression",
           EXISTS (SELECT FROM pg_catalog.pg_attribute WHERE attcompression = 'l') AS "hasCompression"
  `);
  const [row] = rows;
  if (row === undefined) throw new Error('the server says nothing of itself');
  const broker = brokerOf(client);
  const share = row.superuser ? await shareFolder(client) : null;
  const extensionFolder = share === null ? (broker?.extensionFolder ?? null) : ownExtensionFolder(share);
  return {
    database: row.database,
    user: broker?.host ?? row.user,
    isSuperuser: row.superuser,
    broker,
    extensionFolder,
    hasOptions: row.options && extensionFolder !== null,
    major: Math.floor(Number(row.version) / 10_000),
    lacksCompression: extensionFolder !== null && row.lacksCompression,
    hasCompression: row.hasCompression,
  };
}

interface FactsRow extends Pick<ShadowFacts, 'database' | 'user' | 'lacksCompression' | 'hasCompression'> {
  readonly superuser: boolean;
  readonly options: boolean;
  readonly version: string;
}

async function shareFolder(client: Client): Promise<string | null> {
  const { rows } = await client.query<{ setting: string }>(
    `SELECT setting FROM pg_catalog.pg_config WHERE name = 'SHAREDIR'`,
  );
  return rows[0]?.setting ?? null;
}

export async function readExtensions(client: Client): Promise<AvailableExtensions> {
  const { rows } = await client.query<{
    name: string;
    version: string;
    all: string[];
    trusted: boolean;
    schema: string | null;
  }>(`
    SELECT e.name, e.default_version AS version, pg_catalog.array_agg(v.version::text) AS all,
           pg_catalog.bool_or(v.trusted OR NOT v.superuser) AS trusted, pg_catalog.min(v.schema::text) AS schema
    FROM pg_catalog.pg_available_extensions AS e
    JOIN pg_catalog.pg_available_extension_versions AS v ON v.name = e.name
    GROUP BY e.name, e.default_version
  `);
  return new Map(
    rows.map(({ name, ...extension }) => [
      name,
      { ...extension, isEmpty: isStandIn(extension.version) && !isShippedStandIn(name) },
    ]),
  );
}

/** Which of these settings the server has not heard of. */
export async function unknownSettings(client: Client, names: readonly string[]): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT name FROM pg_catalog.unnest($1::text[]) AS name WHERE pg_catalog.current_setting(name, true) IS NULL`,
    [names],
  );
  return rows.map(({ name }) => name);
}
