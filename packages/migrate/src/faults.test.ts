import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { createShadow } from 'pgplumb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate } from './migrate.ts';
import { rollback } from './rollback.ts';

/*
 * A deployer is cut off in the middle of each kind of step. The moment is told by what the database shows: a lock of the
 * test keeps the step where it is.
 */

/** Each step has a table of its own, so that a lock on it keeps no other step. */
const files: Readonly<Record<string, string>> = {
  '1_tables.sql': `-- plumb:up
CREATE TABLE altered (id int);
CREATE TABLE built (id int);
INSERT INTO built SELECT generate_series(1, 1000);
CREATE TABLE logs (id int, at date) PARTITION BY RANGE (at);
CREATE TABLE logs_old PARTITION OF logs FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE dropped (id int);
CREATE INDEX dropped_id ON dropped (id);
CREATE TABLE alone (id int);
CREATE TABLE filled (id int PRIMARY KEY, n int NOT NULL DEFAULT 0);
INSERT INTO filled SELECT generate_series(1, 3000);
`,
  '2_steps.sql': `-- plumb:up
INSERT INTO altered VALUES (1);
ALTER TABLE altered ADD COLUMN priority int;

-- plumb:up no-transaction
CREATE INDEX CONCURRENTLY built_id ON built (id);
ALTER TABLE logs DETACH PARTITION logs_old CONCURRENTLY;
DROP INDEX CONCURRENTLY dropped_id;
INSERT INTO alone VALUES (2);

-- plumb:up backfill table=filled batch=100
UPDATE filled SET n = n + 1;

-- plumb:up
ALTER TABLE altered ALTER COLUMN priority SET DEFAULT 1;
`,
};

let folder: string;
const program = fileURLToPath(new URL('../test/programs/deploy.mjs', import.meta.url));

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'plumb-faults-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Moment {
  readonly name: string;
  /** What the test does before the deployer comes, after the first migration. */
  readonly hold: string;
  /** What is true in the database when the deployer is where it is to be cut off. */
  readonly reached: string;
}

const waiting = (query: string): string => `SELECT EXISTS (SELECT FROM pg_stat_activity
  WHERE application_name = 'deployer' AND wait_event_type = 'Lock' AND query LIKE '%${query}%') AS reached`;

const moments: readonly Moment[] = [
  {
    name: 'in a transaction, behind its first statement',
    hold: 'TABLE altered',
    reached: waiting('ALTER TABLE altered'),
  },
  { name: 'in the build of an index', hold: 'UPDATE built SET id = id WHERE id = 1', reached: waiting('CREATE INDEX') },
  { name: 'in the detaching of a partition', hold: 'TABLE logs_old', reached: waiting('ALTER TABLE logs DETACH') },
  { name: 'in the removal of an index', hold: 'TABLE dropped', reached: waiting('DROP INDEX') },
  {
    name: 'in a statement by itself, after others outside of a transaction',
    hold: 'LOCK TABLE alone IN SHARE ROW EXCLUSIVE MODE',
    reached: waiting('INSERT INTO alone VALUES (2)'),
  },
  {
    name: 'in a batch of a backfill, after other batches',
    hold: 'SELECT FROM filled WHERE id = 1234 FOR UPDATE',
    reached: `SELECT count(*) > 0 AS reached FROM pg_stat_activity a, plumb.migration_units u
      WHERE a.application_name = 'deployer' AND a.wait_event_type = 'Lock' AND u.mode = 'backfill' AND u.memory IS NOT NULL`,
  },
];

const ways: Readonly<Record<string, (child: ChildProcess, observer: pg.Client) => Promise<void>>> = {
  'kill -9': async (child) => {
    child.kill('SIGKILL');
  },
  pg_terminate_backend: async (_child, observer) => {
    await observer.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'deployer'");
  },
};

async function cutOff(
  url: string,
  { hold, reached }: Moment,
  end: (child: ChildProcess, observer: pg.Client) => Promise<void>,
): Promise<void> {
  const [holder, observer] = [new pg.Client(url), new pg.Client(url)];
  for (const client of [holder, observer]) {
    client.on('error', () => {});
    await client.connect();
  }
  await holder.query(`BEGIN; ${hold}`);
  const child = spawn(process.execPath, [program, url, folder], { stdio: 'ignore' });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  await expect.poll(async () => (await observer.query(reached)).rows[0]?.reached).toBe(true);
  await end(child, observer);
  await ended;
  await holder.query('COMMIT');
  await Promise.all([holder.end(), observer.end()]);
}

