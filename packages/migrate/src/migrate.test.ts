import pg from 'pg';
import { createShadow } from 'pgplumb';
import { beforeEach, expect, test } from 'vitest';
import { migrationOf } from '../test/migration-of.ts';
import { baseline } from './baseline.ts';
import type { MigrationEvent } from './contract/events.ts';
import { migrate } from './migrate.ts';
import { repairJournal } from './repair.ts';
import { rollback } from './rollback.ts';
import { migrationStatus } from './status.ts';

type Shadow = Awaited<ReturnType<typeof createShadow>>;

let shadow: Shadow;
let pool: pg.Pool;

beforeEach(async () => {
  shadow = await createShadow();
  pool = new pg.Pool({ connectionString: shadow.url, max: 3 });
  pool.on('error', () => {});
  return async () => {
    await pool.end();
    await shadow[Symbol.asyncDispose]();
  };
});

const jobs = migrationOf(
  '20260101000000_jobs',
  `-- Jobs.
-- plumb:up
CREATE TABLE jobs (id int PRIMARY KEY, state text);
INSERT INTO jobs SELECT n, 'new' FROM generate_series(1, 100) n;

-- plumb:up no-transaction
CREATE INDEX CONCURRENTLY jobs_state_idx ON jobs (state);

-- plumb:down no-transaction
DROP INDEX CONCURRENTLY jobs_state_idx;

-- plumb:down
DROP TABLE jobs;
`,
);
const people = migrationOf('20260102000000_people', 'CREATE TABLE people (id int);\n-- no way back');

async function one(sql: string): Promise<unknown> {
  const { rows } = await pool.query<unknown[]>({ text: sql, rowMode: 'array' });
  return rows[0]?.[0];
}

const tables = `SELECT string_agg(relname, ' ' ORDER BY relname) FROM pg_class WHERE relnamespace = 'public'::regnamespace`;

test('migrations are applied once, in order, and taken back', async () => {
  const options = { client: pool, migrations: [jobs, people] };
  expect((await migrate(options)).applied.map(({ version }) => version)).toEqual([jobs.version, people.version]);
  expect(await one(tables)).toBe('jobs jobs_pkey jobs_state_idx people');
  expect((await migrate(options)).applied).toEqual([]);

  await expect(rollback(options)).rejects.toMatchObject({
    code: 'USAGE',
    message: expect.stringContaining('no way back'),
  });
  await repairJournal({ ...options, forget: '20260102' });
  await pool.query('DROP TABLE people');
  expect((await rollback({ ...options, to: '0' })).rolledBack.map(({ version }) => version)).toEqual([jobs.version]);
  expect(await one(tables)).toBeNull();
  expect((await migrationStatus(options)).pending).toHaveLength(2);
});

test('a section that fails is rolled back whole, and told with its place', async () => {
  const broken = migrationOf('20260103_broken', 'CREATE TABLE a ();\n\nINSERT INTO nowhere VALUES (1);');
  await expect(migrate({ client: pool, migrations: [broken] })).rejects.toMatchObject({
    code: 'SQL_FAILED',
    message: 'relation "nowhere" does not exist (migrations/20260103_broken.sql:3:13, SQLSTATE 42P01).',
  });
  expect(await one(tables)).toBeNull();
  expect(await migrationStatus({ client: pool, migrations: [broken] })).toMatchObject({ applied: [], findings: [] });
});

test('what is done of a migration stays, and the rest may be mended in the file', async () => {
  const text = (rest: string): string => `-- plumb:up\nCREATE TABLE a ();\n-- plumb:up no-transaction\n${rest};\n`;
  const wrong = migrationOf('1_a', text('CREATE INDEX CONCURRENTLY ON a (nothing)'));
  await expect(migrate({ client: pool, migrations: [wrong] })).rejects.toMatchObject({ code: 'SQL_FAILED' });
  const { findings } = await migrationStatus({ client: pool, migrations: [wrong] });
  expect(findings).toMatchObject([{ id: 'migration-unfinished' }]);

  const right = migrationOf('1_a', text('ALTER TABLE a ADD COLUMN b int;\nCREATE INDEX CONCURRENTLY a_b ON a (b)'));
  const { applied } = await migrate({ client: pool, migrations: [right] });
  expect(applied).toHaveLength(1);
  expect(await one(tables)).toBe('a a_b');
  expect((await migrationStatus({ client: pool, migrations: [right] })).findings).toEqual([]);
});

