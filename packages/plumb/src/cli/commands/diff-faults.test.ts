import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { canMount, fill, smallDisk } from '../../../test/full-disk.ts';
import { startPlumb } from '../../../test/run-plumb.ts';
import { schemaFolder } from '../../../test/schema-folder.ts';
import { onServer, shadowsOn, untilWaiting } from '../../../test/sessions-on.ts';
import { temporaryFolder, temporaryHome } from '../../../test/temporary-folder.ts';
import { clusterAt } from '../../postgres/embedded/cluster.ts';
import { openPrivateServer, openShadowServer } from '../../postgres/embedded/embedded-server.ts';
import { findPostmaster } from '../../postgres/embedded/postmaster.ts';
import type { PostgresServer } from '../../postgres/server.ts';

/** Waits on the server until a file is there: a plan, or a script, that is in the middle of its work. */
function gate(file: string): string {
  return `
    CREATE FUNCTION gate() RETURNS int LANGUAGE plpgsql VOLATILE AS $$
    BEGIN
      LOOP
        EXIT WHEN (pg_stat_file('${file}', true)).size IS NOT NULL;
        PERFORM pg_sleep(0.05);
      END LOOP;
      RETURN 1;
    END $$;
    CREATE TABLE users (id int PRIMARY KEY);
  `;
}

type Stage = keyof typeof stages;

const stages = {
  'while a schema is loaded': 'SELECT gate(); CREATE TABLE more AS SELECT generate_series(1, 1000) AS n;',
  // the proof has rows in the table
  'while the migration is proven': 'ALTER TABLE users ADD COLUMN passed int DEFAULT gate();',
} as const;

const everyStage = Object.keys(stages).filter((name): name is Stage => name in stages);

interface Scene {
  readonly env: { readonly PLUMB_HOME: string };
  readonly project: string;
  /** Lets pass what waits. */
  open(): void;
  run(): ReturnType<typeof startPlumb>;
  /** The project is as it was, and the same command works. */
  expectNothingLost(): Promise<void>;
}

function sceneOf(stage: Stage, home = temporaryFolder()): Scene {
  const env = temporaryHome(home);
  const gateFile = join(temporaryFolder(), 'open');
  const project = schemaFolder({ 'before.sql': gate(gateFile), 'after.sql': `${gate(gateFile)}${stages[stage]}` });
  const before = contentOf(project);
  const run = (): ReturnType<typeof startPlumb> =>
    startPlumb(['diff', '--from', 'before.sql', '--to', 'after.sql'], { cwd: project, env });
  const open = (): void => writeFileSync(gateFile, 'open');
  return {
    env,
    project,
    open,
    run,
    async expectNothingLost() {
      expect(contentOf(project)).toEqual(before);
      open();
      const { code, stdout } = await run().ended;
      expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringMatching(/CREATE TABLE|ADD COLUMN/) });
      await expect.poll(() => shadowsIn(env), { timeout: 30_000 }).toEqual([]);
    },
  };
}

