import type { Client } from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { createShadow } from '../../postgres/embedded/create-shadow.ts';
import { type ShadowRunner, shadowRunner } from './shadow-runner.ts';

interface Opened {
  readonly client: Client;
  readonly runner: ShadowRunner;
  messages(): string[];
  rows(sql: string): Promise<unknown[][]>;
}

async function open(major = 18): Promise<Opened> {
  const shadow = await createShadow({}, { major });
  const client = await shadow.connect();
  onTestFinished(async () => {
    await client.end();
    await shadow.drop();
  });
  const runner = shadowRunner(client);
  return {
    client,
    runner,
    messages: () => runner.notes.map(({ message }) => message),
    rows: async (sql) => (await client.query<unknown[]>({ text: sql, rowMode: 'array' })).rows,
  };
}

/** Stand-ins stay on the cluster, so each test names its own. */
let count = 0;
const role = (name: string): string => `${name}_${process.pid}_${++count}`;

test('a role that a script names is made without rights', async () => {
  const { runner, rows, messages } = await open();
  const [app, reader] = [role('app'), role('Reader')];
  const other = await open();
  await other.runner.run(`CREATE ROLE ${app}`);
  await runner.run(`
    CREATE TABLE jobs (id int);
    ALTER TABLE jobs OWNER TO ${app};
    GRANT SELECT ON jobs TO "${reader}";
  `);
  expect(
    await rows(
      `SELECT tableowner, has_table_privilege('${reader}', 'jobs', 'select') FROM pg_tables WHERE tablename = 'jobs'`,
    ),
  ).toEqual([[app, true]]);
  expect(
    await rows(`SELECT rolcanlogin, rolsuper, rolcreaterole, rolcreatedb FROM pg_roles WHERE rolname = '${app}'`),
  ).toEqual([[false, false, false, false]]);
  expect(messages()).toContain(`role ${app}: a stand-in without rights takes its place on the shadow`);
});

test('what a script says of roles themselves does not reach the cluster', async () => {
  const { runner, rows, messages } = await open();
  const [app, team] = [role('app'), role('team')];
  await runner.run(`
    CREATE ROLE ${app} LOGIN SUPERUSER PASSWORD 'secret';
    CREATE GROUP ${team};
    GRANT ${team} TO ${app} WITH ADMIN OPTION;
    ALTER ROLE ${app} SET search_path = x;
    ALTER ROLE ${app} IN DATABASE prod SET work_mem = '1GB';
    COMMENT ON ROLE ${app} IS 'the app';
    CREATE TABLE after_it (id int);
    DROP ROLE IF EXISTS ${team};
    DROP ROLE never_there_${app};
  `);
  expect(
    await rows(`SELECT rolcanlogin, rolsuper, rolpassword IS NULL FROM pg_authid WHERE rolname = '${app}'`),
  ).toEqual([[false, false, true]]);
  expect(await rows(`SELECT count(*)::int FROM pg_auth_members WHERE member = '${app}'::regrole`)).toEqual([[0]]);
  expect(await rows(`SELECT count(*)::int FROM pg_db_role_setting WHERE setrole = '${app}'::regrole`)).toEqual([[0]]);
  expect(await rows(`SELECT count(*)::int FROM pg_roles WHERE rolname = '${team}'`)).toEqual([[1]]);
  expect(await rows(`SELECT to_regclass('after_it')::text`)).toEqual([['after_it']]);
  expect(messages().join()).not.toContain('secret');
});

test('an anonymous block may make the roles that it likes, again and again', async () => {
  const { runner, rows } = await open();
  const [a, b, c, d] = [role('a'), role('b'), role('c'), role('d')];
  const script = `
    DO $$
    BEGIN
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${a}') THEN
        CREATE ROLE ${a} LOGIN PASSWORD 'x';
      END IF;
      CREATE USER ${b} SUPERUSER;
      EXECUTE 'CREATE ROLE ${c} LOGIN';
      GRANT ${a} TO ${b};
      CREATE TABLE IF NOT EXISTS made (id int);
      EXECUTE 'GRANT SELECT ON made TO ${d}';
    EXCEPTION WHEN duplicate_object THEN RAISE NOTICE 'there already';
    END $$ LANGUAGE plpgsql;
  `;
  await runner.run(script);
  await runner.run(script);
  expect(
    await rows(
      `SELECT bool_or(rolcanlogin OR rolsuper), count(*)::int FROM pg_roles WHERE rolname IN ('${a}', '${b}', '${c}', '${d}')`,
    ),
  ).toEqual([[false, 4]]);
  expect(await rows(`SELECT to_regclass('made')::text`)).toEqual([['made']]);
});