test('what is already done can’t be changed in the file', async () => {
  const text = (column: string): string =>
    `-- plumb:up\nCREATE TABLE a (${column} int);\n-- plumb:up no-transaction\nCREATE INDEX CONCURRENTLY ON a (c);`;
  await expect(migrate({ client: pool, migrations: [migrationOf('1_a', text('b'))] })).rejects.toThrow();
  await expect(migrate({ client: pool, migrations: [migrationOf('1_a', text('c'))] })).rejects.toMatchObject({
    code: 'HISTORY_DIFFERS',
  });
});

test('an index build that fails leaves no invalid index behind', async () => {
  await pool.query('CREATE TABLE a (b int); INSERT INTO a VALUES (1), (1)');
  const unique = migrationOf('1_a', '-- plumb:up no-transaction\nCREATE UNIQUE INDEX CONCURRENTLY a_b ON a (b);');
  await expect(migrate({ client: pool, migrations: [unique] })).rejects.toMatchObject({
    message: expect.stringContaining('could not create unique index'),
  });
  expect(await one(tables)).toBe('a');
  await pool.query('DELETE FROM a WHERE ctid = (SELECT min(ctid) FROM a)');
  await migrate({ client: pool, migrations: [unique] });
  expect(await one(`SELECT indisvalid FROM pg_index WHERE indexrelid = 'a_b'::regclass`)).toBe(true);
});

test('an invalid index of the same name is no reason to build none', async () => {
  await pool.query('CREATE TABLE a (b int); INSERT INTO a VALUES (1), (1)');
  await expect(pool.query('CREATE UNIQUE INDEX CONCURRENTLY a_b ON a (b)')).rejects.toThrow();
  await pool.query('TRUNCATE a');
  const build = 'CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS a_b ON a (b);';
  await migrate({ client: pool, migrations: [migrationOf('1_a', `-- plumb:up no-transaction\n${build}`)] });
  expect(await one(`SELECT indisvalid FROM pg_index WHERE indexrelid = 'a_b'::regclass`)).toBe(true);
});

test('eight deployers at once apply each migration once', async () => {
  const many = Array.from({ length: 10 }, (_, n) => migrationOf(`${10 + n}_m`, `CREATE TABLE t${n} ()`));
  const deploying = Array.from({ length: 8 }, async () => {
    const own = new pg.Pool({ connectionString: shadow.url, max: 2 });
    try {
      return (await migrate({ client: own, migrations: many })).applied.length;
    } finally {
      await own.end();
    }
  });
  const counts = await Promise.all(deploying);
  expect(counts.reduce((sum, count) => sum + count)).toBe(10);
  expect(await one('SELECT count(*)::int FROM plumb.migrations')).toBe(10);
});

test('a waiting ALTER gives way to the application, says who holds the lock, and gets it in the end', async () => {
  await pool.query('CREATE TABLE a (b int)');
  const holder = new pg.Client({ connectionString: shadow.url, application_name: 'reporting' });
  await holder.connect();
  await holder.query('BEGIN; SELECT * FROM a');
  const events: MigrationEvent[] = [];
  const migration = migrationOf('1_a', 'ALTER TABLE a ADD COLUMN c int');
  const migrating = migrate({
    client: pool,
    migrations: [migration],
    lockTimeout: 1500,
    onEvent: (event) => {
      events.push(event);
      if (event.type === 'retry') holder.query('COMMIT').catch(() => {});
    },
  });
  await migrating;
  await holder.end();
  expect(events.find(({ type }) => type === 'blocked')).toMatchObject({
    sql: 'ALTER TABLE a ADD COLUMN c int',
    by: [{ application: 'reporting', query: 'BEGIN; SELECT * FROM a' }],
  });
  expect(events.map(({ type }) => type).filter((type) => type === 'retry')).toHaveLength(1);
});

test('an older migration that comes in with a merge is told and applied', async () => {
  await migrate({ client: pool, migrations: [people] });
  const { applied, findings } = await migrate({ client: pool, migrations: [jobs, people] });
  expect(applied).toMatchObject([{ version: jobs.version }]);
  expect(findings).toMatchObject([{ id: 'migration-out-of-order', version: jobs.version }]);
});

test('changed and missing files stop the way up, until a person says otherwise', async () => {
  await migrate({ client: pool, migrations: [jobs, people] });
  const changed = migrationOf(jobs.version, 'SELECT 1');
  const later = migrationOf('3_later', 'CREATE TABLE later ()');
  const options = { client: pool, migrations: [changed, later] };
  await expect(migrate(options)).rejects.toMatchObject({
    code: 'HISTORY_DIFFERS',
    findings: [{ id: 'migration-changed' }, { id: 'migration-missing', version: people.version }],
  });
  expect((await migrate({ ...options, allow: ['changed', 'missing'] })).applied).toHaveLength(1);
  await repairJournal(options);
  expect((await migrationStatus(options)).findings.map(({ id }) => id)).toEqual(['migration-missing']);
});

