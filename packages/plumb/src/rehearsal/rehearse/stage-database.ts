import type { Client } from 'pg';
import type { Finding } from '../../contract/finding.ts';
import { shadowRunner } from '../../sources/stand-ins/shadow-runner.ts';
import { fillTables } from '../sample/fill-tables.ts';
import type { Scratch } from '../shadow-of.ts';
import { type Parts, readParts } from '../watch/parts.ts';
import { pidOf } from '../watch/pid-of.ts';
import { relationsOf, type Watched } from '../watch/snapshot.ts';
import { withinLimit } from './time-limit.ts';

/** What tables hold: the rows that they have, and invented ones where they have none; only the former; or nothing. */
export type RowsHeld = 'filled' | 'own' | 'none';

export interface StageOptions {
  /** Databases in the state before the migrations. */
  readonly scratch: () => Promise<Scratch>;
  /** Tables that get rows, as they are written in SQL. */
  readonly tables: readonly string[];
  /** Milliseconds that a statement may take. */
  readonly statementTimeout: number;
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
  { scratch, tables, statementTimeout }: StageOptions,
  rows: RowsHeld,
): Promise<StageDatabase> {
  const database = await scratch();
  const client = await database.connect();
  const { empty } = rows === 'filled' ? await fillTables(client, tables) : { empty: [] };
  if (rows === 'none') await emptyTables(client, tables);
  const limit = `SET statement_timeout = ${Math.ceil(statementTimeout)}`;
  await client.query(limit);
  const runner = shadowRunner(client);
  const pid = await pidOf(client);
  const connect = (): Promise<Client> => database.connect();
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
      await client.query(`RESET ALL; ${limit}`).catch(() => {});
    },
    connect,
    async close() {
      await client.end().catch(() => {});
      await database.drop();
    },
  };
}

/** What the state before brought along goes, too. */
async function emptyTables(client: Client, tables: readonly string[]): Promise<void> {
  if (tables.length > 0) await client.query(`TRUNCATE ${tables.join(', ')} CASCADE`);
}
