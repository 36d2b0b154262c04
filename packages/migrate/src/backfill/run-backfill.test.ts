import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { backfillOf, openTrial, type Trial } from '../../test/backfill-trial.ts';
import { serverErrorOf } from '../client/server-error.ts';

let trial: Trial;

beforeAll(async () => {
  trial = await openTrial();
});

afterAll(() => trial[Symbol.asyncDispose]());

/** Makes what a test needs, and takes it away with its progress. */
async function made(sql: string): Promise<void> {
  onTestFinished(async () => {
    await trial.client.query('DROP TABLE IF EXISTS rows, other CASCADE');
    await trial.forget();
  });
  await trial.client.query(sql);
}

async function sum(expression: string): Promise<string> {
  return String((await trial.client.query(`SELECT ${expression} AS value FROM rows`)).rows[0].value);
}

const hundred =
  'CREATE TABLE rows (id int PRIMARY KEY, n int NOT NULL); INSERT INTO rows SELECT i, 0 FROM generate_series(1, 100) AS i';

test('every row is changed once, a batch at a time along the key', async () => {
  await made(hundred);
  const { state, batches } = await trial.run(backfillOf('UPDATE rows SET n = n + 1'));
  expect(state).toMatchObject({ columns: ['id'], rows: 100, done: true });
  expect(await trial.saved()).toEqual(state);
  expect(batches.map(({ key }) => key?.[0])).toEqual([...'7 14 21 28 35 42 49 56 63 70 77 84 91 98 98'.split(' ')]);
  expect(batches.every(({ rows }) => rows <= 7)).toBe(true);
  expect(await sum('min(n) + 10 * max(n)')).toBe('11');
});

test('it goes on where the record says, and not again when it is done', async () => {
  await made(hundred);
  const stopped = new AbortController();
  const onProgress = (): void => stopped.abort();
  const first = await trial.run(backfillOf('UPDATE rows SET n = n + 1'), { signal: stopped.signal, onProgress });
  expect(first.state).toMatchObject({ key: ['7'], rows: 7, done: false });
  const { state } = await trial.run(backfillOf('UPDATE rows SET n = n + 1'));
  expect(state).toMatchObject({ rows: 100, done: true });
  await trial.run(backfillOf('UPDATE rows SET n = n + 1'));
  expect(await sum('min(n) + 10 * max(n)')).toBe('11');
});

test('an error counts its position in the statement as it was written', async () => {
  await made(hundred);
  for (const sql of [
    "UPDATE rows SET n = '👩' || unknown",
    "UPDATE /* 👩 */ rows SET n = 1 WHERE '👩' = '' OR unknown -- all\n",
    'DELETE FROM rows WHERE true RETURNING id, unknown',
  ]) {
    const error: unknown = await trial.run(backfillOf(sql)).catch((each: unknown) => each);
    expect(serverErrorOf(error)).toMatchObject({
      sqlstate: '42703',
      position: Array.from(sql.slice(0, sql.indexOf('unknown'))).length + 1,
    });
  }
});