test('a migration that was half applied is taken back as far as it came', async () => {
  await pool.query('CREATE TABLE taken ()');
  const half = migrationOf(
    '1_half',
    `-- plumb:up no-transaction\nCREATE TABLE a (); CREATE TABLE taken ();\n-- plumb:down\nDROP TABLE later;\nDROP TABLE a;`,
  );
  await expect(migrate({ client: pool, migrations: [half] })).rejects.toMatchObject({ code: 'SQL_FAILED' });
  expect(await one(tables)).toBe('a taken');
  await rollback({ client: pool, migrations: [half] });
  expect(await one(tables)).toBe('taken');
});

test('what a migration sets holds for its later sections, and not for the session afterwards', async () => {
  const sets = migrationOf(
    '1_sets',
    `-- plumb:up
CREATE SCHEMA app; SET search_path = app; CREATE TABLE a (b int); SET ROLE pg_read_all_data;
-- plumb:up no-transaction
RESET ROLE; CREATE INDEX CONCURRENTLY a_b ON a (b);`,
  );
  const client = new pg.Client({ connectionString: shadow.url });
  await client.connect();
  await client.query("SET work_mem = '5MB'");
  await migrate({ client, migrations: [sets] });
  const { rows } = await client.query(
    "SELECT to_regclass('app.a_b')::text, current_setting('search_path') AS path, current_setting('work_mem') AS mem, current_user = session_user AS same",
  );
  await client.end();
  expect(rows).toEqual([{ to_regclass: 'app.a_b', path: '"$user", public', mem: '5MB', same: true }]);
});

test('a way back that is empty undoes nothing, and is one', async () => {
  const nothing = migrationOf('1_nothing', '-- plumb:up\nSELECT 1;\n-- plumb:down\n-- Nothing has to be undone.\n');
  await migrate({ client: pool, migrations: [nothing] });
  expect((await rollback({ client: pool, migrations: [nothing] })).rolledBack).toHaveLength(1);
});

test('a baseline counts as applied and runs nothing', async () => {
  await baseline({ client: pool, migrations: [jobs, people], to: '20260101' });
  expect((await migrate({ client: pool, migrations: [jobs, people] })).applied).toMatchObject([
    { version: people.version },
  ]);
  expect(await one(tables)).toBe('people');
});

test('a database that is not there is told as that, and not as lost in the middle', async () => {
  const nowhere = new pg.Pool({ connectionString: 'postgres://127.0.0.1:1/none' });
  await expect(migrate({ client: nowhere, migrations: [jobs] })).rejects.toMatchObject({
    code: 'CONNECTION_LOST',
    message: expect.stringContaining("The database can't be reached: "),
  });
  await nowhere.end();
});

test('what can’t be run in one migration is told before another is applied', async () => {
  const fine = migrationOf('1_fine', 'CREATE TABLE fine ()');
  const wrong = migrationOf('2_wrong', '-- plumb:up\n\\copy fine from stdin\n');
  await expect(migrate({ client: pool, migrations: [fine, wrong] })).rejects.toMatchObject({ code: 'FILE_INVALID' });
  expect(await one(tables)).toBeNull();
});

test('however long a lock is held, the application waits behind the migration only until that gives way', async () => {
  await pool.query('CREATE TABLE a (b int)');
  const [holder, app] = [new pg.Client(shadow.url), new pg.Client(shadow.url)];
  await holder.connect();
  await app.connect();
  await holder.query('BEGIN; TABLE a');
  let retries = 0;
  const migrating = migrate({
    client: pool,
    migrations: [migrationOf('1_a', 'ALTER TABLE a ADD COLUMN c int')],
    lockTimeout: 200,
    onEvent: ({ type }) => {
      if (type === 'retry') retries += 1;
    },
  });
  // Behind an ALTER that waits as long as the lock is held, this would be refused.
  await app.query("SET lock_timeout = '10s'");
  while (retries < 4) await app.query('TABLE a');
  await holder.query('COMMIT');
  expect((await migrating).applied).toHaveLength(1);
  await Promise.all([holder.end(), app.end()]);
});

test('a pace that is none is refused before anything is done', async () => {
  for (const pace of [0, -1, 1.5, Number.NaN]) {
    await expect(migrate({ client: pool, migrations: [people], pace })).rejects.toMatchObject({ code: 'USAGE' });
  }
  expect(await one(tables)).toBeNull();
});

