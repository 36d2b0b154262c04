import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { createShadow } from 'pgplumb';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { type AppClient, type ClientKind, clientKinds as kinds, postgresJs } from '../../test/client-kinds.ts';
import { isConnectionLost } from './connection-lost.ts';
import { databaseOf } from './database-of.ts';
import { serverErrorOf } from './server-error.ts';
import type { Session } from './session.ts';

let shadow: Awaited<ReturnType<typeof createShadow>>;
let pglite: PGlite;

beforeAll(async () => {
  shadow = await createShadow();
  pglite = new PGlite();
});
afterAll(async () => {
  await pglite.close();
  await shadow.drop();
});

async function openedApp({ open }: ClientKind): Promise<AppClient> {
  const app = await open(shadow.url, pglite);
  onTestFinished(async () => {
    await app.end();
  });
  return app;
}

async function openedSession(app: AppClient): Promise<Session> {
  const session = await databaseOf(app.client).open();
  onTestFinished(() => session.close());
  return session;
}

async function failureOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => expect.fail('It should have failed.'),
    (error: unknown) => error,
  );
}

describe.each(kinds)('through $name', (kind) => {
  test('several statements are run at once, and the rows of the last come back', async () => {
    const session = await openedSession(await openedApp(kind));
    const sql = "SELECT 1 AS one; SELECT 'a;b' AS first_word UNION ALL SELECT 'c' -- and; no more";
    expect(await session.run(sql)).toEqual([{ first_word: 'a;b' }, { first_word: 'c' }]);
    expect(await session.run('SELECT 1; CREATE TEMP TABLE gone (a int); DROP TABLE gone')).toEqual([]);
    expect(await session.run(' -- nothing')).toEqual([]);
  });

  test('it is told how many rows the last statement changed', async () => {
    const session = await openedSession(await openedApp(kind));
    await session.run('CREATE TEMP TABLE counted AS SELECT a FROM generate_series(1, 5) AS a');
    expect(await session.change('UPDATE counted SET a = -a WHERE a > 2')).toBe(3);
    expect(await session.change('UPDATE counted SET a = a WHERE a < 0 RETURNING a')).toBe(3);
    expect(await session.change('UPDATE counted SET a = 0 WHERE a > 100')).toBe(0);
    expect(await session.change("SET application_name = 'a'; DELETE FROM counted")).toBe(5);
    expect(await session.change('DROP TABLE counted')).toBe(0);
  });

  test('a statement takes values, whatever their type is', async () => {
    const session = await openedSession(await openedApp(kind));
    const [row] = await session.query(
      `SELECT ($1::text::boolean AND NOT $2::boolean)::text AS both_are, ($3::bigint + 1)::text AS big,
         ($4::json ->> 'a')::text AS of_json, ($5::timestamptz = '2020-01-01 00:00:00.123456+00')::text AS exact,
         ($6::text IS NULL)::text AS missing, encode($7::bytea, 'hex') AS bytes, $8::text AS quoted`,
      [true, false, 9007199254740993n, '{"a": "b"}', '2020-01-01 00:00:00.123456+00', null, '\\x00ff', `it's "\\$1`],
    );
    expect(row).toEqual({
      both_are: 'true',
      big: '9007199254740994',
      of_json: 'b',
      exact: 'true',
      missing: 'true',
      bytes: '00ff',
      quoted: `it's "\\$1`,
    });
  });

  test('a transaction and its settings stay on one session', async () => {
    const app = await openedApp(kind);
    const session = await openedSession(app);
    await session.run("BEGIN; SET LOCAL application_name = 'of the transaction'; CREATE TABLE undone (a int)");
    await session.query('INSERT INTO undone VALUES ($1)', [1]);
    expect(
      await session.run('SELECT count(*)::text, current_setting($$application_name$$) AS name FROM undone'),
    ).toEqual([{ count: '1', name: 'of the transaction' }]);
    await session.run('ROLLBACK');
    expect(await session.run("SELECT (to_regclass('undone') IS NULL)::text AS undone")).toEqual([{ undone: 'true' }]);
  });

  test('what the server says of an error has one shape', async () => {
    const session = await openedSession(await openedApp(kind));
    await session.run('CREATE TEMP TABLE known (a int CONSTRAINT positive CHECK (a > 0))');
    expect(serverErrorOf(await failureOf(session.run("SELECT '👩'; SELECT unknown FROM known")))).toMatchObject({
      message: 'column "unknown" does not exist',
      sqlstate: '42703',
      position: 20,
      internalQuery: null,
    });
    const refused = await failureOf(session.query('INSERT INTO known VALUES ($1)', [-1]));
    expect(serverErrorOf(refused)).toMatchObject({
      sqlstate: '23514',
      detail: 'Failing row contains (-1).',
      position: null,
      table: 'known',
      constraint: 'positive',
    });
    expect(isConnectionLost(refused)).toBe(false);
    const inside = await failureOf(session.run("DO $$ BEGIN EXECUTE 'SELECT 1 +'; END $$; SELECT 1"));
    expect(serverErrorOf(inside)).toMatchObject({
      sqlstate: '42601',
      internalQuery: 'SELECT 1 +',
      internalPosition: 11,
      where: expect.stringContaining('PL/pgSQL function'),
    });
    expect(await session.run("DROP TABLE known; SELECT 'goes on' AS it")).toEqual([{ it: 'goes on' }]);
  });

  test('a session that is closed gives back what the app goes on with', async () => {
    const app = await openedApp(kind);
    const session = await databaseOf(app.client).open();
    await session.run('SELECT 1');
    await session.close();
    for (let round = 0; round < 12; round += 1) await app.ask('SELECT 1');
  });
});