test('a stand-in that is rolled back with its transaction is made again', async () => {
  const { runner, rows } = await open();
  const app = role('app');
  await runner.run('BEGIN');
  await runner.run(`CREATE SCHEMA a AUTHORIZATION ${app}`);
  await runner.run('ROLLBACK');
  await runner.run(`CREATE SCHEMA b AUTHORIZATION ${app}; CREATE TABLE b.t (c text COLLATE "tlh_XX")`);
  await runner.run(`BEGIN; GRANT USAGE ON SCHEMA b TO ${role('reader')}; COMMIT`);
  expect(await rows(`SELECT nspowner::regrole::text FROM pg_namespace WHERE nspname = 'b'`)).toEqual([[app]]);
});

test('a role that only dynamic SQL names is made when the server misses it', async () => {
  const { runner, rows } = await open();
  const app = role('dynamic');
  await runner.run(`
    CREATE TABLE t (id int);
    DO $$ BEGIN EXECUTE format('ALTER TABLE t OWNER TO %I', '${app}'); END $$;
  `);
  expect(await rows(`SELECT tableowner FROM pg_tables WHERE tablename = 't'`)).toEqual([[app]]);
});

for (const major of [14, 18]) {
  test(`on ${major}, a script makes objects as the role that it takes on`, async () => {
    const { runner, rows } = await open(major);
    const [app, other, late] = [role('app'), role('other'), role('late')];
    await runner.run(
      `SET ROLE ${app}; CREATE TABLE public.a (id int); CREATE SCHEMA own; RESET ROLE; CREATE TABLE b (id int)`,
    );
    await runner.run(`SET ROLE ${app}`);
    await runner.run('CREATE TABLE c (id int)');
    await runner.run(`GRANT SELECT ON c TO ${late}`);
    await runner.run(`SET SESSION AUTHORIZATION ${other}`);
    await runner.run('CREATE TABLE d (id int)');
    await runner.run(`GRANT SELECT ON d TO ${role('later')}`);
    await runner.run('RESET SESSION AUTHORIZATION');
    await runner.run(`BEGIN; SET LOCAL ROLE ${app}; CREATE TABLE e (id int); COMMIT; CREATE TABLE f (id int)`);
    expect(await rows(`SELECT tablename, tableowner FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`)).toEqual([
      ['a', app],
      ['b', 'postgres'],
      ['c', app],
      ['d', other],
      ['e', app],
      ['f', 'postgres'],
    ]);
  });
}

test('two projects with the same role names load at the same time', async () => {
  const names = Array.from({ length: 8 }, () => role('shared'));
  const projects = await Promise.all([open(), open(), open()]);
  await Promise.all(
    projects.map(({ runner }, index) =>
      runner.run(
        (index % 2 === 0 ? names : [...names].reverse())
          .map((name) => `CREATE ROLE ${name} LOGIN; CREATE SCHEMA of_${name} AUTHORIZATION ${name};`)
          .join('\n'),
      ),
    ),
  );
  for (const { rows } of projects) {
    expect(await rows(`SELECT count(*)::int FROM pg_namespace WHERE nspname LIKE 'of_shared%'`)).toEqual([
      [names.length],
    ]);
  }
});

test('what concerns other databases, the server or tablespaces is left out', async () => {
  const { runner, rows, messages } = await open();
  await runner.run(`
    CREATE DATABASE elsewhere;
    ALTER DATABASE prod SET timezone = 'UTC';
    COMMENT ON DATABASE prod IS 'production';
    GRANT CONNECT ON DATABASE prod TO ${role('app')};
    ALTER SYSTEM SET work_mem = '64MB';
    CREATE TABLESPACE fast LOCATION '/mnt/fast';
    SET default_tablespace = fast;
    CREATE TABLE t (id int PRIMARY KEY USING INDEX TABLESPACE fast, tablespace text) TABLESPACE fast;
    CREATE TABLE p (id int) PARTITION BY LIST (id) TABLESPACE fast;
    CREATE INDEX i ON t (tablespace) TABLESPACE "fast" WHERE id > 1;
    ALTER TABLE t SET TABLESPACE fast;
    CREATE MATERIALIZED VIEW m TABLESPACE fast AS SELECT 1 AS one;
  `);
  expect(await rows(`SELECT count(*)::int FROM pg_database WHERE datname = 'elsewhere'`)).toEqual([[0]]);
  expect(
    await rows(`SELECT count(*)::int FROM pg_class WHERE relname IN ('t', 'p', 'i', 'm') AND reltablespace = 0`),
  ).toEqual([[4]]);
  expect(messages()).toEqual(
    expect.arrayContaining([
      'CREATE DATABASE elsewhere: left out on the shadow',
      'ALTER DATABASE prod SET: left out on the shadow',
      'ALTER SYSTEM SET work_mem: left out on the shadow',
      'tablespace fast: left out on the shadow, where everything lies in the default tablespace',
    ]),
  );
});

