import { type Client, escapeLiteral } from 'pg';
import type { Finding } from '../../contract/finding.ts';
import { Problem } from '../../contract/problem.ts';
import { errorCode } from '../../postgres/error-code.ts';
import { shadowRunner } from '../../sources/stand-ins/shadow-runner.ts';
import { fillTables } from '../sample/fill-tables.ts';
import type { TableShape } from '../sample/table-shape.ts';
import type { Scratch } from '../shadow-of.ts';
import { type Parts, readParts } from '../watch/parts.ts';
import { pidOf } from '../watch/pid-of.ts';
import { relationsOf, type Watched } from '../watch/snapshot.ts';
import { withinLimit } from './time-limit.ts';

/**
 * What tables hold: the rows that they have, and invented ones where they have none (perhaps such as they will want later);
 * only the former; or nothing.
 */
export type RowsHeld = 'own' | 'none' | { readonly later: readonly TableShape[] };

export interface StageOptions {
  /** Databases in the state before the migrations. */
  readonly scratch: () => Promise<Scratch>;
  /** Tables that get rows, as they are written in SQL. */
  readonly tables: readonly string[];
  /** Milliseconds that a statement may take. */
  readonly statementTimeout: number;
  /** The one that production has: it decides what becomes of `timestamp`. The server's own if not given. */
  readonly timeZone?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** A database on which migrations are run, and the session that runs them. */
export interface StageDatabase {
  readonly client: Client;
  readonly notes: readonly Finding[];
  /** Runs a statement of the migrations, for as long as it may take. */
  run(text: string): Promise<void>;
  readonly watched: Watched;
  readonly parts: Parts;
  readonly empty: readonly { readonly table: string; readonly reason: string }[];
  /** Forgets what was set for the session. */
  renew(): Promise<void>;
  connect(): Promise<Client>;
  close(): Promise<void>;
}

export async function openStageDatabase(
  { scratch, tables, statementTimeout, timeZone }: StageOptions,
  rows: RowsHeld,
): Promise<StageDatabase> {
  const database = await scratch();
  const connect = (): Promise<Client> => database.connect();
  let client = await connect();
  const { empty } = typeof rows === 'object' ? await fillTables(client, tables, rows) : { empty: [] };
  if (rows === 'none') await emptyTables(client, tables);
  if (typeof rows === 'object' && (await hasPartitions(client))) {
    // who has written to a partition knows its bounds, and locks the tables above no more
    await client.end();
    client = await connect();
  }
  const settings = [
    `SET statement_timeout = ${Math.ceil(statementTimeout)}`,
    // few rows are looked up one by one where many are read as a whole: the table that a foreign key refers to
    'SET enable_nestloop = off',
    'SET enable_mergejoin = off',
    ...(timeZone === undefined ? [] : [`SET TimeZone = ${escapeLiteral(timeZone)}`]),
  ].join('; ');
  await set(client, settings, timeZone);
  const runner = shadowRunner(client);
  const pid = await pidOf(client);
  return {
    client,
    empty,
    get notes() {
      return runner.notes;
    },
    run: (text) => withinLimit({ pid, limit: statementTimeout, connect }, runner.run(text)),
    watched: await relationsOf(client),
    parts: await readParts(client),
    async renew() {
      // a session that was ended has nothing to forget
      await client.query(`RESET ALL; ${settings}`).catch(() => {});
    },
    connect,
    async close() {
      await client.end().catch(() => {});
      await database.drop();
    },
  };
}

async function set(client: Client, settings: string, timeZone: string | undefined): Promise<void> {
  try {
    await client.query(settings);
  } catch (error) {
    if (errorCode(error) !== '22023') throw error;
    throw new Problem('USAGE', `PostgreSQL knows no time zone ${timeZone}.`, {
      hint: 'Give a name such as Europe/Berlin; `plumb sql --shadow "select name from pg_timezone_names"` lists them.',
      cause: error,
    });
  }
}

async function hasPartitions(client: Client): Promise<boolean> {
  const { rows } = await client.query('SELECT FROM pg_catalog.pg_class WHERE relispartition LIMIT 1');
  return rows.length > 0;
}

/** As many as one transaction has locks for. */
const atOnce = 50;

/** What the state before brought along goes, too. */
async function emptyTables(client: Client, tables: readonly string[]): Promise<void> {
  for (let at = 0; at < tables.length; at += atOnce) {
    await client.query(`TRUNCATE ${tables.slice(at, at + atOnce).join(', ')} CASCADE`);
  }
}