function contentOf(folder: string): Record<string, string> {
  return Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

async function shadowsIn(env: Scene['env']): Promise<readonly string[]> {
  await using server = await openShadowServer({ env });
  return shadowsOn(server);
}

async function untilAtGate(env: Scene['env']): Promise<void> {
  await using server = await openShadowServer({ env });
  await untilWaiting(server, `wait_event = 'PgSleep'`);
}

test.each(everyStage)('Ctrl-C %s ends with 130, prints no SQL and leaves nothing behind', async (stage) => {
  const scene = sceneOf(stage);
  const { child, ended } = scene.run();
  await untilAtGate(scene.env);
  child.kill('SIGINT');
  expect(await ended).toEqual({ code: 130, stdout: '', stderr: 'error: Interrupted.\n' });
  expect(await shadowsIn(scene.env)).toEqual([]);
  await scene.expectNothingLost();
});

test.each(everyStage)('after kill -9 of plumb %s, the next run works and what was left is swept', async (stage) => {
  const scene = sceneOf(stage);
  const { child, ended } = scene.run();
  await untilAtGate(scene.env);
  child.kill('SIGKILL');
  expect(await ended).toMatchObject({ stdout: '' });
  await scene.expectNothingLost();
});

async function killServer({ env }: Scene): Promise<void> {
  const cluster = clusterAt('shadow', 18, env.PLUMB_HOME, 'shadow/18');
  process.kill(findPostmaster(cluster)?.pid ?? 0, 'SIGKILL');
}

test.each(everyStage)('a shadow server that is killed %s is told, and the next run starts it again', async (stage) => {
  const scene = sceneOf(stage);
  const { ended } = scene.run();
  await untilAtGate(scene.env);
  // what is being loaded is loaded again, but the schema before is lost with its shadow
  await expect.poll(() => shadowsIn(scene.env)).not.toEqual([]);
  await killServer(scene);
  scene.open();
  const { code, stdout, stderr } = await ended;
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(/^error: .* (stopped or was killed while it was in use|can no longer be reached)\.\n/);
  expect(stderr).toContain('hint: Nothing of yours was changed. Run the command again');
  await scene.expectNothingLost();
});

/** A database of somebody else's, whose comments nobody can read for now. */
async function lockedDatabase(): Promise<{
  readonly server: PostgresServer;
  readonly url: string;
  unlock(): Promise<void>;
  content(): Promise<unknown>;
}> {
  const server = await openPrivateServer();
  const client = await server.connect();
  onTestFinished(async () => {
    await client.end();
    await server.close();
  });
  await client.query('CREATE DATABASE app');
  const app = await server.connect('app');
  onTestFinished(() => app.end());
  await app.query(`CREATE TABLE users (id int); INSERT INTO users VALUES (1)`);
  const content = async (): Promise<unknown> => {
    const { rows } = await app.query('select oid, xmin, relname from pg_class order by oid');
    return rows;
  };
  await app.query('BEGIN; LOCK TABLE pg_catalog.pg_description IN ACCESS EXCLUSIVE MODE');
  const unlock = async (): Promise<void> => {
    await app.query('ROLLBACK');
  };
  return { server, url: server.url('app'), unlock, content };
}

const reading = `wait_event_type = 'Lock' and query like '%pg_description%'`;

test('a connection to a database by URL that is lost is told without its password, and nothing was changed there', async () => {
  const { server, url, unlock, content } = await lockedDatabase();
  const before = await content();
  const args = ['diff', '--from', 'empty', '--to', url];
  const { ended } = startPlumb([...args, '--json']);
  const pid = await untilWaiting(server, reading);
  await onServer(server, (client) => client.query('select pg_terminate_backend($1)', [pid]));
  const { code, stdout } = await ended;
  expect(code).toBe(2);
  const { error } = JSON.parse(stdout);
  expect(error).toMatchObject({
    code: 'CONNECTION_LOST',
    message: expect.stringMatching(/^The connection to postgres:\/\/.*\/app was lost while its schema was read\.$/),
  });
  expect(stdout).not.toContain(new URL(url).password);
  await unlock();
  expect(await content()).toEqual(before);
  expect(await startPlumb(args).ended).toMatchObject({ code: 0, stdout: expect.stringContaining('CREATE TABLE') });
});

test('Ctrl-C while a database by URL keeps us waiting ends at once', async () => {
  const { server, url, content, unlock } = await lockedDatabase();
  const before = await content();
  const { child, ended } = startPlumb(['diff', '--from', url, '--to', 'empty']);
  await untilWaiting(server, reading);
  child.kill('SIGINT');
  expect(await ended).toEqual({ code: 130, stdout: '', stderr: 'error: Interrupted.\n' });
  await unlock();
  expect(await content()).toEqual(before);
});

test.runIf(canMount).each(everyStage)(
  'a disk that is full %s is told, and with room the next run works',
  async (stage) => {
    const home = smallDisk('300m');
    const scene = sceneOf(stage, home);
    const { ended } = scene.run();
    await untilAtGate(scene.env);
    const filler = join(home, 'filler');
    fill(filler);
    scene.open();
    const { code, stdout, stderr } = await ended;
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    // where it finds no room for its log, PostgreSQL stops
    expect(stderr).toMatch(/There is no space left where|unless its disk is full/);
    expect(stderr).toContain('Nothing of yours was changed.');
    rmSync(filler);
    await scene.expectNothingLost();
  },
);
