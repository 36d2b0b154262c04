import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { startProgram } from '../../../test/child-program.ts';
import { canMount, smallDisk } from '../../../test/full-disk.ts';
import { temporaryFolder, temporaryHome } from '../../../test/temporary-folder.ts';
import { installBinaries } from './binaries.ts';
import { connectDataCluster, startDataCluster, stopDataCluster } from './data-cluster.ts';
import { openShadowServer } from './embedded-server.ts';
import { findNpmPackage } from './npm-package.ts';
import { serverCanEnter } from './server-user.ts';
import { cleanShadows, shadowStatus } from './shadow-clusters.ts';

const isRoot = process.getuid?.() === 0;
const ordinaryUser = 65_534;
const checkout = fileURLToPath(new URL('../../../../..', import.meta.url));
/** As root, a test can act as an ordinary user wherever that user can read our own code. */
const canBeOrdinary = isRoot && serverCanEnter(checkout);

function closedFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'plumb closed '));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function select(env: Record<string, string>): Promise<string> {
  await using server = await openShadowServer({ env });
  await using shadow = await server.createShadow();
  const client = await shadow.connect();
  const { rows } = await client.query<{ folder: string }>(`SELECT current_setting('data_directory') AS folder`);
  await client.end();
  return rows[0]?.folder ?? '';
}

test.runIf(isRoot)(
  'a home that only root can enter is replaced by a system folder, and a note in it says where',
  async () => {
    const env = temporaryHome(closedFolder());
    const data = await select(env);
    expect(data).toMatch(/^\/var\/(lib|tmp)\/pgplumb/);
    const { home } = await shadowStatus(env);
    expect(home.movedFrom).toBe(env.PLUMB_HOME);
    expect(readFileSync(join(env.PLUMB_HOME, 'LOCATION.txt'), 'utf8')).toContain(home.folder);
    await cleanShadows(env);
    expect(existsSync(home.folder)).toBe(false);
  },
);

test.runIf(isRoot)('a server that root starts does not run as root, and its files are closed to others', async () => {
  const env = temporaryHome();
  const data = await select(env);
  expect(statSync(data).uid).not.toBe(0);
  expect(statSync(data).mode & 0o077).toBe(0);
  expect(statSync(join(data, '..', 'password')).mode & 0o077).toBe(0);
});

test.runIf(isRoot)('a strict umask of root does not lock the server out', async () => {
  const env = temporaryHome();
  const before = process.umask(0o077);
  onTestFinished(() => {
    process.umask(before);
  });
  expect(await select(env)).toContain(env.PLUMB_HOME);
});

test('a home with spaces and odd characters in its path works', async () => {
  const folder = join(temporaryFolder(), "it's a [home] & ünï; 100%");
  mkdirSync(folder, { mode: 0o711 });
  chmodSync(folder, 0o711);
  expect(await select(temporaryHome(folder))).toContain(folder);
});

test('a home whose path PostgreSQL itself can’t take is told', async () => {
  const opening = openShadowServer({ env: temporaryHome(join(temporaryFolder(), 'a "home"')) });
  await expect(opening).rejects.toMatchObject({ hint: expect.stringContaining('PLUMB_HOME') });
});

test('a home with a very long path works', async () => {
  const folder = join(temporaryFolder(), 'a'.repeat(60), 'b'.repeat(60));
  expect(await select(temporaryHome(folder))).toContain(folder);
});

test.runIf(canBeOrdinary)('an ordinary user has a shadow server of its own', async () => {
  const home = temporaryFolder();
  spawnSync('chown', [String(ordinaryUser), home]);
  temporaryHome(home);
  const program = startProgram('first-start', [join(home, 'builds')], { uid: ordinaryUser, env: { PLUMB_HOME: home } });
  expect(await program.said('found')).toContain('hello');
  expect(await program.ended).toMatchObject({ status: 0 });
  expect(statSync(join(home, 'shadow', '18', 'data')).uid).toBe(ordinaryUser);
});

test.runIf(canBeOrdinary)(
  'an ordinary user without a home that can be written gets one in the temporary folder',
  async () => {
    const readOnly = temporaryFolder();
    const temporary = temporaryFolder('plumb-tmp-');
    spawnSync('chown', [String(ordinaryUser), temporary]);
    const program = startProgram('first-start', [join(temporary, 'builds')], {
      uid: ordinaryUser,
      env: { PLUMB_HOME: '', HOME: readOnly, XDG_CACHE_HOME: '', TMPDIR: temporary },
    });
    expect(await program.said('found')).toContain('hello');
    const own = join(temporary, `pgplumb-${ordinaryUser}`);
    expect(statSync(own).mode & 0o077).toBe(0);
    temporaryHome(own);
  },
);