test('what a migration leaves in its session does not reach the next one', async () => {
  await pool.query('CREATE TABLE rows (id int)');
  const leaves = migrationOf(
    '1_leaves',
    `-- plumb:up
CREATE TEMPORARY TABLE rows AS SELECT 1 AS id;
DO $$ BEGIN SET search_path = pg_catalog; SET ROLE pg_monitor; END $$;
-- plumb:up
INSERT INTO public.rows SELECT id FROM pg_temp.rows;`,
  );
  const next = migrationOf('2_next', 'ALTER TABLE rows ADD COLUMN note text; INSERT INTO rows VALUES (2)');
  await migrate({ client: pool, migrations: [leaves, next] });
  expect(await one("SELECT string_agg(id || coalesce(note, ''), ' ' ORDER BY id) FROM public.rows")).toBe('1 2');
});

test('the role that an app took stays, whatever roles a migration takes', async () => {
  await using client = await shadow
    .connect()
    .then((each) => Object.assign(each, { [Symbol.asyncDispose]: () => each.end() }));
  await client.query('GRANT CREATE ON SCHEMA public TO pg_monitor; SET ROLE pg_monitor; SET search_path = public');
  await pool.query(
    "DO $$ BEGIN EXECUTE format('GRANT CREATE ON DATABASE %I TO pg_monitor', current_database()); END $$",
  );
  const takes = migrationOf('1_takes', 'SET LOCAL ROLE NONE; CREATE TABLE a ()');
  const next = migrationOf('2_next', 'CREATE TABLE b ()');
  await migrate({ client, migrations: [takes, next] });
  expect(
    await one(`SELECT string_agg(relname || ' ' || relowner::regrole, ', ' ORDER BY relname) FROM pg_class
    WHERE relkind = 'r' AND relnamespace IN ('public'::regnamespace)`),
  ).toBe('a postgres, b pg_monitor');
  expect(await one("SELECT DISTINCT relowner::regrole::text FROM pg_class WHERE relname = 'migrations'")).toBe(
    'pg_monitor',
  );
});

test('a migration that lets go of all locks does not let another deployer in', async () => {
  const unlocks = migrationOf('1_unlocks', 'SELECT pg_advisory_unlock_all()');
  const looks = migrationOf(
    '2_looks',
    "CREATE TABLE held AS SELECT count(*)::int AS n FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid()",
  );
  await migrate({ client: pool, migrations: [unlocks, looks] });
  expect(await one('SELECT n FROM held')).toBe(1);
  expect(
    await one(
      `SELECT count(*)::int FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    ),
  ).toBe(0);
});

test('a journal is made in a schema that was made for a role without the right to make one', async () => {
  await pool.query(`CREATE ROLE deployer_only LOGIN PASSWORD 'x'; CREATE SCHEMA plumb; GRANT USAGE, CREATE ON SCHEMA plumb TO deployer_only;
    GRANT CREATE ON SCHEMA public TO deployer_only`);
  const url = new URL(shadow.url);
  [url.username, url.password] = ['deployer_only', 'x'];
  const client = new pg.Client(String(url));
  try {
    expect((await migrate({ client, migrations: [people] })).applied).toHaveLength(1);
  } finally {
    await pool.query('DROP OWNED BY deployer_only; DROP ROLE deployer_only');
  }
});

test('a way back leads to what is applied', async () => {
  const later = migrationOf('20260103000000_later', 'CREATE TABLE later ()');
  const migrations = [jobs, people, later];
  await migrate({ client: pool, migrations, to: people.version });
  await expect(rollback({ client: pool, migrations, to: '20260103' })).rejects.toMatchObject({
    code: 'USAGE',
    message: expect.stringContaining('20260103000000_later is not applied'),
  });
});

test('what is half done and has no file is told so that it can be mended', async () => {
  const half = migrationOf(
    '1_half',
    '-- plumb:up\nCREATE TABLE half ();\n-- plumb:up\nSELECT 1 / 0;\n-- plumb:down\nDROP TABLE half',
  );
  await expect(migrate({ client: pool, migrations: [half] })).rejects.toMatchObject({ code: 'SQL_FAILED' });
  const { findings } = await migrationStatus({ client: pool, migrations: [people] });
  expect(findings).toMatchObject([
    { id: 'migration-unfinished', todo: expect.stringContaining('Bring its file back and run `plumb up`') },
    { id: 'migration-missing', message: '1_half is applied in part, but has no file.' },
  ]);
  await rollback({ client: pool, migrations: [people] });
  expect(await one(tables)).toBeNull();
});
