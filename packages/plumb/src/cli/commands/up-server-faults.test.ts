import { spawnSync } from 'node:child_process';
import { chownSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { runPlumb, startPlumb } from '../../../test/run-plumb.ts';
import { temporaryFolder } from '../../../test/temporary-folder.ts';
import {
  connectDataCluster,
  dataClusterStatus,
  startDataCluster,
  stopDataCluster,
} from '../../postgres/embedded/data-cluster.ts';

/** Each step has a table of its own, so that a lock on it keeps no other step. */
const tables = `CREATE TABLE altered (id int);
CREATE TABLE built (id int);
INSERT INTO built SELECT generate_series(1, 500);
CREATE TABLE filled (id int PRIMARY KEY, n int NOT NULL DEFAULT 0);
INSERT INTO filled SELECT generate_series(1, 1000);`;

const steps = `-- plumb:up
CREATE TABLE made ();
ALTER TABLE altered ADD COLUMN n int;

-- plumb:up no-transaction
CREATE INDEX CONCURRENTLY built_id ON built (id);

-- plumb:up backfill table=filled batch=100
UPDATE filled SET n = n + 1;`;

const state = `SELECT to_regclass('made') IS NOT NULL AS made,
  (SELECT count(*)::int FROM pg_attribute WHERE attrelid = 'altered'::regclass AND attname = 'n') AS columns,
  (SELECT json_agg(json_build_array(relname, indisvalid)) FROM pg_class c JOIN pg_index i ON i.indexrelid = c.oid
    WHERE i.indrelid = 'built'::regclass) AS indexes,
  (SELECT json_build_array(count(*), min(n), max(n)) FROM filled) AS filled,
  (SELECT json_agg(json_build_array(version, state) ORDER BY version) FROM plumb.migrations) AS journal`;

const whole = {
  made: true,
  columns: 1,
  indexes: [['built_id', true]],
  filled: [1000, 1, 1],
  journal: [
    ['1_tables', 'applied'],
    ['2_steps', 'applied'],
  ],
};

async function migratedProject(files: Readonly<Record<string, string>>): Promise<string> {
  const project = temporaryFolder();
  mkdirSync(join(project, 'db/migrations'), { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(project, 'db/migrations', name), text);
  await startDataCluster({ project });
  onTestFinished(async () => {
    await stopDataCluster(project);
  });
  return project;
}

async function ask(project: string, sql: string): Promise<Readonly<Record<string, unknown>> | undefined> {
  const client = await connectDataCluster(project);
  try {
    return (await client.query(sql)).rows[0];
  } finally {
    await client.end();
  }
}

test.each([
  ['in a transaction', 'LOCK TABLE altered IN ACCESS SHARE MODE', 'ALTER TABLE altered'],
  ['in the build of an index', 'UPDATE built SET id = id WHERE id = 1', 'CREATE INDEX'],
  ['in a backfill', 'SELECT FROM filled WHERE id = 555 FOR UPDATE', ''],
])(
  'when the server is killed %s, the next `plumb up` ends where an undisturbed one does',
  async (_when, hold, query) => {
    const project = await migratedProject({ '1_tables.sql': tables, '2_steps.sql': steps });
    expect(await runPlumb(['up', '--to', '1'], { cwd: project })).toMatchObject({ code: 0 });
    const holder = await connectDataCluster(project);
    holder.on('error', () => {});
    await holder.query(`BEGIN; ${hold}`);

    const { ended } = startPlumb(['up'], { cwd: project });
    const waiting = `SELECT count(*)::int AS waiting FROM pg_stat_activity
    WHERE application_name = 'plumb up' AND wait_event_type = 'Lock' AND query LIKE '${query}%'`;
    await expect.poll(() => ask(project, waiting)).toEqual({ waiting: 1 });
    process.kill(dataClusterStatus(project).pid ?? 0, 'SIGKILL');
    const { code, stderr } = await ended;
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('run the same command again') });

    expect(await runPlumb(['up'], { cwd: project })).toMatchObject({ code: 0 });
    expect(await ask(project, state)).toEqual(whole);
  },
);

const canMount =
  process.getuid?.() === 0 && process.platform === 'linux' && spawnSync('unshare', ['-m', 'true']).status === 0;

test.runIf(canMount)('a disk that is full in the middle of a backfill is told, and with room it goes on', async () => {
  const rows = 20_000;
  const fill = '-- plumb:up backfill table=wide batch=1000\nUPDATE wide SET n = n + 1, text = text;';
  const project = await migratedProject({ '1_fill.sql': fill });
  const folder = temporaryFolder('plumb-tiny-');
  const remount = (...options: readonly string[]): void => {
    expect(spawnSync('mount', [...options, 'tmpfs', folder]).status).toBe(0);
  };
  remount('-t', 'tmpfs', '-o', 'size=6m,mode=0711');
  const { uid, gid } = statSync(dataClusterStatus(project).folder);
  chownSync(folder, uid, gid);
  await ask(project, `CREATE TABLESPACE tiny LOCATION '${folder}'`);
  await ask(project, 'CREATE TABLE wide (id int PRIMARY KEY, n int, text text) TABLESPACE tiny');
  await ask(project, `INSERT INTO wide SELECT i, 0, repeat('x', 150) FROM generate_series(1, ${rows}) i`);

  const { code, stderr } = await runPlumb(['up'], { cwd: project });
  expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('disk is full') });
  const reached = 'SELECT count(*) FILTER (WHERE n = 1) BETWEEN 1 AND 19999 AS some, max(n) AS most FROM wide';
  expect(await ask(project, reached)).toEqual({ some: true, most: 1 });

  remount('-o', 'remount,size=60m');
  expect(await runPlumb(['up'], { cwd: project })).toMatchObject({ code: 0 });
  expect(await ask(project, 'SELECT count(*)::int, min(n), max(n) FROM wide')).toEqual({ count: rows, min: 1, max: 1 });
  await ask(project, 'DROP TABLE wide');
  await ask(project, 'DROP TABLESPACE tiny');
  spawnSync('umount', ['-l', folder]);
});
