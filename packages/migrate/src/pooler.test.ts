import pg from 'pg';
import { createShadow } from 'pgplumb';
import { expect, test } from 'vitest';
import { migrationOf } from '../test/migration-of.ts';
import { hasPgbouncer, startPgbouncer } from '../test/pgbouncer.ts';
import type { MigrationEvent } from './contract/events.ts';
import { migrate } from './migrate.ts';

const sets = migrationOf(
  '1_sets',
  `-- plumb:up
CREATE SCHEMA app; SET search_path = app; CREATE TEMP TABLE job AS SELECT 1 AS id; CREATE TABLE jobs (id int);
-- plumb:up no-transaction
INSERT INTO jobs VALUES (1);
CREATE INDEX CONCURRENTLY jobs_id ON app.jobs (id);`,
);

test.runIf(hasPgbouncer)('behind a pooler by transaction, eight deployers apply each migration once', async () => {
  await using shadow = await createShadow();
  await using pooler = await startPgbouncer(shadow.url);
  const many = [
    sets,
    ...Array.from({ length: 5 }, (_, n) => migrationOf(`${2 + n}_m`, `CREATE TABLE public.t${n} ()`)),
  ];
  const deploying = Array.from({ length: 8 }, async () => {
    await using pool = poolOf(pooler.url);
    return (await migrate({ client: pool.pool, migrations: many })).applied.length;
  });
  const counts = await Promise.all(deploying);
  expect(counts.reduce((sum, count) => sum + count)).toBe(many.length);

  const client = await shadow.connect();
  const { rows } = await client.query(
    `SELECT (SELECT count(*)::int FROM plumb.migrations) AS migrations, (SELECT token::int FROM plumb.migration_lease) AS token,
      (SELECT count(*)::int FROM app.jobs) AS rows`,
  );
  await client.end();
  expect(rows).toEqual([{ migrations: many.length, token: expect.any(Number), rows: 1 }]);
  expect(rows[0].token).toBeGreaterThan(0);

  const app = new pg.Client(pooler.url);
  await app.connect();
  const { rows: left } = await app.query('SHOW search_path');
  const { rows: hidden } = await app.query("SELECT relname FROM pg_class WHERE relpersistence = 't'");
  await app.end();
  expect(hidden).toEqual([]);
  expect(left).toEqual([{ search_path: '"$user", public' }]);
});

test('who was not heard of for too long loses the lease, and what it had begun', async () => {
  await using shadow = await createShadow();
  await using pool = poolOf(shadow.url);
  const taken = migrationOf('1_taken', "UPDATE plumb.migration_lease SET token = token + 1, held_until = 'infinity'");
  const late = migrationOf('2_late', 'CREATE TABLE late ()');
  await expect(migrate({ client: pool.pool, migrations: [taken, late], lock: 'lease' })).rejects.toMatchObject({
    code: 'LEASE_LOST',
  });
  const { rows } = await pool.pool.query(
    "SELECT to_regclass('late') AS late, (SELECT count(*)::int FROM plumb.migrations)",
  );
  expect(rows).toEqual([{ late: null, count: 1 }]);
});

test('a lease whose holder died is taken over when it has run out', async () => {
  await using shadow = await createShadow();
  await using pool = poolOf(shadow.url);
  const options = { client: pool.pool, lock: 'lease' } as const;
  await migrate({ ...options, migrations: [migrationOf('1_a', 'CREATE TABLE a ()')] });
  await pool.pool.query(
    "UPDATE plumb.migration_lease SET holder = 'dead@host', held_until = clock_timestamp() + interval '1 s'",
  );
  const events: MigrationEvent[] = [];
  const { applied } = await migrate({
    ...options,
    migrations: [migrationOf('1_a', 'CREATE TABLE a ()'), migrationOf('2_b', 'CREATE TABLE b ()')],
    onEvent: (event) => events.push(event),
  });
  expect(applied).toHaveLength(1);
  expect(events[0]).toMatchObject({ type: 'waiting', deployer: { user: 'dead@host' } });
});

function poolOf(url: string): AsyncDisposable & { readonly pool: pg.Pool } {
  const pool = new pg.Pool({ connectionString: url, max: 3 });
  pool.on('error', () => {});
  return { pool, [Symbol.asyncDispose]: () => pool.end() };
}
