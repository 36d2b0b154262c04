import { PGlite } from '@electric-sql/pglite';
import type { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest';
import { backfillOf, openTrial, type Trial } from '../../test/backfill-trial.ts';
import { isConnectionLost } from '../client/connection-lost.ts';
import { databaseOf } from '../client/database-of.ts';
import { serverErrorOf } from '../client/server-error.ts';
import { runBackfill } from './run-backfill.ts';

let trial: Trial;

beforeAll(async () => {
  trial = await openTrial();
});

afterAll(() => trial[Symbol.asyncDispose]());

beforeEach(async () => {
  await trial.client.query(`CREATE TABLE rows (id int PRIMARY KEY, n int NOT NULL);
    INSERT INTO rows SELECT i, 0 FROM generate_series(1, 100) AS i`);
});

afterEach(async () => {
  await trial.client.query('DROP TABLE rows');
  await trial.forget();
});

const counting = backfillOf('UPDATE rows SET n = n + 1');

/** Again and again, as long as it only has to give way. */
async function retry<T>(work: () => Promise<T>, onRetry = async (): Promise<void> => {}): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (serverErrorOf(error)?.sqlstate !== '55P03') throw error;
      await onRetry();
    }
  }
}

async function connected(): Promise<Client> {
  const client = await trial.connect();
  client.on('error', () => {});
  onTestFinished(() => client.end());
  return client;
}

/** A run that is cut off as soon as the database is in some state: `until` asks for it, of the process `$1`. */
async function cutOff(until: string): Promise<void> {
  const client = await connected();
  const on = await databaseOf(client).open();
  const pid = on.announcedPid;
  const running = trial.run(counting, { on, retry }).then(
    () => null,
    (error: unknown) => error,
  );
  await expect.poll(async () => (await trial.client.query(until, [pid])).rowCount, { interval: 5 }).toBe(1);
  await trial.client.query('SELECT pg_terminate_backend($1)', [pid]);
  const error = await running;
  expect(error === null || isConnectionLost(error)).toBe(true);
  const gone = 'SELECT FROM pg_stat_activity WHERE pid = $1';
  await expect.poll(async () => (await trial.client.query(gone, [pid])).rowCount).toBe(0);
}

async function expectEachOnce(): Promise<void> {
  const { rows } = await trial.client.query('SELECT n, count(*)::int AS rows FROM rows GROUP BY n');
  expect(rows).toEqual([{ n: 1, rows: 100 }]);
}

test('a batch that is cut off while it waits is done once, after all', async () => {
  const app = await connected();
  await app.query('BEGIN; SELECT FROM rows WHERE id = 50 FOR UPDATE');
  await cutOff("SELECT FROM pg_stat_activity WHERE pid = $1 AND wait_event_type = 'Lock'");
  await app.query('COMMIT');
  expect(await trial.saved()).toMatchObject({ key: ['49'], rows: 49 });
  await trial.run(counting);
  await expectEachOnce();
});

test('a batch that is cut off at its COMMIT is done once, after all', async () => {
  const app = await connected();
  await app.query('SELECT pg_advisory_lock(7)');
  await trial.client.query(`CREATE FUNCTION trial.wait() RETURNS trigger LANGUAGE plpgsql
      AS 'BEGIN PERFORM pg_advisory_xact_lock(7); RETURN NULL; END';
    CREATE CONSTRAINT TRIGGER wait AFTER UPDATE ON rows DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
      WHEN (new.id = 50) EXECUTE FUNCTION trial.wait()`);
  await cutOff("SELECT FROM pg_stat_activity WHERE pid = $1 AND wait_event = 'advisory'");
  expect(await trial.saved()).toMatchObject({ key: ['49'], rows: 49 });
  await app.query('SELECT pg_advisory_unlock(7)');
  await trial.run(counting);
  await expectEachOnce();
});

test('a run that is cut off again and again changes each row once', async () => {
  await trial.client.query(`CREATE FUNCTION trial.slowly() RETURNS trigger LANGUAGE plpgsql
      AS 'BEGIN PERFORM pg_sleep(0.002); RETURN new; END';
    CREATE TRIGGER slowly BEFORE UPDATE ON rows FOR EACH ROW EXECUTE FUNCTION trial.slowly()`);
  for (const rows of [1, 20, 21, 60, 90]) {
    await cutOff(`SELECT FROM trial.progress WHERE (state ->> 'rows')::int >= ${rows} AND $1::int IS NOT NULL`);
  }
  await trial.run(counting);
  await expectEachOnce();
});

test('after it had to give way, batches are smaller, and grow again', async () => {
  const app = await connected();
  await app.query('BEGIN; SELECT FROM rows WHERE id = 30 FOR UPDATE');
  let gaveWay = 0;
  const { batches } = await trial.run(backfillOf('UPDATE rows SET n = n + 1', { batch: 20 }), {
    retry: (work) =>
      retry(work, async () => {
        gaveWay += 1;
        if (gaveWay === 2) await app.query('COMMIT');
      }),
  });
  expect(batches.map(({ rows }) => rows)).toEqual([20, 5, 10, 20, 20, 20, 5]);
  await expectEachOnce();
});

