import { existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startProgram } from '../../../test/child-program.ts';
import { temporaryFolder, temporaryHome } from '../../../test/temporary-folder.ts';
import { type Cluster, clusterAt } from './cluster.ts';
import { openPrivateServer, openShadowServer } from './embedded-server.ts';
import { findPostmaster, pidFile, readPidFile } from './postmaster.ts';
import { isAlive } from './process.ts';
import { stopServer } from './server-process.ts';
import { cleanShadows, shadowStatus } from './shadow-clusters.ts';

function shadowCluster(env: { PLUMB_HOME: string }): Cluster {
  return clusterAt('shadow', 18, env.PLUMB_HOME, 'shadow/18');
}

async function proveItWorks(env: { PLUMB_HOME: string }): Promise<void> {
  await using server = await openShadowServer({ env });
  await using shadow = await server.createShadow({
    key: 'proof',
    build: (client) => client.query('CREATE TABLE t AS SELECT 42 AS n').then(() => {}),
  });
  const client = await shadow.connect();
  expect((await client.query('TABLE t')).rows).toEqual([{ n: 42 }]);
  await client.end();
}

const damages: Record<string, (cluster: Cluster) => void> = {
  'without its control file': ({ data }) => rmSync(join(data, 'global', 'pg_control')),
  'without its version': ({ data }) => rmSync(join(data, 'PG_VERSION')),
  'without its settings': ({ data }) => rmSync(join(data, 'postgresql.conf')),
  'with an empty write-ahead log': ({ data }) => {
    const log = join(data, 'pg_wal');
    for (const file of readdirSync(log)) rmSync(join(log, file), { recursive: true });
  },
  'with catalogue files cut off': ({ data }) => {
    for (const database of readdirSync(join(data, 'base'))) truncateSync(join(data, 'base', database, '1259'), 0);
  },
  'without the files of its databases': ({ data }) => rmSync(join(data, 'base'), { recursive: true }),
  'without its password': ({ password }) => rmSync(password),
  'with another password': ({ password }) => writeFileSync(password, 'forgotten'),
  'with garbage in its settings': ({ data }) => writeFileSync(join(data, 'postgresql.conf'), 'not = = a setting'),
  'with nothing in it': ({ data }) => rmSync(data, { recursive: true }),
};

test.each(Object.keys(damages))('a shadow cluster %s is made anew without a word', async (kind) => {
  const env = temporaryHome();
  await proveItWorks(env);
  const cluster = shadowCluster(env);
  await stopServer(cluster, null);
  damages[kind]?.(cluster);
  await proveItWorks(env);
});

test('a shadow cluster that is damaged while its server runs is made anew', async () => {
  const env = temporaryHome();
  await proveItWorks(env);
  const { data } = shadowCluster(env);
  for (const database of readdirSync(join(data, 'base'))) rmSync(join(data, 'base', database), { recursive: true });
  await proveItWorks(env);
});

test('a server starts beside the pid file of a dead one', async () => {
  const env = temporaryHome();
  await proveItWorks(env);
  const cluster = shadowCluster(env);
  const left = readFileSync(pidFile(cluster), 'utf8');
  await stopServer(cluster, null);
  writeFileSync(pidFile(cluster), left);
  await proveItWorks(env);
});

test('a server starts although the pid in its old pid file is now a stranger’s, and leaves the stranger alone', async () => {
  const env = temporaryHome();
  await proveItWorks(env);
  const cluster = shadowCluster(env);
  const left = readFileSync(pidFile(cluster), 'utf8');
  await stopServer(cluster, null);
  const stranger = startProgram('hold-lock', [temporaryFolder()]);
  await stranger.said('holding');
  writeFileSync(pidFile(cluster), left.replace(/^\d+/, String(stranger.process.pid)));
  await proveItWorks(env);
  expect(stranger.process.exitCode).toBeNull();
});

