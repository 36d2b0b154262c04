import type { Client } from 'pg';
import { createShadow } from 'pgplumb';
import { defaultSettings } from '../src/apply/settings.ts';
import type { Backfill, BackfillMeans, BackfillState } from '../src/backfill/backfill.ts';
import { runBackfill } from '../src/backfill/run-backfill.ts';
import { databaseOf } from '../src/client/database-of.ts';
import type { Session } from '../src/client/session.ts';
import type { BackfillProgress } from '../src/contract/events.ts';
import { literal } from '../src/sql/literal.ts';
import { statementsOf } from '../src/sql/statements.ts';

/** A database in which backfills are tried, and where they write down how far they came. */
export interface Trial extends AsyncDisposable {
  readonly client: Client;
  readonly session: Session;
  connect(): Promise<Client>;
  /** Runs a backfill from where the last one came to. */
  run(backfill: Backfill, given?: Partial<BackfillMeans> & { readonly on?: Session }): Promise<Run>;
  saved(): Promise<BackfillState | null>;
  forget(): Promise<void>;
}

interface Run {
  readonly state: BackfillState;
  readonly batches: readonly { readonly rows: number; readonly key: readonly string[] | null }[];
  readonly progress: readonly BackfillProgress[];
}

export async function openTrial(major?: number): Promise<Trial> {
  const shadow = await createShadow({}, major === undefined ? {} : { major });
  const client = await shadow.connect();
  const session = await databaseOf(client).open();
  await client.query(
    'CREATE SCHEMA trial; CREATE TABLE trial.progress (state json); INSERT INTO trial.progress VALUES (NULL)',
  );
  const saved = async (): Promise<BackfillState | null> =>
    (await client.query('SELECT state FROM trial.progress')).rows[0].state;
  return {
    client,
    session,
    connect: () => shadow.connect(),
    async run(backfill, { on = session, ...given } = {}) {
      const from = await saved();
      const batches: { rows: number; key: readonly string[] | null }[] = [];
      const progress: BackfillProgress[] = [];
      let rows = from?.rows ?? 0;
      const state = await runBackfill(on, backfill, from, {
        begin: async () => 'BEGIN;',
        save: (each) => {
          batches.push({ rows: each.rows - rows, key: each.key });
          rows = each.rows;
          return `UPDATE trial.progress SET state = ${literal(JSON.stringify(each))};`;
        },
        retry: (work) => work(),
        onProgress: (each) => progress.push(each),
        pace: defaultSettings,
        signal: null,
        ...given,
      });
      return { state, batches, progress };
    },
    saved,
    async forget() {
      await client.query('UPDATE trial.progress SET state = NULL');
    },
    async [Symbol.asyncDispose]() {
      await session.close();
      await client.end();
      await shadow.drop();
    },
  };
}

export function backfillOf(sql: string, options: Partial<Backfill['options']> = {}): Backfill {
  const [statement] = statementsOf({ source: { name: 'm/1.sql', text: sql }, start: 0, end: sql.length });
  if (statement === undefined) throw new Error('no statement');
  return { statement, options: { table: 'rows', batch: 7, key: null, ...options } };
}