test.runIf(canBeOrdinary)('a chosen home that can’t be written is told with what to do', async () => {
  const readOnly = temporaryFolder();
  const program = startProgram('first-start', ['builds'], {
    uid: ordinaryUser,
    env: { PLUMB_HOME: join(readOnly, 'home') },
  });
  const { status, output } = await program.ended;
  expect(status).toBe(1);
  expect(output).toContain('NO_PERMISSION');
  expect(output).toContain('set PLUMB_HOME to a folder that it can write');
});

test.runIf(canMount)('a cache folder too small for the binaries is told, and nothing half-made is left', async () => {
  const env = temporaryHome(smallDisk('20m'));
  await expect(select(env)).rejects.toMatchObject({ code: 'DISK_FULL', hint: expect.stringContaining('PLUMB_HOME') });
  expect(readdirSync(join(env.PLUMB_HOME, 'postgres'))).toEqual([]);
});

test.runIf(canMount)('a cache folder too small for a cluster is told, and works once there is room', async () => {
  const folder = smallDisk('75m');
  const env = temporaryHome(folder);
  await expect(select(env)).rejects.toMatchObject({ code: 'DISK_FULL' });
  expect(spawnSync('mount', ['-o', 'remount,size=400m', folder]).status).toBe(0);
  expect(await select(env)).toContain(folder);
});

test.runIf(canMount)('when the disk is full, old templates make room before anybody is told', async () => {
  const env = temporaryHome(smallDisk('190m'));
  await using server = await openShadowServer({ env });
  for (let count = 0; count < 14; count++) {
    await using shadow = await server.createShadow({ key: `template ${count}`, build: async () => {} });
    expect(shadow.name).toContain('plumb_shadow_');
  }
  const full = async (): Promise<void> => {
    for (;;) await server.createShadow();
  };
  await expect(full()).rejects.toMatchObject({ code: 'DISK_FULL' });
});

test.runIf(canMount)(
  'a project’s own database on a full disk loses nothing that was committed, and goes on with room',
  async () => {
    const project = smallDisk('220m');
    onTestFinished(async () => {
      await stopDataCluster(project);
    });
    await startDataCluster({ project });
    const rows = await fillUntilFull(project);
    expect(rows).toBeGreaterThan(0);
    expect(spawnSync('mount', ['-o', 'remount,size=600m', project]).status).toBe(0);
    await startDataCluster({ project });
    const client = await connectDataCluster(project);
    const { rows: counted } = await client.query<{ rows: number }>('SELECT count(*)::int AS rows FROM t');
    await client.query('INSERT INTO t SELECT repeat(md5(n::text), 100) FROM generate_series(1, 1000) n');
    await client.end();
    expect(counted[0]?.rows).toBe(rows);
  },
);

/** Commits rows batch by batch until the disk is full, and gives the number of those that were committed. */
async function fillUntilFull(project: string): Promise<number> {
  const client = await connectDataCluster(project);
  await client.query('CREATE TABLE t (text text STORAGE EXTERNAL)');
  for (let rows = 0; ; rows += 1000) {
    try {
      await client.query('INSERT INTO t SELECT repeat(md5(n::text), 100) FROM generate_series(1, 1000) n');
    } catch {
      await client.end().catch(() => undefined);
      return rows;
    }
  }
}

test('binaries whose loader is missing, as on musl, are told in one sentence that offers a server by URL', async () => {
  const folder = temporaryFolder();
  const source = findNpmPackage(18);
  const native = join(folder, 'native');
  mkdirSync(join(native, 'bin'), { recursive: true });
  for (const name of ['initdb', 'pg_ctl', 'postgres']) {
    writeFileSync(join(native, 'bin', name), '#!/lib/ld-that-is-missing.so\n', { mode: 0o755 });
  }
  await expect(installBinaries({ ...source, native }, join(folder, 'home'))).rejects.toMatchObject({
    code: 'PLATFORM_UNSUPPORTED',
    hint: expect.stringContaining('DATABASE_URL'),
  });
  expect(readdirSync(join(folder, 'home', 'postgres'))).toEqual([]);
});
