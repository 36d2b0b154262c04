import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { canMount, fill, smallDisk } from '../../../test/full-disk.ts';
import { startPlumb } from '../../../test/run-plumb.ts';
import { schemaFolder } from '../../../test/schema-folder.ts';
import { onServer, shadowsOn, untilWaiting } from '../../../test/sessions-on.ts';
import { temporaryFolder, temporaryHome } from '../../../test/temporary-folder.ts';
import { clusterAt } from '../../postgres/embedded/cluster.ts';
import { openGuardedServer } from '../../postgres/embedded/embedded-server.ts';
import { findPostmaster } from '../../postgres/embedded/postmaster.ts';
import type { PostgresServer } from '../../postgres/server.ts';

/** Waits until somebody calls a session so: guests have no files to look for. */
const gate = `DO $$ BEGIN
  WHILE NOT EXISTS (SELECT FROM pg_stat_activity WHERE application_name = 'open') LOOP
    PERFORM pg_sleep(0.05), pg_stat_clear_snapshot();
  END LOOP;
END $$;`;

const more = 'CREATE TABLE more AS SELECT repeat(md5(n::text), 100) AS text FROM generate_series(1, 50000) AS n;';

const stages = {
  'while the state before is made': { base: `${gate} ${more}`, migration: 'CREATE TABLE t (id int);' },
  'while a migration is rehearsed': { base: 'CREATE TABLE before ();', migration: `${gate} ${more}` },
} as const;

const everyStage = Object.keys(stages).filter((name): name is keyof typeof stages => name in stages);

interface Scene {
  readonly server: PostgresServer;
  readonly home: string;
  /** Lets pass what waits, until it is called. */
  open(): Promise<() => Promise<void>>;
  run(): ReturnType<typeof startPlumb>;
  untilAtGate(): Promise<void>;
  /** Nobody's databases are left, and the same command works. */
  expectNothingLost(): Promise<void>;
}

async function sceneOf(stage: keyof typeof stages, home = temporaryFolder()): Promise<Scene> {
  const env = temporaryHome(home);
  const { base, migration } = stages[stage];
  const project = schemaFolder({ 'base.sql': base, 'new.sql': migration });
  const files = readdirSync(project);
  const server = await openGuardedServer({ env });
  onTestFinished(() => server.close());
  const run = (): ReturnType<typeof startPlumb> =>
    startPlumb(['check', 'new.sql', '--base', 'base.sql', '--timeout', '10min', '--fail-on', 'never'], {
      cwd: project,
      env,
    });
  const open = async (): Promise<() => Promise<void>> => {
    const client = await server.connect();
    await client.query("SET application_name = 'open'");
    return () => client.end().catch(() => {});
  };
  return {
    server,
    home,
    open,
    run,
    untilAtGate: async () => void (await untilWaiting(server, "wait_event = 'PgSleep'")),
    async expectNothingLost() {
      expect(readdirSync(project)).toEqual(files);
      const close = await open();
      const { code, stderr } = await run().ended;
      expect({ code, stderr }).toMatchObject({ code: 0 });
      await close();
      await expect.poll(() => shadowsOn(server), { timeout: 30_000 }).toEqual([]);
    },
  };
}

const endings = [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const;

test.each(everyStage.flatMap((stage) => endings.map(([signal, code]) => [signal, stage, code] as const)))(
  '%s %s ends a check at once, says nothing of it and leaves no database behind',
  async (signal, stage, code) => {
    const scene = await sceneOf(stage);
    const { child, ended } = scene.run();
    await scene.untilAtGate();
    child.kill(signal);
    expect(await ended).toMatchObject({ code, stdout: '', stderr: expect.stringMatching(/^error: /) });
    await scene.expectNothingLost();
  },
);

test.each(everyStage)('after kill -9 of a check %s, what was left is swept', async (stage) => {
  const scene = await sceneOf(stage);
  const { child, ended } = scene.run();
  await scene.untilAtGate();
  child.kill('SIGKILL');
  await ended;
  await scene.expectNothingLost();
});

test('a shadow server that is killed while a migration is rehearsed is told, and the next check starts it again', async () => {
  const scene = await sceneOf('while a migration is rehearsed');
  const { ended } = scene.run();
  await scene.untilAtGate();
  const cluster = clusterAt('guarded', 18, scene.home, 'guarded/18');
  process.kill(findPostmaster(cluster)?.pid ?? 0, 'SIGKILL');
  const { code, stdout, stderr } = await ended;
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(/^error: .* (stopped or was killed while it was in use|can no longer be reached)\.\n/);
  expect(stderr).toContain('hint: Nothing of yours was changed. Run the command again');
  await scene.expectNothingLost();
});

test('one session of a check that is ended is no end of the server', async () => {
  const scene = await sceneOf('while a migration is rehearsed');
  const { ended } = scene.run();
  const pid = await untilWaiting(scene.server, "wait_event = 'PgSleep'");
  await onServer(scene.server, (client) => client.query('SELECT pg_terminate_backend($1)', [pid]));
  expect(await ended).toMatchObject({ code: 0, stdout: expect.stringContaining('not run') });
});

test.runIf(canMount).each(everyStage)(
  'a disk that is full %s is told, and with room the next check works',
  async (stage) => {
    const scene = await sceneOf(stage, smallDisk('900m'));
    const { ended } = scene.run();
    await scene.untilAtGate();
    const filler = join(scene.home, 'filler');
    fill(filler);
    await scene.open();
    const { code, stdout, stderr } = await ended;
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/There is no space left where|unless its disk is full/);
    rmSync(filler);
    await scene.expectNothingLost();
  },
);
