import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { migrationStatus } from '@pgplumb/migrate';
import type { Client } from 'pg';
import { Problem } from '../../contract/problem.ts';
import { sqlFilesIn } from '../../sources/read/folder-files.ts';
import type { GivenFile } from '../../sources/read/given-file.ts';
import { withoutSlash } from '../../sources/read/read-files.ts';
import { orProblem } from '../../sql/problem-of.ts';
import { readSqlFile } from '../../sql/source.ts';
import { withSession } from '../run-sql/sql-session.ts';
import { shownPath } from '../schema/shown-path.ts';
import type { Settings } from '../settings/settings.ts';
import {
  type MigrationsRequest,
  type MigrationTarget,
  openMigrationTarget,
  type ProjectMigrations,
  readProjectMigrations,
} from './migration-target.ts';
import { runSeed } from './run-seed.ts';
import { type Ending, untilProblem } from './until-problem.ts';

export interface SeedRequest extends MigrationsRequest {
  /** `pending`: seed although migrations are pending. */
  readonly allow: readonly string[];
  readonly onSeeded?: (seed: DoneSeed) => void;
}

export interface DoneSeed {
  readonly file: string;
  readonly statements: number;
  readonly milliseconds: number;
}

export interface SeededDatabase extends Ending {
  readonly database: string;
  readonly seeded: readonly DoneSeed[];
}

/** Runs a project's seeds, file by file, each in one transaction. */
export async function seedDatabase(request: SeedRequest): Promise<SeededDatabase> {
  const mayBePending = allowsPending(request.allow);
  const project = await readProjectMigrations(request, { mayBeMissing: true });
  const files = await readSeeds(project.settings, request.cwd);
  if (files === null) throw noSeeds(shownPath(request.cwd, project.settings.seeds));
  await using target = await openMigrationTarget(project, 'seed', request);
  if (!mayBePending) await refusePending(project, target);
  return { database: project.database, ...(await runSeeds(files, target, request)) };
}

/** The files of the seeds, in the order in which they run; null where there are none. */
export async function readSeeds({ seeds }: Settings, cwd: string): Promise<readonly GivenFile[] | null> {
  if (!existsSync(seeds)) return null;
  const shown = shownPath(cwd, seeds);
  if ((await stat(seeds)).isFile()) return [{ source: await readSqlFile(shown, seeds), path: seeds }];
  const names = await sqlFilesIn(seeds, shown);
  if (names.length === 0) return null;
  return Promise.all(
    names.map(async (name) => {
      const path = join(seeds, name);
      return { source: await readSqlFile(`${withoutSlash(shown)}/${name}`, path), path };
    }),
  );
}

export async function runSeeds(
  files: readonly GivenFile[],
  { connect }: MigrationTarget,
  { progress, signal, warn, onSeeded }: Pick<SeedRequest, 'progress' | 'signal' | 'warn' | 'onSeeded'>,
): Promise<Ending & { readonly seeded: readonly DoneSeed[] }> {
  const seeded: DoneSeed[] = [];
  const ending = await untilProblem([], async () => {
    for (const file of files) {
      const { name } = file.source;
      progress({ message: `Running ${name}`, done: seeded.length + 1, total: files.length });
      const start = performance.now();
      // Each file has a session of its own: what one sets, or makes for the time of a session, is not there in the next.
      const statements = await withSession(
        { connect, statementTimeout: undefined, onNotice: () => {}, signal },
        async (client: Client) => {
          client.on('notice', ({ severity, message }) => {
            if (severity === 'WARNING') warn(`${name}: ${message}`);
          });
          return runSeed(client, file, signal);
        },
      );
      const done = { file: name, statements, milliseconds: performance.now() - start };
      seeded.push(done);
      onSeeded?.(done);
    }
    return [];
  });
  return { seeded, ...ending };
}

async function refusePending({ folder }: ProjectMigrations, { options }: MigrationTarget): Promise<void> {
  if (folder.migrations.length === 0) return;
  const { pending } = await orProblem(migrationStatus(options));
  const [first, ...others] = pending;
  if (first === undefined) return;
  const what = others.length === 0 ? `${first.version} is pending` : `${pending.length} migrations are pending`;
  throw new Problem('HISTORY_DIFFERS', `${what}, so that the seeds may not fit. Nothing was run.`, {
    hint: 'Apply them with `plumb up`, or say --allow pending to go on without them.',
  });
}

function allowsPending(allow: readonly string[]): boolean {
  const unknown = allow.find((what) => what !== 'pending');
  if (unknown === undefined) return allow.length > 0;
  throw new Problem('USAGE', `--allow ${unknown} allows nothing.`, { hint: 'It takes pending.' });
}

function noSeeds(shown: string): Problem {
  return new Problem('FILE_NOT_FOUND', `There is no seed in ${shown}.`, {
    hint: 'Write SQL files there, or name another place with --seeds, or as `seeds` in plumb.config.ts.',
  });
}