/** Everything that the migrations made, and what the journal says of it. */
async function stateOf(client: pg.Client | pg.Pool): Promise<unknown> {
  const { rows } = await client.query(`SELECT
    (SELECT json_agg(json_build_array(c.relname, c.relkind, i.indisvalid, pg_get_indexdef(i.indexrelid)) ORDER BY c.relname)
      FROM pg_class c LEFT JOIN pg_index i ON i.indexrelid = c.oid WHERE c.relnamespace = 'public'::regnamespace) AS relations,
    (SELECT json_agg(inhrelid::regclass::text ORDER BY inhrelid) FROM pg_inherits) AS partitions,
    (SELECT json_agg(a) FROM altered a) AS altered, (SELECT json_agg(a) FROM alone a) AS alone,
    (SELECT json_build_array(count(*), min(n), max(n)) FROM filled) AS filled,
    (SELECT json_agg(json_build_array(version, state, finished_at IS NOT NULL) ORDER BY ordinal) FROM plumb.migrations) AS journal,
    (SELECT json_agg(json_build_array(version, direction, number, mode, state) ORDER BY version, direction, number)
      FROM plumb.migration_units) AS units`);
  return rows[0];
}

let whole: unknown;

beforeAll(async () => {
  await using shadow = await createShadow();
  const client = await shadow.connect();
  await migrate({ client, migrations: folder });
  whole = await stateOf(client);
  await client.end();
});

for (const [way, end] of Object.entries(ways)) {
  for (const moment of moments) {
    test(`${way} ${moment.name}: the next deployer ends where an undisturbed one does`, async () => {
      await using shadow = await createShadow();
      const pool = new pg.Pool({ connectionString: shadow.url, max: 2 });
      pool.on('error', () => {});
      try {
        await migrate({ client: pool, migrations: folder, to: '1' });
        await cutOff(shadow.url, moment, end);
        await migrate({ client: pool, migrations: folder });
        expect(await stateOf(pool)).toEqual(whole);
      } finally {
        await pool.end();
      }
    });
  }
}

test('a rollback that is cut off goes on where it was', async () => {
  await using shadow = await createShadow();
  const [client, holder] = [await shadow.connect(), await shadow.connect()];
  const down = `-- plumb:up
CREATE TABLE a (b int); CREATE INDEX a_b ON a (b); CREATE TABLE c ();
-- plumb:down no-transaction
DROP TABLE c;
DROP INDEX CONCURRENTLY a_b;
-- plumb:down
DROP TABLE a;`;
  const { migrationOf } = await import('../test/migration-of.ts');
  const migrations = [migrationOf('1_a', down)];
  await migrate({ client, migrations });
  await holder.query('BEGIN; LOCK TABLE a IN ACCESS SHARE MODE');
  const cut = await shadow.connect();
  cut.on('error', () => {});
  const { rows } = await cut.query('SELECT pg_backend_pid() AS pid');
  const rollingBack = rollback({ client: cut, migrations }).catch((error: unknown) => error);
  const drops = `SELECT EXISTS (SELECT FROM pg_stat_activity WHERE pid = ${rows[0].pid} AND wait_event_type = 'Lock') AS reached`;
  await expect.poll(async () => (await client.query(drops)).rows[0]?.reached).toBe(true);
  await client.query(`SELECT pg_terminate_backend(${rows[0].pid})`);
  expect(await rollingBack).toMatchObject({ code: 'CONNECTION_LOST' });
  await holder.query('COMMIT');

  await expect(migrate({ client, migrations })).rejects.toMatchObject({
    code: 'HISTORY_DIFFERS',
    hint: expect.stringContaining('plumb down'),
  });
  expect((await rollback({ client, migrations })).rolledBack).toHaveLength(1);
  const left = await client.query("SELECT count(*)::int FROM pg_class WHERE relnamespace = 'public'::regnamespace");
  expect(left.rows).toEqual([{ count: 0 }]);
  await Promise.all([client.end(), holder.end(), cut.end().catch(() => {})]);
});