test('after kill -9 of the server, its clients get a clear error and the next call recovers', async () => {
  const env = temporaryHome();
  await using server = await openShadowServer({ env });
  const shadow = await server.createShadow();
  const client = await shadow.connect();
  const pid = findPostmaster(shadowCluster(env))?.pid ?? 0;
  process.kill(pid, 'SIGKILL');
  await expect(client.query('SELECT pg_sleep(60)')).rejects.toThrow();
  await expect(shadow.connect()).rejects.toMatchObject({ code: 'SERVER_LOST' });
  await using next = await server.createShadow();
  const again = await next.connect();
  expect((await again.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
  await again.end();
  expect(isAlive(pid)).toBe(false);
});

test('a server whose socket folder was cleared away is replaced', async () => {
  const env = temporaryHome();
  await proveItWorks(env);
  rmSync(readPidFile(shadowCluster(env))?.socketFolder ?? 'none', { recursive: true });
  await proveItWorks(env);
});

test('the socket folder of a killed server goes when the next one starts', async () => {
  const env = temporaryHome();
  await proveItWorks(env);
  const left = findPostmaster(shadowCluster(env));
  process.kill(left?.pid ?? 0, 'SIGKILL');
  await expect.poll(() => isAlive(left?.pid ?? 0)).toBe(false);
  rmSync(pidFile(shadowCluster(env)));
  await proveItWorks(env);
  expect(existsSync(left?.socketFolder ?? '')).toBe(false);
});

test('a shadow server stops when nobody came for a while, and starts again when somebody does', async () => {
  const env = temporaryHome();
  const server = await openShadowServer({ env, idleSeconds: 1 });
  const pid = findPostmaster(shadowCluster(env))?.pid ?? 0;
  const socketFolder = findPostmaster(shadowCluster(env))?.socketFolder ?? '';
  await server.close();
  await expect.poll(() => isAlive(pid), { timeout: 30_000 }).toBe(false);
  await expect.poll(() => existsSync(socketFolder), { timeout: 30_000 }).toBe(false);
  await proveItWorks(env);
});

test('a shadow server does not stop while somebody holds it, however idle', async () => {
  const env = temporaryHome();
  await using server = await openShadowServer({ env, idleSeconds: 1 });
  const pid = findPostmaster(shadowCluster(env))?.pid;
  const other = startProgram('stay', ['database'], { env });
  await other.said('database');
  // several of the keeper's rounds
  await new Promise((resolve) => setTimeout(resolve, 3000));
  expect(findPostmaster(shadowCluster(env))?.pid).toBe(pid);
  expect(server.version.major).toBe(18);
});

test('visits too short to be seen keep a shadow server from stopping', async () => {
  const env = temporaryHome();
  await (await openShadowServer({ env, idleSeconds: 4 })).close();
  const pid = findPostmaster(shadowCluster(env))?.pid;
  for (let visit = 0; visit < 12; visit++) {
    await (await openShadowServer({ env, idleSeconds: 4 })).close();
    await new Promise((resolve) => setTimeout(resolve, 600));
  }
  expect(findPostmaster(shadowCluster(env))?.pid).toBe(pid);
});

test('a keeper that was killed is replaced by the next who opens the server', async () => {
  const env = temporaryHome();
  await proveItWorks(env);
  const cluster = shadowCluster(env);
  const keeper = Number(readFileSync(cluster.keeper, 'utf8'));
  process.kill(keeper, 'SIGKILL');
  await expect.poll(() => isAlive(keeper)).toBe(false);
  await proveItWorks(env);
  const next = Number(readFileSync(cluster.keeper, 'utf8'));
  expect(next).not.toBe(keeper);
  expect(isAlive(next)).toBe(true);
});

test('two majors run side by side', async () => {
  const env = temporaryHome();
  await using newer = await openShadowServer({ env });
  await using older = await openShadowServer({ env, major: 17 });
  expect([newer.version.major, older.version.major]).toEqual([18, 17]);
  for (const server of [newer, older]) {
    await using shadow = await server.createShadow({ key: 'k', build: async () => {} });
    expect(shadow.name).toMatch(/^plumb_shadow_/);
  }
});

test.each([14, 15, 16])('PostgreSQL %i makes shadow databases', async (major) => {
  await using server = await openShadowServer({ env: temporaryHome(), major });
  await using shadow = await server.createShadow({
    key: 'k',
    build: (client) => client.query(`CREATE TABLE t AS SELECT upper('größe') AS word`).then(() => {}),
  });
  const client = await shadow.connect();
  const { rows } = await client.query(
    `SELECT word, current_setting('server_version_num')::int / 10000 AS major FROM t`,
  );
  await client.end();
  expect(rows).toEqual([{ word: 'GRÖßE', major }]);
});

test('what is done to a whole private cluster is not seen in the shared one, and is gone with it', async () => {
  const env = temporaryHome();
  await using shared = await openShadowServer({ env });
  const own = await openPrivateServer({ env });
  const client = await own.connect();
  await client.query('CREATE ROLE chief SUPERUSER');
  await client.query(`ALTER SYSTEM SET work_mem = '5MB'`);
  await client.end();
  const other = await shared.connect();
  const { rows } = await other.query(`SELECT FROM pg_roles WHERE rolname = 'chief'`);
  await expect(other.query(`ALTER SYSTEM SET work_mem = '5MB'`)).rejects.toThrow('not allowed');
  await other.end();
  expect(rows).toEqual([]);
  await own.close();
  expect(readdirSync(join(env.PLUMB_HOME, 'private'))).toEqual([]);
});

test('a private cluster goes when its owner was killed', async () => {
  const env = temporaryHome();
  const owner = startProgram('stay', ['private'], { env });
  await owner.said('private');
  expect(readdirSync(join(env.PLUMB_HOME, 'private'))).toHaveLength(1);
  owner.process.kill('SIGKILL');
  await expect.poll(() => readdirSync(join(env.PLUMB_HOME, 'private')), { timeout: 50_000 }).toEqual([]);
});

test('letting go of a server that was just killed is no error, whenever its end is heard', async () => {
  const env = temporaryHome();
  const server = await openShadowServer({ env });
  const first = await server.createShadow();
  const second = await server.createShadow();
  const running = findPostmaster(shadowCluster(env));
  const dropping = first.drop();
  process.kill(running?.pid ?? 0, 'SIGQUIT');
  await dropping;
  await second.drop();
  await server.close();
});

test('cleaning leaves no server and no file, and spares what others keep in the folder', async () => {
  const env = temporaryHome();
  await using server = await openShadowServer({ env });
  await server.createShadow({ key: 'k', build: async () => {} });
  const cluster = shadowCluster(env);
  const keeper = Number(readFileSync(cluster.keeper, 'utf8'));
  const running = findPostmaster(cluster);
  const status = await shadowStatus(env);
  expect(status.clusters).toMatchObject([{ major: 18, running: true, templates: [{}], shadows: [{}] }]);
  writeFileSync(join(env.PLUMB_HOME, 'diary.txt'), 'mine');
  await cleanShadows(env);
  expect(isAlive(running?.pid ?? 0)).toBe(false);
  expect(existsSync(running?.socketFolder ?? '')).toBe(false);
  await expect.poll(() => isAlive(keeper)).toBe(false);
  expect(readdirSync(env.PLUMB_HOME)).toEqual(['diary.txt']);
  expect((await shadowStatus(env)).clusters).toEqual([]);
});

test('a major that is not installed is told with the command that installs it', async () => {
  const opening = openShadowServer({ env: temporaryHome(), major: 13 });
  await expect(opening).rejects.toMatchObject({ code: 'POSTGRES_NOT_INSTALLED' });
});
