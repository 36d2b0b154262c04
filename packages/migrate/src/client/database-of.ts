import { MigrationProblem } from '../contract/problem.ts';
import { openLent } from './kysely-session.ts';
import type {
  DrizzleClient,
  KyselyClient,
  MigrationClient,
  PgClient,
  PgliteClient,
  PgPool,
  PostgresJsClient,
} from './migration-client.ts';
import { openInTurn } from './open-in-turn.ts';
import { openClient, openPooled } from './pg-session.ts';
import { openPglite } from './pglite-session.ts';
import { openReserved } from './postgres-js-session.ts';
import type { Database, Session } from './session.ts';

/** How long a session beside the first may take to come. The app may use all the connections that it allows itself. */
const secondWithin = 2000;

/** What an app has to reach its database with, as sessions. */
export function databaseOf(client: MigrationClient): Database {
  const given: unknown = client;
  if (has(given, '$client')) return databaseOf(behindDrizzle(given));
  if (isPostgresJs(given)) return several(() => openReserved(given), given.options.max);
  if (isKysely(given)) {
    if (given.isTransaction) throw unsupported("A transaction of Kysely can't run migrations.");
    return several(() => openLent(given), null);
  }
  if (isPglite(given)) return one(given, () => openPglite(given));
  if (isPgPool(given)) return several(() => openPooled(given), maxOf(given));
  if (isPgClient(given)) return one(given, () => openClient(given));
  throw unsupported(`Migrations can't run through this client${nameOf(given)}.`);
}

function one(client: object, open: () => Promise<Session>): Database {
  return { open: () => openInTurn(client, open), openSecond: async () => null };
}

function several(open: () => Promise<Session>, max: number | null): Database {
  return { open, openSecond: async () => (max === 1 ? null : openInTime(open)) };
}

async function openInTime(open: () => Promise<Session>): Promise<Session | null> {
  const opening = open();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, secondWithin, null);
  });
  const session = await Promise.race([opening, late]).finally(() => clearTimeout(timer));
  if (session === null) opening.then((unwanted) => unwanted.close()).catch(() => {});
  return session;
}

function behindDrizzle(drizzle: { $client: unknown }): DrizzleClient['$client'] {
  const { $client } = drizzle;
  if (isPostgresJs($client) || isPglite($client) || isPgPool($client) || isPgClient($client)) return $client;
  throw unsupported(`Migrations can't run through the driver of this Drizzle database${nameOf($client)}.`);
}

function isPostgresJs(client: unknown): client is PostgresJsClient {
  return typeof client === 'function' && hasFunctions(client, 'reserve', 'unsafe') && has(client, 'options');
}

function isKysely(client: unknown): client is KyselyClient {
  return hasFunctions(client, 'connection', 'withoutPlugins', 'getExecutor');
}

function isPglite(client: unknown): client is PgliteClient {
  return hasFunctions(client, 'exec', 'query') && has(client, 'waitReady');
}

function isPgPool(client: unknown): client is PgPool {
  return hasFunctions(client, 'connect', 'query') && has(client, 'totalCount');
}

function isPgClient(client: unknown): client is PgClient {
  return hasFunctions(client, 'connect', 'query', 'end', 'on', 'removeListener', 'escapeIdentifier');
}

function maxOf(pool: PgPool): number | null {
  const options: unknown = has(pool, 'options') ? pool.options : null;
  return has(options, 'max') && typeof options.max === 'number' ? options.max : null;
}

function has<N extends string>(value: unknown, name: N): value is object & Record<N, unknown> {
  return ((typeof value === 'object' && value !== null) || typeof value === 'function') && name in value;
}

function hasFunctions(value: unknown, ...names: readonly string[]): boolean {
  return names.every((name) => has(value, name) && typeof value[name] === 'function');
}

function nameOf(value: unknown): string {
  const name: unknown = has(value, 'constructor') && has(value.constructor, 'name') ? value.constructor.name : '';
  return typeof name === 'string' && name !== '' && name !== 'Object' && name !== 'Function' ? ` (${name})` : '';
}

function unsupported(message: string): MigrationProblem {
  return new MigrationProblem('CLIENT_UNSUPPORTED', message, {
    hint: 'Pass a Pool or a Client of pg, a PGlite, the sql of postgres (postgres.js), or the Kysely or Drizzle database that stands on one of them.',
  });
}
