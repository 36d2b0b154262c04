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
import type { Deployment } from './deployment.ts';
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
  const settings = settingsOf(options);
  const server = await readServerFacts(session);
  const lock = await takeLock(session, database, server, options);
  let result: T;
  try {
    await ensureJournal(session);
    const deployment = {
      database,
      session,
      server,
      lock,
      settings,
      signal: options.signal ?? null,
      by: deployer(),
      tell: options.onEvent ?? (() => {}),
    };
    result = await work(deployment);
  } catch (error) {
    await lock.release().catch(() => {});
    throw error;
  }
  await lock.release();
  return result;
}

/** Keeps deployers out until it is disposed of, for work beside the migrations, which may take the journal away. */
export async function keepDeployersOut(options: DeployOptions): Promise<AsyncDisposable> {
  const database = databaseOf(options.client);
  const session = await opened(database);
  try {
    const lock = await takeLock(session, database, await readServerFacts(session), options);
    return {
      async [Symbol.asyncDispose]() {
        await lock.release().catch(() => {});
        await session.close();
      },
    };
  } catch (error) {
    await session.close();
    throw isConnectionLost(error) ? lostConnection(error) : journalFailure(error);
  }
}

async function takeLock(
  session: Session,
  database: Database,
  server: ServerFacts,
  { lock, onEvent = () => {}, signal }: DeployOptions,
): Promise<DeployerLock> {
  if (server.readOnly) throw readOnly(server);
  const { announcedPid } = session;
  const pooled = announcedPid !== null && announcedPid !== server.pid;
  if (lock === 'lease' || (lock === undefined && pooled)) {
    await ensureJournal(session);
    return takeLease(session, database, deployer(), onEvent, signal ?? null);
  }
  return takeAdvisoryLock(session, onEvent, signal ?? null);
}

function settingsOf(options: DeployOptions): ApplySettings {
  const {
    lockTimeout = defaultSettings.lockTimeout,
    lockBudget = defaultSettings.lockBudget,
    concurrentlyTimeout = defaultSettings.concurrentlyTimeout,
    statementTimeout = defaultSettings.statementTimeout,
    pace = defaultSettings.pace,
    maxLag = defaultSettings.maxLag,
  } = options;
  if (!(pace > 0 && pace <= 1)) {
    throw new MigrationProblem('USAGE', `${pace} is no pace of a backfill.`, {
      hint: 'It is the share of its time that it works: 1 is all of it, 0.5 pauses for as long as it works.',
    });
  }
  return { lockTimeout, lockBudget, concurrentlyTimeout, statementTimeout, pace, maxLag };
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