test('in a deadlock with the application it is the backfill that gives way', async () => {
  const app = await connected();
  await app.query('BEGIN; UPDATE rows SET n = n WHERE id = 60');
  const running = trial.run(counting, { retry });
  const waits = "SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND pid = $1";
  await expect
    .poll(async () => (await app.query(waits, [trial.session.announcedPid])).rowCount, { interval: 5 })
    .toBe(1);
  await app.query('UPDATE rows SET n = n WHERE id = 58');
  await app.query('COMMIT');
  await running;
  await expectEachOnce();
});

test('rows that come meanwhile are done, where it has not been yet', async () => {
  const { state } = await trial.run(counting, {
    onProgress: async ({ rows }) => {
      if (rows === 7) await trial.client.query('INSERT INTO rows SELECT i, 0 FROM generate_series(0, 150, 150) AS i');
    },
  });
  expect(state).toMatchObject({ rows: 101, done: true });
});

test('an error of the statement takes back its batch alone', async () => {
  await trial.client.query('ALTER TABLE rows ADD CHECK (n = 0 OR id <> 20)');
  await expect(trial.run(counting)).rejects.toMatchObject({ code: '23514' });
  expect(await trial.saved()).toMatchObject({ key: ['14'], rows: 14 });
  await trial.client.query('ALTER TABLE rows DROP CONSTRAINT rows_check');
  await trial.run(counting);
  await expectEachOnce();
});

test('it goes on along the columns that it began with', async () => {
  const stopped = new AbortController();
  await trial.run(counting, { signal: stopped.signal, onProgress: () => stopped.abort() });
  await trial.client.query(`ALTER TABLE rows DROP CONSTRAINT rows_pkey, ADD COLUMN other int GENERATED ALWAYS AS IDENTITY PRIMARY KEY;
    CREATE INDEX ON rows (id)`);
  expect((await trial.run(counting)).state).toMatchObject({ columns: ['id'], rows: 100 });
  await expectEachOnce();
});

test('it waits for replicas that lie behind', async () => {
  await trial.client.query(`CREATE TABLE trial.replicas AS SELECT interval '1 minute' AS replay_lag;
    CREATE VIEW trial.pg_stat_replication AS SELECT replay_lag FROM trial.replicas;
    SET search_path = trial, public, pg_catalog`);
  const watching = await connected();
  const pid = trial.session.announcedPid;
  const running = trial.run(backfillOf('UPDATE rows SET n = n + 1 WHERE pg_sleep(0.02) IS NOT NULL', { batch: 1 }));
  const waits = "SELECT FROM pg_stat_activity WHERE pid = $1 AND state = 'idle' AND query LIKE '%pg_stat_replication%'";
  await expect.poll(async () => (await watching.query(waits, [pid])).rowCount).toBe(1);
  await watching.query("UPDATE trial.replicas SET replay_lag = '1 second'");
  expect((await running).state.done).toBe(true);
  await trial.client.query('RESET search_path; DROP VIEW trial.pg_stat_replication; DROP TABLE trial.replicas');
  await expectEachOnce();
});

test('how far replicas may lie behind can be said', async () => {
  await trial.client.query(`CREATE VIEW trial.pg_stat_replication AS SELECT interval '1 minute' AS replay_lag;
    SET search_path = trial, public, pg_catalog`);
  const update = backfillOf('UPDATE rows SET n = n + 1 WHERE pg_sleep(0.02) IS NOT NULL', { batch: 1 });
  expect((await trial.run(update, { pace: { pace: 1, maxLag: 61_000 } })).state.done).toBe(true);
  await trial.client.query('RESET search_path; DROP VIEW trial.pg_stat_replication');
  await expectEachOnce();
});

test('it leaves to others what its pace leaves, and stops in a pause when it is asked to', async () => {
  const stopped = new AbortController();
  const batches: number[] = [];
  const running = trial.run(backfillOf('UPDATE rows SET n = n + 1', { batch: 1 }), {
    pace: { pace: 1e-6, maxLag: null },
    signal: stopped.signal,
    onProgress: ({ rows }) => batches.push(rows),
  });
  await expect.poll(() => batches).toEqual([1]);
  const others = await connected();
  for (let query = 0; query < 100; query += 1) await others.query('SELECT count(*) FROM rows');
  stopped.abort();
  expect((await running).state).toMatchObject({ rows: 1, done: false });
});

test('it tells how far it is', async () => {
  await trial.client.query('ANALYZE rows');
  const { progress } = await trial.run(backfillOf('UPDATE rows SET n = 1 WHERE id % 2 = 0', { batch: 10 }));
  expect(progress[4]).toMatchObject({ table: 'public.rows', rows: 25, share: 0.5 });
  expect(progress.at(-1)).toMatchObject({ rows: 50, share: 1, secondsLeft: 0 });
});

test('it works in PGlite, too', async () => {
  const pglite = new PGlite();
  await pglite.exec(
    'CREATE TABLE rows (id int PRIMARY KEY, n int); INSERT INTO rows SELECT i, 0 FROM generate_series(1, 30) AS i',
  );
  const session = await databaseOf(pglite).open();
  const state = await runBackfill(session, counting, null, {
    begin: async () => 'BEGIN;',
    save: () => '',
    retry: (work) => work(),
    onProgress: () => {},
    pace: { pace: 1, maxLag: null },
    signal: null,
  });
  expect(state).toMatchObject({ rows: 30, done: true });
  expect((await pglite.query('SELECT DISTINCT n FROM rows')).rows).toEqual([{ n: 1 }]);
  await pglite.close();
});
