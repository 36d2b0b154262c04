import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { dirname, join } from 'node:path';
import { Client } from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../../../test/temporary-folder.ts';
import {
  connectDataCluster,
  dataClusterStatus,
  dataClusterUrl,
  startDataCluster,
  stopDataCluster,
} from './data-cluster.ts';
import { isAlive, isTaken } from './process.ts';

/** A project whose database is stopped when the test ends. */
function project(): string {
  const folder = join(temporaryFolder('plumb project '), 'my app');
  mkdirSync(folder, { mode: 0o755 });
  onTestFinished(async () => {
    await stopDataCluster(folder);
    const { movedFrom, folder: data } = dataClusterStatus(folder);
    if (movedFrom !== null) rmSync(join(data, '..'), { recursive: true, force: true });
  });
  return folder;
}

async function query(folder: string, sql: string): Promise<unknown[]> {
  const client = await connectDataCluster(folder);
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

async function occupy(port: number): Promise<Server> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
  });
  return server;
}

test('a data cluster keeps its rows and its port over a restart', async () => {
  const folder = project();
  const first = await startDataCluster({ project: folder });
  expect(first).toMatchObject({ started: true, status: { running: true, major: 18 } });
  await query(folder, 'CREATE TABLE t AS SELECT 7 AS n');
  expect(await stopDataCluster(folder)).toBe(true);
  expect(dataClusterStatus(folder)).toMatchObject({ made: true, running: false, port: first.status.port });
  const second = await startDataCluster({ project: folder });
  expect(second.url).toBe(first.url);
  expect(await query(folder, 'TABLE t')).toEqual([{ n: 7 }]);
});

test('a data cluster is durable: what was committed before kill -9 is there after it', async () => {
  const folder = project();
  const { status } = await startDataCluster({ project: folder });
  expect(
    await query(
      folder,
      `SELECT current_setting('fsync') AS fsync, current_setting('full_page_writes') AS pages,
              current_setting('synchronous_commit') AS commit, current_setting('data_checksums') AS checksums`,
    ),
  ).toEqual([{ fsync: 'on', pages: 'on', commit: 'on', checksums: 'on' }]);
  await query(folder, 'CREATE TABLE t AS SELECT generate_series(1, 1000) AS n');
  process.kill(status.pid ?? 0, 'SIGKILL');
  await expect.poll(() => isAlive(status.pid ?? 0)).toBe(false);
  await startDataCluster({ project: folder });
  expect(await query(folder, 'SELECT count(*)::int AS n FROM t')).toEqual([{ n: 1000 }]);
});

test.runIf(process.platform === 'linux')('a database starts while its dead server is a zombie', async () => {
  const folder = project();
  const { status } = await startDataCluster({ project: folder });
  await query(folder, 'CREATE TABLE t AS SELECT 7 AS n');
  process.kill(status.pid ?? 0, 'SIGKILL');
  await expect.poll(() => isTaken(status.pid ?? 0)).toBe(false);
  const file = join(status.folder, 'data', 'postmaster.pid');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^\d+/, String(await zombie())));
  await startDataCluster({ project: folder });
  expect(await query(folder, 'TABLE t')).toEqual([{ n: 7 }]);
});

/** A process that has ended, and whose parent doesn't look. */
async function zombie(): Promise<number> {
  const parent = spawn('sh', ['-c', 'sleep 0 & echo $!; exec sleep 600'], { stdio: ['ignore', 'pipe', 'ignore'] });
  onTestFinished(() => {
    parent.kill('SIGKILL');
  });
  const pid = await new Promise<number>((resolve) => {
    parent.stdout.once('data', (text: Buffer) => resolve(Number(text.toString())));
  });
  await expect.poll(() => isTaken(pid) && !isAlive(pid)).toBe(true);
  return pid;
}

test('starting a database that runs changes nothing', async () => {
  const folder = project();
  const first = await startDataCluster({ project: folder });
  const second = await startDataCluster({ project: folder });
  expect(second).toEqual({ ...first, started: false });
});

test('two starts at once make one server', async () => {
  const folder = project();
  const starts = await Promise.all([startDataCluster({ project: folder }), startDataCluster({ project: folder })]);
  expect(new Set(starts.map(({ status }) => status.pid)).size).toBe(1);
});

test('projects that start at the same moment get a port each', async () => {
  const started = await Promise.all([1, 2, 3].map(() => startDataCluster({ project: project() })));
  expect(new Set(started.map(({ status }) => status.port)).size).toBe(3);
});

