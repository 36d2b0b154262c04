import type { Client } from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { plumbHere } from '../../../test/plumb-here.ts';
import { schemaFolder } from '../../../test/schema-folder.ts';
import { temporaryFolder } from '../../../test/temporary-folder.ts';
import { connectionSettings } from '../connection/connection-settings.ts';
import { parseConnectionString } from '../connection/parse-connection-string.ts';
import { connectDataCluster, startDataCluster, stopDataCluster } from '../embedded/data-cluster.ts';
import { freePort } from '../embedded/free-port.ts';
import type { PostgresServer } from '../server.ts';
import { openUrlServer, type UrlServerOptions } from './url-server.ts';

interface Elsewhere {
  readonly admin: Client;
  /** The server's URL for a role that is made for it. */
  urlOf(role: string, attributes: string): Promise<string>;
  readonly url: string;
}

/** A server as somebody else runs it. */
async function elsewhere(): Promise<Elsewhere> {
  const project = temporaryFolder();
  const { url } = await startDataCluster({ project, port: await freePort() });
  const admin = await connectDataCluster(project);
  onTestFinished(async () => {
    await admin.end();
    await stopDataCluster(project);
  });
  return {
    admin,
    url,
    urlOf: async (role, attributes) => {
      await admin.query(`CREATE ROLE ${role} LOGIN PASSWORD 'only for this test' ${attributes}`);
      const own = new URL(url);
      own.username = role;
      own.password = 'only for this test';
      return own.href;
    },
  };
}

function open(url: string, options: UrlServerOptions = {}): Promise<PostgresServer> {
  return openUrlServer(connectionSettings(parseConnectionString(url, 'a test')), { guarded: true, ...options });
}

test('on a server by URL, the SQL of migrations has no rights beyond its shadow, whoever the URL names', async () => {
  const { admin, url, urlOf } = await elsewhere();
  await admin.query('CREATE DATABASE prod');
  for (const each of [url, await urlOf('maker', 'CREATEDB CREATEROLE')]) {
    await using server = await open(each);
    await using shadow = await server.createShadow();
    const client = await shadow.connect();
    onTestFinished(() => client.end());
    expect(
      (await client.query('SELECT rolsuper, rolcreaterole, rolcreatedb FROM pg_roles WHERE rolname = session_user'))
        .rows,
    ).toEqual([{ rolsuper: false, rolcreaterole: false, rolcreatedb: false }]);
    for (const sql of [
      `COPY (SELECT 1) TO PROGRAM 'true'`,
      `SELECT pg_read_file('PG_VERSION')`,
      'CREATE ROLE boss SUPERUSER',
      'ALTER DATABASE prod RENAME TO gone',
      'ALTER ROLE postgres PASSWORD NULL',
      'SET SESSION AUTHORIZATION postgres',
      'CREATE DATABASE more',
      'CREATE EXTENSION dblink',
      `SELECT plumb_shadow.make_extension('dblink', 'public', NULL)`,
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename <> session_user',
    ]) {
      const outcome = await client.query(sql).then(
        ({ rows }) => rows,
        () => 'refused',
      );
      expect([sql, outcome]).toEqual([sql, 'refused']);
    }
    await client.query('CREATE SCHEMA app CREATE TABLE t (id int)');
  }
});

test('a role that can make no guest is refused where its SQL would reach other databases', async () => {
  const { admin, urlOf } = await elsewhere();
  const plain = await urlOf('plain', 'CREATEDB');
  await (await open(plain)).close();
  await admin.query('CREATE DATABASE theirs OWNER plain');
  await expect(open(plain)).rejects.toMatchObject({
    code: 'NO_PERMISSION',
    message: expect.stringContaining('owns theirs'),
  });
  const writer = await urlOf('writer', 'CREATEDB IN ROLE pg_write_server_files');
  await expect(open(writer)).rejects.toMatchObject({ message: expect.stringContaining('pg_write_server_files') });
  await expect(open(await urlOf('nobody_much', ''))).rejects.toMatchObject({
    code: 'NO_PERMISSION',
    hint: expect.stringContaining('CREATEDB'),
  });
});

