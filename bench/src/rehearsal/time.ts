import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { plumbFiles } from '../apply/formats.ts';
import { smallMigrations } from '../apply/migrations.ts';
import { urlOf } from '../server-databases.ts';
import { Stopwatch } from '../stopwatch.ts';
import { withClient } from '../with-client.ts';
import { envelopeOf } from './checked.ts';
import { type ContenderId, type TimePhase, timePhases } from './phases.ts';

interface TimeOrder {
  readonly folder: string;
  readonly contender: ContenderId;
  readonly phase: TimePhase['id'];
  readonly round: number;
}

export async function timeOf({ folder, contender, phase, round }: TimeOrder, server: string) {
  const { before, pending } = timePhases.find(({ id }) => id === phase) ?? { before: 0, pending: 1 };
  const migrations = smallMigrations(before + pending);
  if (contender === 'hand') return byHand(scriptsOf(migrations, before), server);
  const place = join(folder, 'migrations');
  const env = { ...process.env, PLUMB_HOME: join(folder, 'home') };
  const check = async (): Promise<void> => {
    const { data, error } = await envelopeOf(
      ['check', '--migrations', place, '--last', String(pending), '--json'],
      env,
    );
    const isSeen = data?.steps.some(({ observed }) => observed) ?? false;
    if (!isSeen) throw new Error(error?.message ?? 'no statement was observed');
  };
  // what is in the first decides whether those behind it were seen before
  write(place, migrations, phase === 'one-on-500-cached' ? 'the same' : `${phase} ${round}`);
  if (phase === 'one-on-500-cached' && round === 1) await check();
  if (phase !== 'one-on-500-cached') await warm(env, folder);
  const watch = new Stopwatch();
  await check();
  watch.lap();
  return { total: [watch.total()] };
}

/** Starts the server of shadows, which then runs. */
async function warm(env: NodeJS.ProcessEnv, folder: string): Promise<void> {
  const file = join(folder, 'nothing.sql');
  writeFileSync(file, 'SELECT 1;');
  await envelopeOf(['check', file, '--json'], env);
}

function write(place: string, migrations: ReturnType<typeof smallMigrations>, mark: string): void {
  rmSync(place, { recursive: true, force: true });
  mkdirSync(place, { recursive: true });
  for (const [at, [name, text]] of Object.entries(plumbFiles(migrations)).entries()) {
    writeFileSync(join(place, name), at === 0 ? `${text}-- ${mark}\n` : text);
  }
}

/** What is pending goes up, down and up again. */
function scriptsOf(migrations: ReturnType<typeof smallMigrations>, before: number): readonly string[] {
  return migrations.flatMap(({ up, down }, at) => {
    const [way, back] = [up.join(';\n'), down.join(';\n')];
    return at < before ? [way] : [way, back, way];
  });
}

/** Each in a transaction of its own, on a new database. */
async function byHand(scripts: readonly string[], server: string) {
  const name = `hand_${process.pid}`;
  const watch = new Stopwatch();
  await withClient(server, (admin) => admin.query(`CREATE DATABASE ${name}`));
  await withClient(urlOf(server, name), async (client) => {
    await client.query('SET synchronous_commit = off');
    for (const script of scripts) await client.query(`BEGIN;${script};COMMIT`);
  });
  watch.lap();
  await withClient(server, (admin) => admin.query(`DROP DATABASE ${name}`));
  return { total: [watch.total()] };
}
