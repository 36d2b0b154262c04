import { keepDeployersOut, migrate } from '@pgplumb/migrate';
import type { Client } from 'pg';
import { Problem } from '../../contract/problem.ts';
import { isSocketFolder, type ServerAddress } from '../../postgres/connection/server-address.ts';
import { openSource } from '../../sources/open-source.ts';
import { orProblem } from '../../sql/problem-of.ts';
import { openShadows } from '../open-shadows.ts';
import type { Settings } from '../settings/settings.ts';
import { emptyDatabase } from './empty-database.ts';
import { findingsOf } from './findings-of.ts';
import { heldObjects } from './held-objects.ts';
import {
  type MigrationsRequest,
  openMigrationTarget,
  type ProjectMigrations,
  readProjectMigrations,
} from './migration-target.ts';
import { type DoneSeed, readSeeds, runSeeds, type SeedRequest } from './seed.ts';
import { type DoneMigration, type Ending, rememberingDone, untilProblem } from './until-problem.ts';

export interface ResetRequest extends MigrationsRequest, Pick<SeedRequest, 'onSeeded'> {
  /** The name of the database, from someone who knows what is in it. */
  readonly force?: string | undefined;
  /** Asks a person; without it only what needs no answer is done. */
  readonly ask?: ((question: ResetQuestion) => Promise<boolean>) | undefined;
  readonly onEmptied?: (milliseconds: number) => void;
}

export interface ResetQuestion {
  readonly database: string;
  /** What no migration makes: it is lost for good. */
  readonly strangers: readonly string[];
}

export interface ResetDatabase extends Ending {
  readonly database: string;
  readonly applied: readonly DoneMigration[];
  readonly seeded: readonly DoneSeed[];
}

/** Takes a development database back to nothing, applies all migrations, and seeds it where there are seeds. */
export async function resetDatabase(asked: ResetRequest): Promise<ResetDatabase> {
  const { request, done } = rememberingDone(asked);
  const { cwd, force, ask } = request;
  const project = await readProjectMigrations(request);
  const { migrations } = project.folder;
  const seeds = await readSeeds(project.settings, cwd);
  if (force === undefined) refuseElsewhere(project);
  await using target = await openMigrationTarget(project, 'reset', request);
  const client = await target.connect();
  try {
    const name = await databaseName(client);
    if (force !== undefined && force !== name) throw wrongName(force, name);
    if (force === undefined) {
      const strangers = await strangersIn(client, project, request);
      if (ask === undefined) refuseStrangers(strangers, name);
      else if (!(await ask({ database: `${name} (${project.database})`, strangers }))) throw givenUp();
    }
    const start = performance.now();
    request.progress({ message: `Emptying ${name}` });
    {
      await using _others = await orProblem(keepDeployersOut(target.options));
      await emptyDatabase(client);
    }
    request.onEmptied?.(performance.now() - start);
  } finally {
    await client.end();
  }

  const ending = await untilProblem(migrations, async () => {
    const { findings } = await migrate(target.options);
    return findingsOf(findings, migrations);
  });
  const about = { database: project.database, applied: done('up') };
  if (ending.failure !== null || seeds === null) return { ...about, seeded: [], ...ending };
  const { seeded, failure } = await runSeeds(seeds, target, request);
  return { ...about, seeded, findings: ending.findings, failure };
}

async function databaseName(client: Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>('select current_database() as name');
  return rows[0]?.name ?? '';
}

function refuseElsewhere({ settings, database }: ProjectMigrations): void {
  if (isLocal(settings)) return;
  throw new Problem('NEEDS_ANSWER', `${database} is not on this machine. A reset drops everything in it.`, {
    hint: 'If it is a database for development, name it: `plumb reset --force <database>`.',
  });
}

function isLocal({ target }: Settings): boolean {
  return target.kind === 'data-cluster' || target.connection.servers.every(isHere);
}

function isHere({ host, address }: ServerAddress): boolean {
  const place = address ?? host;
  return isSocketFolder(place) || ['localhost', '::1'].includes(place) || /^127(?:\.\d+){3}$/.test(place);
}

/** What a database holds that its migrations don't make: seen by running them on a shadow. */
async function strangersIn(
  client: Client,
  { settings, folder, shown }: ProjectMigrations,
  { env, progress, signal }: ResetRequest,
): Promise<readonly string[]> {
  const held = await heldObjects(client);
  if (held.length === 0) return [];
  if (folder.migrations.length === 0) return held;
  await using shadows = await openShadows(settings, { env, progress, signal });
  const source = { type: 'migrations', folder: settings.migrations, shown } as const;
  await using opened = await openSource(source, { shadows, signal, progress });
  const migrated = await opened.connect();
  try {
    const made = new Set(await heldObjects(migrated));
    return held.filter((object) => !made.has(object));
  } finally {
    await migrated.end();
  }
}

function refuseStrangers(strangers: readonly string[], name: string): void {
  if (strangers.length === 0) return;
  const [some, more] = [strangers.slice(0, 10), strangers.length - 10];
  const list = [...some, ...(more > 0 ? [`and ${more} more`] : [])].map((each) => `- ${each}`).join('\n');
  throw new Problem('NEEDS_ANSWER', `${name} holds what no migration makes. It would be lost:\n${list}`, {
    hint: `If it may be lost: \`plumb reset --force ${name}\`. To keep it, write a migration for it.`,
  });
}

function wrongName(force: string, name: string): Problem {
  return new Problem('USAGE', `--force ${force} names another database: this one is ${name}. Nothing was changed.`);
}

function givenUp(): Problem {
  return new Problem('INTERRUPTED', 'Nothing was changed.');
}