test('what a process left on a server by URL when it was killed goes when the next one comes', async () => {
  const { admin, url } = await elsewhere();
  const lost = await open(url);
  await lost.createShadow();
  await admin.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'`,
  );
  await (await open(url)).close();
  const { rows } = await admin.query(`
    SELECT datname::text AS name FROM pg_database WHERE datname LIKE 'plumb\\_shadow%'
    UNION ALL
    SELECT rolname FROM pg_roles WHERE rolname LIKE 'plumb\\_guest%'
  `);
  expect(rows).toEqual([]);
});

test('two roles of a server do not share templates', async () => {
  const { url, urlOf } = await elsewhere();
  let builds = 0;
  for (const each of [url, await urlOf('maker', 'CREATEDB CREATEROLE'), await urlOf('plain', 'CREATEDB'), url]) {
    await using server = await open(each);
    await using _ = await server.createShadow({ key: 'k', build: async () => void builds++ });
  }
  expect(builds).toBe(3);
});

const migrations = {
  'package.json': '{}',
  'db/migrations/0001_things.sql': `
    CREATE TABLE things (id int PRIMARY KEY, changed timestamptz);
    ALTER TABLE things OWNER TO app_owner;
    GRANT SELECT ON things TO somebody;
    SET ROLE somebody;
    CREATE TABLE others (id int);
    RESET ROLE;
    CREATE PUBLICATION everything FOR ALL TABLES;`,
  'db/migrations/0002_changed.sql': `
    CREATE EXTENSION moddatetime;
    CREATE TRIGGER changes BEFORE UPDATE ON things FOR EACH ROW EXECUTE FUNCTION moddatetime(changed);
    ALTER TABLE things ADD COLUMN name text;`,
};

test('--shadow-url rehearses migrations on a server with its extensions, and keeps nothing of its password', async () => {
  const { admin, url, urlOf } = await elsewhere();
  const cwd = schemaFolder(migrations);
  const check = (shadowUrl: string) =>
    plumbHere(['check', '--json', '--shadow-url', shadowUrl], { cwd, env: process.env });
  const bySuperuser = JSON.parse((await check(url)).stdout);
  expect(bySuperuser.data.steps).toMatchObject([{ observed: true }, { observed: true }, { observed: true }]);
  expect(bySuperuser.findings.map(({ message }: { message: string }) => message)).toContain(
    'a publication of all tables: left out on the shadow',
  );
  const maker = await check(await urlOf('maker', 'CREATEDB CREATEROLE'));
  expect(JSON.parse(maker.stdout).findings.map(({ message }: { message: string }) => message)).toContain(
    'extension moddatetime: left out on the shadow',
  );
  const plain = await check(await urlOf('plain', 'CREATEDB'));
  expect(plain.stdout + maker.stdout).not.toContain('only for this test');
  expect(
    (await admin.query(`SELECT count(*)::int FROM pg_database WHERE datname LIKE 'plumb\\_shadow%'`)).rows,
  ).toEqual([{ count: 0 }]);
});

test('SQL that fails for want of an extension says which, and where it could be checked', async () => {
  const { urlOf } = await elsewhere();
  const env = { ...process.env, PLUMB_SHADOW_URL: await urlOf('maker', 'CREATEDB CREATEROLE') };
  const schema = {
    'package.json': '{}',
    'db/schema/a.sql': 'CREATE EXTENSION postgis_of_mine; CREATE TABLE t (g shape_of_mine);',
  };
  const { stdout } = await plumbHere(['dump', '--json'], { cwd: schemaFolder(schema), env });
  expect(JSON.parse(stdout).error.hint).toContain('extension postgis_of_mine');
  expect(JSON.parse(stdout).error.hint).toContain('--shadow-url');
});

test('the setting is shown with its place, and without its password', async () => {
  const cwd = schemaFolder({
    'package.json': '{}',
    'plumb.config.mjs': `export default { shadow: { url: 'postgres://me:s3cret@localhost/x' } };`,
  });
  const config = await plumbHere(['config'], { cwd, env: {} });
  expect(config.stdout).toMatch(/shadow\.url +postgres:\/\/me:\*+@localhost\/x +shadow\.url in plumb\.config\.mjs/);
  const env = { PLUMB_SHADOW_URL: 'postgres://me:s3cret@elsewhere/x' };
  expect((await plumbHere(['config'], { cwd, env })).stdout).toMatch(
    /elsewhere\/x +PLUMB_SHADOW_URL in the environment/,
  );
});