test('an error is told at its place in the script as it was written', async () => {
  const { runner } = await open();
  const script = `CREATE ROLE ${role('é')} LOGIN;\nSET ROLE ${role('x')};\n-- ü\nSELECT * FROM missing;`;
  await expect(runner.run(script)).rejects.toMatchObject({
    code: '42P01',
    position: String(script.indexOf('missing') + 1),
  });
});

test('options of an index that the stand-in can not take are shown all the same', async () => {
  const { runner, rows, messages } = await open();
  await runner.run(`
    CREATE EXTENSION vector VERSION '0.7.0';
    CREATE TABLE items (id bigint, embedding vector(3)) PARTITION BY RANGE (id);
    CREATE TABLE items_1 PARTITION OF items FOR VALUES FROM (0) TO (10);
    CREATE INDEX ON items USING hnsw (embedding vector_cosine_ops) WITH (m = 16, ef_construction = 64);
    CREATE TABLE items_2 PARTITION OF items FOR VALUES FROM (10) TO (20);
    CREATE TABLE copy (LIKE items INCLUDING INDEXES);
  `);
  await runner.run('CREATE INDEX CONCURRENTLY lists ON items_1 USING ivfflat (embedding) WITH (lists = 100)');
  await runner.run('ALTER TABLE items ALTER embedding TYPE vector(4)');
  await runner.run('ALTER INDEX lists SET (lists = 200)');
  const definitions = await rows(
    `SELECT pg_get_indexdef(indexrelid) FROM pg_index WHERE indrelid::regclass::text ~ '^(items|copy)' ORDER BY 1`,
  );
  expect(definitions.flat()).toEqual([
    "CREATE INDEX copy_embedding_idx ON public.copy USING hnsw (embedding vector_cosine_ops) WITH (m='16', ef_construction='64')",
    "CREATE INDEX items_1_embedding_idx ON public.items_1 USING hnsw (embedding vector_cosine_ops) WITH (m='16', ef_construction='64')",
    "CREATE INDEX items_2_embedding_idx ON public.items_2 USING hnsw (embedding vector_cosine_ops) WITH (m='16', ef_construction='64')",
    "CREATE INDEX items_embedding_idx ON ONLY public.items USING hnsw (embedding vector_cosine_ops) WITH (m='16', ef_construction='64')",
    "CREATE INDEX lists ON public.items_1 USING ivfflat (embedding) WITH (lists='200')",
  ]);
  await runner.run('ALTER INDEX lists RESET (lists)');
  expect(await rows(`SELECT reloptions FROM pg_class WHERE relname = 'lists'`)).toEqual([[null]]);
  expect(messages()).toContain(
    'index on "items": m=16, ef_construction=64 left out while building on the shadow, and only shown in its definition',
  );
});

for (const major of [14, 18]) {
  test(`on ${major}, an extension that nobody knows has nothing in it`, async () => {
    const { runner, rows, messages } = await open(major);
    const name = `in_house_${process.pid}`;
    await runner.run(
      `CREATE EXTENSION IF NOT EXISTS "${name}" WITH SCHEMA public VERSION '2.1'; CREATE TABLE t (id int)`,
    );
    expect(await rows(`SELECT extversion FROM pg_extension WHERE extname = '${name}'`)).toEqual([['stand-in']]);
    await runner.run(`ALTER EXTENSION "${name}" UPDATE TO '3.0'`);
    expect(messages()).toContain(`extension ${name}: nothing is known of it, so the shadow has an empty stand-in`);
  });
}

