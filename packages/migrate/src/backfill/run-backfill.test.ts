import type { Client } from 'pg';
import { createShadow } from 'pgplumb';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { databaseOf } from '../client/database-of.ts';
import { serverErrorOf } from '../client/server-error.ts';
import type { Session } from '../client/session.ts';
import type { BackfillProgress } from '../events.ts';
import { literal } from '../sql/literal.ts';
import { statementsOf } from '../sql/statements.ts';
import type { Backfill, BackfillMeans, BackfillState } from './backfill.ts';
import { runBackfill } from './run-backfill.ts';

let shadow: Awaited<ReturnType<typeof createShadow>>;
let client: Client;
let session: Session;

beforeAll(async () => {
  shadow = await createShadow();
  client = await shadow.connect();
  session = await databaseOf(client).open();
  await client.query('CREATE TABLE progress (state jsonb); INSERT INTO progress VALUES (NULL)');
});

afterAll(async () => {
  await session.close();
  await client.end();
  await shadow.drop();
});

function backfillOf(sql: string, options: Partial<Backfill['options']> = {}): Backfill {
  const [statement] = statementsOf({ source: { name: 'm/1.sql', text: sql }, start: 0, end: sql.length });
  if (statement === undefined) throw new Error('no statement');
  return { statement, options: { table: 'rows', batch: 7, key: null, ...options } };
}

interface Batch {
  readonly rows: number;
  readonly key: readonly string[] | null;
}

interface Run {
  readonly state: BackfillState;
  readonly batches: readonly Batch[];
  readonly progress: readonly BackfillProgress[];
}

async function run(
  backfill: Backfill,
  { on = session, ...given }: Partial<BackfillMeans> & { readonly on?: Session } = {},
): Promise<Run> {
  const batches: Batch[] = [];
  const progress: BackfillProgress[] = [];
  let rows = 0;
  const state = await runBackfill(on, backfill, await saved(), {
    begin: async () => {
      await on.run('BEGIN');
    },
    save: (each) => {
      batches.push({ rows: each.rows - rows, key: each.key });
      rows = each.rows;
      return `UPDATE progress SET state = ${literal(JSON.stringify(each))};`;
    },
    retry: (work) => work(),
    onProgress: (each) => progress.push(each),
    signal: null,
    ...given,
  });
  return { state, batches, progress };
}

async function saved(): Promise<BackfillState | null> {
  return (await client.query('SELECT state FROM progress')).rows[0].state;
}

/** Makes what a test needs, and takes it away with its progress. */
async function made(sql: string): Promise<void> {
  onTestFinished(async () => {
    await client.query('DROP TABLE IF EXISTS rows, other CASCADE; UPDATE progress SET state = NULL');
  });
  await client.query(sql);
}

async function sum(expression: string): Promise<string> {
  return String((await client.query(`SELECT ${expression} AS value FROM rows`)).rows[0].value);
}

const hundred =
  'CREATE TABLE rows (id int PRIMARY KEY, n int NOT NULL); INSERT INTO rows SELECT i, 0 FROM generate_series(1, 100) AS i';

test('every row is changed once, a batch at a time along the key', async () => {
  await made(hundred);
  const { state, batches } = await run(backfillOf('UPDATE rows SET n = n + 1'));
  expect(state).toMatchObject({ columns: ['id'], rows: 100, done: true });
  expect(await saved()).toEqual(state);
  expect(batches.map(({ key }) => key?.[0])).toEqual([...'7 14 21 28 35 42 49 56 63 70 77 84 91 98 98'.split(' ')]);
  expect(batches.every(({ rows }) => rows <= 7)).toBe(true);
  expect(await sum('min(n) + 10 * max(n)')).toBe('11');
});

test('it goes on where the record says, and not again when it is done', async () => {
  await made(hundred);
  const stopped = new AbortController();
  const onProgress = (): void => stopped.abort();
  const first = await run(backfillOf('UPDATE rows SET n = n + 1'), { signal: stopped.signal, onProgress });
  expect(first.state).toMatchObject({ key: ['7'], rows: 7, done: false });
  const { state } = await run(backfillOf('UPDATE rows SET n = n + 1'));
  expect(state).toMatchObject({ rows: 100, done: true });
  await run(backfillOf('UPDATE rows SET n = n + 1'));
  expect(await sum('min(n) + 10 * max(n)')).toBe('11');
});

test('an error counts its position in the statement as it was written', async () => {
  await made(hundred);
  for (const sql of [
    "UPDATE rows SET n = '👩' || unknown",
    "UPDATE /* 👩 */ rows SET n = 1 WHERE '👩' = '' OR unknown -- all\n",
    'DELETE FROM rows WHERE true RETURNING id, unknown',
  ]) {
    const error: unknown = await run(backfillOf(sql)).catch((each: unknown) => each);
    expect(serverErrorOf(error)).toMatchObject({
      sqlstate: '42703',
      position: Array.from(sql.slice(0, sql.indexOf('unknown'))).length + 1,
    });
  }
});