describe.each(kinds.filter(({ sessions }) => sessions === 'several'))('through $name', (kind) => {
  test('there is a second session beside the first', async () => {
    const app = await openedApp(kind);
    const database = databaseOf(app.client);
    const first = await database.open();
    const second = await database.openSecond();
    const pid = 'SELECT pg_backend_pid()::text AS pid';
    expect(await second?.run(pid)).not.toEqual(await first.run(pid));
    await second?.close();
    await first.close();
  });

  test('a transaction that was left open is not given to the app', async () => {
    const app = await openedApp(kind);
    for (const failing of ['SELECT 1', 'SELECT 1/0']) {
      const session = await databaseOf(app.client).open();
      await session.run('BEGIN; CREATE TABLE left_open (a int)');
      await session.run(failing).catch(() => {});
      await session.close();
      await app.ask('CREATE TABLE left_open (a int)');
      await app.ask('DROP TABLE left_open');
    }
  });
});

describe.each(kinds.filter(({ sessions }) => sessions === 'one'))('through $name', (kind) => {
  test('there is one session only', async () => {
    const app = await openedApp(kind);
    const database = databaseOf(app.client);
    const session = await database.open();
    expect(await database.openSecond()).toBeNull();
    await session.close();
  });
});

describe.each(kinds.filter(({ embedded }) => embedded !== true))('through $name', (kind) => {
  test('a session that the server ends is recognised, at work and at rest', async () => {
    for (const state of ['active', 'idle in transaction'] as const) {
      const app = await openedApp(kind);
      const session = await databaseOf(app.client).open();
      const [row] = await session.run('BEGIN; SELECT pg_backend_pid()::text AS pid');
      const working = state === 'active' ? failureOf(session.run('SELECT pg_sleep(600)')) : null;
      await terminate(String(row?.pid), state);
      if (working !== null) expect(isConnectionLost(await working)).toBe(true);
      expect(isConnectionLost(await failureOf(session.run('COMMIT')))).toBe(true);
      expect(isConnectionLost(await failureOf(session.query('SELECT $1', [1])))).toBe(true);
      await session.close();
      if (kind.sessions === 'several') {
        for (let round = 0; round < 12; round += 1) await app.ask('SELECT 1');
      }
    }
  });
});

async function terminate(pid: string, state: string): Promise<void> {
  const client = await shadow.connect();
  const asking = { text: 'SELECT state FROM pg_stat_activity WHERE pid = $1', values: [pid] };
  await expect.poll(async () => (await client.query(asking)).rows[0]?.state).toBe(state);
  await client.query('SELECT pg_terminate_backend($1)', [pid]);
  await expect.poll(async () => (await client.query(asking)).rows).toEqual([]);
  await client.end();
}

test.each(kinds.filter(({ name }) => /^(?:a pool|postgres)/.test(name)))(
  '$name tells the process of a session',
  async (kind) => {
    const session = await openedSession(await openedApp(kind));
    expect(await session.run('SELECT pg_backend_pid()::text AS pid')).toEqual([{ pid: String(session.announcedPid) }]);
  },
);

test('a PGlite that was closed is a lost connection', async () => {
  const closed = new PGlite();
  const session = await databaseOf(closed).open();
  await closed.close();
  expect(isConnectionLost(await failureOf(session.run('SELECT 1')))).toBe(true);
});

test('a server that nobody reaches is a lost connection', async () => {
  const pool = new pg.Pool({ host: '127.0.0.1', port: 1 });
  expect(isConnectionLost(await failureOf(databaseOf(pool).open()))).toBe(true);
  await pool.end();
});

test('sessions of postgres.js that are opened at once know their connections apart', async () => {
  const debug = (): void => {};
  const sql = postgresJs(shadow.url, { debug });
  onTestFinished(() => sql.end({ timeout: 1 }));
  const sessions = await Promise.all([1, 2, 3].map(() => databaseOf(sql).open()));
  expect(sql.options.debug).toBe(debug);
  await terminate(String(sessions[1]?.announcedPid), 'idle');
  const alive = await Promise.all(
    sessions.map(async (session) => {
      await expect.poll(() => session.run('SELECT 1').then(Boolean, isConnectionLost)).toBe(true);
      return session.run('SELECT 1').then(Boolean, () => false);
    }),
  );
  expect(alive).toEqual([true, false, true]);
  for (const session of sessions) await session.close();
});

test('a pool that has no connection to spare gives no second session', async () => {
  const pool = new pg.Pool({ connectionString: shadow.url, max: 1 });
  const database = databaseOf(pool);
  const session = await database.open();
  expect(await database.openSecond()).toBeNull();
  await session.close();
  await pool.end();
});

test('a client that was not connected before is ended', async () => {
  const client = new pg.Client(shadow.url);
  const session = await databaseOf(client).open();
  await session.run('SELECT 1');
  await session.close();
  await expect(client.query('SELECT 1')).rejects.toThrow('Client was closed');
  expect(client.listenerCount('error')).toBe(0);
});

test.each<[string, () => unknown]>([
  ['nothing', () => null],
  ['a URL', () => 'postgres://localhost/app'],
  ['an object of another kind', () => ({ query: () => {} })],
  ['a transaction of Kysely', () => ({ isTransaction: true, connection() {}, withoutPlugins() {}, getExecutor() {} })],
  ['a Drizzle database on another driver', () => ({ $client: new Map() })],
])('%s is refused with what is supported', (_, client) => {
  const open: (client: never) => unknown = databaseOf;
  expect(() => open(client() as never)).toThrow(
    expect.objectContaining({ code: 'CLIENT_UNSUPPORTED', hint: expect.stringContaining('postgres.js') }),
  );
});