test('a stand-in takes the version, and the one schema, that it has', async () => {
  const { runner, rows } = await open();
  await runner.run(`
    CREATE SCHEMA extensions;
    CREATE EXTENSION IF NOT EXISTS pg_cron WITH SCHEMA extensions VERSION '1.6';
    CREATE EXTENSION "vector" WITH SCHEMA extensions VERSION '0.8.0' CASCADE;
    CREATE EXTENSION pg_trgm VERSION '0.1';
    ALTER EXTENSION vector UPDATE TO '0.9.0';
    ALTER EXTENSION pg_trgm UPDATE TO '99';
  `);
  expect(
    await rows(
      `SELECT extname, extnamespace::regnamespace::text, extversion = 'stand-in' FROM pg_extension ORDER BY 1`,
    ),
  ).toEqual([
    ['pg_cron', 'pg_catalog', true],
    ['pg_trgm', 'public', false],
    ['plpgsql', 'pg_catalog', false],
    ['vector', 'extensions', true],
  ]);
});

test('a role that a script has taken on gets index options onto its indexes', async () => {
  const { runner, rows } = await open();
  await runner.run(`SET ROLE ${role('owner')}`);
  await runner.run('BEGIN');
  await runner.run('CREATE EXTENSION vector; CREATE TABLE t (e vector(3))');
  await runner.run('CREATE INDEX i ON t USING hnsw (e vector_l2_ops) WITH (m = 8)');
  await runner.run('ROLLBACK');
  await runner.run('CREATE EXTENSION vector; CREATE EXTENSION postgres_fdw; CREATE TABLE t (e vector(3))');
  await runner.run('CREATE INDEX i ON t USING hnsw (e vector_l2_ops) WITH (m = 8)');
  expect(await rows(`SELECT reloptions FROM pg_class WHERE relname = 'i'`)).toEqual([[['m=8']]]);
});

test('a setting of another major version is left out', async () => {
  const { runner, messages } = await open(14);
  await runner.run(`SET transaction_timeout = 0; SET work_mem = '8MB'; SET my.own = 1; CREATE TABLE t (id int)`);
  expect(messages()).toEqual(["setting transaction_timeout: left out, since the shadow's PostgreSQL does not have it"]);
  await expect(runner.run('SET work_mem = nonsense')).rejects.toMatchObject({ code: '22023' });
});

test('options of an extension that has no code on the shadow are left out', async () => {
  const { runner, rows } = await open();
  await runner.run(`
    CREATE EXTENSION timescaledb;
    CREATE TABLE metrics (time timestamptz, device text, value float8) WITH (timescaledb.hypertable, fillfactor = 70, timescaledb.partition_column = 'time');
    ALTER TABLE metrics SET (timescaledb.compress, timescaledb.compress_segmentby = 'device');
    CREATE TABLE plain (time timestamptz, value float8);
    SELECT create_hypertable('plain', 'time', chunk_time_interval => INTERVAL '1 day', if_not_exists => true);
    SELECT create_hypertable('metrics', by_range('time', INTERVAL '1 day'));
    CREATE MATERIALIZED VIEW daily WITH (timescaledb.continuous) AS
      SELECT time_bucket(INTERVAL '1 day', time) AS day, avg(value), last(value, time) FROM metrics GROUP BY 1;
    SELECT add_continuous_aggregate_policy('daily', start_offset => INTERVAL '3 days', end_offset => NULL, schedule_interval => INTERVAL '1 hour');
    SELECT add_retention_policy('metrics', INTERVAL '90 days');
  `);
  expect(await rows(`SELECT reloptions FROM pg_class WHERE relname = 'metrics'`)).toEqual([[['fillfactor=70']]]);
  expect(await rows(`SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1`)).toEqual([
    ['CREATE INDEX metrics_time_idx ON public.metrics USING btree ("time" DESC)'],
    ['CREATE INDEX plain_time_idx ON public.plain USING btree ("time" DESC)'],
  ]);
});

for (const major of [14, 18]) {
  test(`on ${major}, a subscription is made, changed and dropped without its publisher`, async () => {
    const { runner, rows } = await open(major);
    await runner.run(
      `CREATE SUBSCRIPTION news CONNECTION 'host=nowhere.invalid' PUBLICATION one WITH (slot_name = 'x', binary = true, copy_data = false)`,
    );
    await runner.run('ALTER SUBSCRIPTION news ADD PUBLICATION two WITH (copy_data = false)');
    await runner.run('ALTER SUBSCRIPTION news REFRESH PUBLICATION');
    const read = `SELECT subpublications, subenabled, subslotname, subbinary FROM pg_subscription WHERE subname = 'news' AND subdbid = (SELECT oid FROM pg_database WHERE datname = current_database())`;
    expect(await rows(read)).toEqual([[['one', 'two'], true, 'x', true]]);
    await runner.run('DROP SUBSCRIPTION news');
    expect(await rows(read)).toEqual([]);
  });
}