test('the printed URL lets any client in, and nobody gets in without the password', async () => {
  const folder = project();
  const { url } = await startDataCluster({ project: folder });
  const client = new Client({ connectionString: url });
  await client.connect();
  expect((await client.query('SELECT current_user AS name')).rows).toEqual([{ name: 'postgres' }]);
  await client.end();
  expect(dataClusterUrl(folder)).toBe(url);
  const wrong = new URL(url);
  wrong.password = 'guess';
  const stranger = new Client({ connectionString: wrong.href });
  await expect(stranger.connect()).rejects.toMatchObject({ code: '28P01' });
  const password = join(dataClusterStatus(folder).folder, 'password');
  expect(statSync(password).mode & 0o077).toBe(0);
});

test('no way into the cluster is open without a password', async () => {
  const folder = project();
  await startDataCluster({ project: folder });
  const rules = await query(folder, `SELECT DISTINCT auth_method AS method FROM pg_hba_file_rules`);
  expect(rules).toEqual([{ method: 'scram-sha-256' }]);
});

test('a port that is asked for and taken is refused with one that is free', async () => {
  const folder = project();
  await occupy(54_987);
  await expect(startDataCluster({ project: folder, port: 54_987 })).rejects.toMatchObject({
    code: 'PORT_IN_USE',
    hint: expect.stringMatching(/Port 549\d\d is free: plumb db start --port 549\d\d/),
  });
});

test('when the port of last time is taken, the database starts on the next free one and says so', async () => {
  const folder = project();
  const first = await startDataCluster({ project: folder });
  const port = first.status.port ?? 0;
  await stopDataCluster(folder);
  await occupy(port);
  const second = await startDataCluster({ project: folder });
  expect(second.takenPort).toBe(port);
  expect(second.status.port).toBeGreaterThan(port);
  expect(await query(folder, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

test('git ignores .plumb by itself', async () => {
  const folder = project();
  await startDataCluster({ project: folder });
  expect(readFileSync(join(folder, '.plumb', '.gitignore'), 'utf8')).toBe('*\n');
});

test('a project without a database has nothing made by asking for its status', () => {
  const folder = project();
  expect(dataClusterStatus(folder)).toMatchObject({ made: false, running: false });
  expect(existsSync(join(folder, '.plumb'))).toBe(false);
  expect(() => dataClusterUrl(folder)).toThrow('not running');
});

test('data that another major made is refused, never replaced', async () => {
  const folder = project();
  await startDataCluster({ project: folder, major: 17 });
  await query(folder, 'CREATE TABLE t ()');
  await expect(startDataCluster({ project: folder, major: 18 })).rejects.toMatchObject({ code: 'DATA_UNUSABLE' });
  await stopDataCluster(folder);
  await expect(startDataCluster({ project: folder, major: 18 })).rejects.toMatchObject({ code: 'DATA_UNUSABLE' });
  const again = await startDataCluster({ project: folder });
  expect(again.status.major).toBe(17);
  expect(await query(folder, 'TABLE t')).toEqual([]);
});

test('data whose password is lost is refused, never replaced', async () => {
  const folder = project();
  await startDataCluster({ project: folder });
  await stopDataCluster(folder);
  rmSync(join(dataClusterStatus(folder).folder, 'password'));
  await expect(startDataCluster({ project: folder })).rejects.toMatchObject({ code: 'DATA_UNUSABLE' });
});

test('damaged data is refused, never replaced', async () => {
  const folder = project();
  await startDataCluster({ project: folder });
  await stopDataCluster(folder);
  const control = join(dataClusterStatus(folder).folder, 'data', 'global', 'pg_control');
  const kept = readFileSync(control);
  writeFileSync(control, 'damage');
  await expect(startDataCluster({ project: folder })).rejects.toMatchObject({ code: 'SERVER_START_FAILED' });
  writeFileSync(control, kept);
  expect((await startDataCluster({ project: folder })).started).toBe(true);
});

test.runIf(process.getuid?.() === 0)(
  'in a folder that only root can enter, .plumb says where the data is',
  async () => {
    const folder = project();
    chmodSync(folder, 0o700);
    const { status } = await startDataCluster({ project: folder });
    expect(status.movedFrom).toBe(join(folder, '.plumb'));
    expect(readFileSync(join(folder, '.plumb', 'LOCATION.txt'), 'utf8')).toContain(dirname(status.folder));
    expect(await query(folder, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  },
);

test('the server outlives node_modules, from which it was copied', async () => {
  const folder = project();
  await startDataCluster({ project: folder });
  const [row] = await query(folder, `SELECT setting FROM pg_config() WHERE name = 'PKGLIBDIR'`);
  expect(JSON.stringify(row)).not.toContain('node_modules');
});
