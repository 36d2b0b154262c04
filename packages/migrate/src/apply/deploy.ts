import { hostname, userInfo } from 'node:os';
import { isConnectionLost } from '../client/connection-lost.ts';
import { databaseOf } from '../client/database-of.ts';
import type { MigrationClient } from '../client/migration-client.ts';
import { readServerFacts, type ServerFacts } from '../client/server-facts.ts';
import type { Database, Session } from '../client/session.ts';
import type { MigrationEvent } from '../contract/events.ts';
import { MigrationProblem } from '../contract/problem.ts';
import { ensureJournal } from '../journal/journal.ts';
import { takeAdvisoryLock } from '../lock/advisory-lock.ts';
import type { DeployerLock } from '../lock/deployer-lock.ts';
import { takeLease } from '../lock/lease.ts';
import { type Deployment, makeDurable } from './deployment.ts';
import { type ApplySettings, defaultSettings } from './settings.ts';
import { journalFailure } from './sql-failure.ts';

export interface DeployOptions extends Partial<ApplySettings> {
  /** What the app reaches its database with: `pg`, postgres.js, PGlite, Drizzle or Kysely. */
  readonly client: MigrationClient;
  /**
   * What keeps two deployers apart. `session`: an advisory lock, which dies with its session. `lease`: a row with a date of
   * expiry, for a pooler that hands out sessions by transaction. Found out by itself where the driver tells.
   */
  readonly lock?: 'session' | 'lease';
  readonly signal?: AbortSignal;
  readonly onEvent?: (event: MigrationEvent) => void;
}

/** Opens a session for some work, and tells what goes wrong with it as what it is. */
export async function withSession<T>(
  client: MigrationClient,
  work: (session: Session, database: Database) => Promise<T>,
): Promise<T> {
  const database = databaseOf(client);
  const session = await opened(database);
  try {
    return await work(session, database).finally(() => session.close());
  } catch (error) {
    throw isConnectionLost(error) ? lostConnection(error) : journalFailure(error);
  }
}

async function opened(database: Database): Promise<Session> {
  try {
    return await database.open();
  } catch (error) {
    throw isConnectionLost(error) ? notReached(error) : error;
  }
}

/** Does work as the only deployer of the database. */
export async function deploy<T>(
  session: Session,
  database: Database,
  options: DeployOptions,
  work: (deployment: Deployment) => Promise<T>,
): Promise<T> {
  const server = await readServerFacts(session);
  if (server.readOnly) throw readOnly(server);
  const lock = await takeLock(session, database, server, options);
  const deployment = {
    database,
    session,
    server,
    lock,
    settings: settingsOf(options),
    signal: options.signal ?? null,
    by: deployer(),
    tell: options.onEvent ?? (() => {}),
  };
  try {
    const result = await work(deployment);
    await makeDurable(session);
    return result;
  } catch (error) {
    await makeDurable(session).catch(() => {});
    throw error;
  } finally {
    await lock.release().catch(() => {});
  }
}

async function takeLock(
  session: Session,
  database: Database,
  server: ServerFacts,
  { lock, onEvent = () => {}, signal }: DeployOptions,
): Promise<DeployerLock> {
  const { announcedPid } = session;
  const pooled = announcedPid !== null && announcedPid !== server.pid;
  if (lock === 'lease' || (lock === undefined && pooled)) {
    await ensureJournal(session);
    return takeLease(session, database, deployer(), onEvent, signal ?? null);
  }
  const taken = await takeAdvisoryLock(session, onEvent, signal ?? null);
  await ensureJournal(session);
  return taken;
}

function settingsOf(options: DeployOptions): ApplySettings {
  const { lockTimeout, lockBudget, concurrentlyTimeout, statementTimeout } = { ...defaultSettings, ...options };
  return { lockTimeout, lockBudget, concurrentlyTimeout, statementTimeout };
}

/** Who is at work: a person at a machine, or a container. */
function deployer(): string {
  try {
    return `${userInfo().username}@${hostname()}`;
  } catch {
    return hostname();
  }
}

function readOnly({ database }: ServerFacts): MigrationProblem {
  return new MigrationProblem(
    'READ_ONLY',
    `The database ${database} can't be written to here: it is a standby, or read-only by its settings.`,
    {
      hint: 'Connect to the primary server, or to a role whose default_transaction_read_only is off.',
    },
  );
}

function notReached(cause: unknown): MigrationProblem {
  const said = cause instanceof Error && cause.message !== '' ? `: ${cause.message}` : '';
  return new MigrationProblem('CONNECTION_LOST', `The database can't be reached${said}. Nothing was changed.`, {
    cause,
  });
}

function lostConnection(cause: unknown): MigrationProblem {
  return new MigrationProblem('CONNECTION_LOST', 'The connection to the server was lost in the middle.', {
    hint: 'What was done is in the journal: run the same command again, and it goes on from there.',
    cause,
  });
}