test('bodies in languages that the shadow lacks are taken as they are', async () => {
  const { runner, rows, messages } = await open();
  await runner.run(`
    CREATE EXTENSION plv8;
    CREATE LANGUAGE plpython3u;
    CREATE FUNCTION js(a int) RETURNS int LANGUAGE plv8 AS $$ return a + 1; $$;
    CREATE FUNCTION py() RETURNS trigger LANGUAGE plpython3u AS $$ return "MODIFY" $$;
    DO LANGUAGE plv8 $$ plv8.elog(NOTICE, 'hello'); $$;
  `);
  expect(await rows(`SELECT proname, prosrc FROM pg_proc WHERE proname IN ('js', 'py') ORDER BY 1`)).toEqual([
    ['js', ' return a + 1; '],
    ['py', ' return "MODIFY" '],
  ]);
  expect(messages()).toContain('DO in plv8: left out on the shadow');
});

for (const major of [14, 18]) {
  test(`on ${major}, collations of locales that this machine lacks are there by their name`, async () => {
    const { runner, rows, messages } = await open(major);
    await runner.run(`
      CREATE TABLE t (a text COLLATE "tlh_KL.utf8", b text COLLATE pg_catalog."tlh_KL", c text COLLATE "C");
      CREATE INDEX i ON t (lower(c) COLLATE "tlh_KL@strange");
      INSERT INTO t VALUES ('b', 'b', 'b'), ('a', 'a', 'a');
    `);
    expect(
      await rows(`SELECT string_agg(a, '' ORDER BY a), (SELECT indexdef FROM pg_indexes WHERE indexname = 'i') FROM t`),
    ).toEqual([['ab', 'CREATE INDEX i ON public.t USING btree (lower(c) COLLATE "tlh_KL@strange")']]);
    expect(await rows(`SELECT count(*)::int FROM pg_collation WHERE collname LIKE 'tlh%' AND oid < 16384`)).toEqual([
      [3],
    ]);
    expect(messages()).toContain('collation tlh_KL: the shadow has one of that name which orders as "C" does');
  });
}

test('a user who may make no roles is told which ones are missing, and goes on without an extension', async () => {
  const { client, rows } = await open();
  const [bob, app] = [role('bob'), role('app')];
  await client.query(`CREATE ROLE ${bob}; GRANT ALL ON SCHEMA public TO ${bob}; SET SESSION AUTHORIZATION ${bob}`);
  const runner = shadowRunner(client);
  await runner.run('CREATE EXTENSION nobody_has_it; CREATE TABLE t (id int)');
  expect(await rows(`SELECT to_regclass('t')::text`)).toEqual([['t']]);
  expect(runner.notes.map(({ title }) => title)).toEqual(['An extension is missing']);
  await expect(runner.run(`GRANT SELECT ON t TO ${app}`)).rejects.toMatchObject({
    code: 'SQL_FAILED',
    message: expect.stringContaining(app),
  });
});

test.each([14, 18])('columns have LZ4 on %i, and values are stored without it', async (major) => {
  const { runner, rows, messages } = await open(major);
  await runner.run("SET default_toast_compression = 'lz4'");
  await runner.run('CREATE TABLE notes (id int, body text COMPRESSION lz4, title text) PARTITION BY RANGE (id)');
  await runner.run('ALTER TABLE notes ADD COLUMN old text COMPRESSION pglz');
  await runner.run('CREATE TABLE notes_1 PARTITION OF notes FOR VALUES FROM (0) TO (10)');
  await runner.run("INSERT INTO notes VALUES (1, repeat('x', 100000), repeat('y', 100000), repeat('z', 100000))");
  await runner.run('CREATE TABLE alike (LIKE notes INCLUDING ALL)');
  expect(
    await rows(`
      SELECT attrelid::regclass::text, string_agg(attname, ',' ORDER BY attname) FILTER (WHERE attcompression = 'l'),
             string_agg(attname, ',') FILTER (WHERE attcompression = 'p')
      FROM pg_attribute WHERE attrelid IN ('notes'::regclass, 'notes_1'::regclass, 'alike'::regclass)
      GROUP BY attrelid ORDER BY 1
    `),
  ).toEqual([
    ['alike', 'body', 'old'],
    ['notes', 'body', 'old'],
    ['notes_1', 'body', 'old'],
  ]);
  expect(await rows('SELECT pg_column_compression(body), length(body) FROM notes')).toEqual([['pglz', 100000]]);
  expect(messages()).toContain('compression lz4: columns show it on the shadow, where values are compressed by pglz');
});
