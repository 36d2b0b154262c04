import { existsSync } from 'node:fs';
import type { DeployOptions, Migration, MigrationEvent, MigrationFolder } from '@pgplumb/migrate';
import { readMigrations } from '@pgplumb/migrate';
import type { Client } from 'pg';
import { Problem } from '../../contract/problem.ts';
import type { ProgressListener } from '../../contract/progress.ts';
import { describeConnection } from '../../postgres/connection/describe-connection.ts';
import { openPool } from '../../postgres/connection/open-pool.ts';
import { orProblem } from '../../sql/problem-of.ts';
import { openTarget } from '../open-target.ts';
import { shownPath } from '../schema/shown-path.ts';
import { resolveSettings } from '../settings/resolve-settings.ts';
import type { Place, Settings } from '../settings/settings.ts';

/** Which database and which folder are meant, and who is told what happens. */
export interface MigrationsRequest extends Place {
  readonly url?: string | undefined;
  /** The folder of the migrations. */
  readonly migrations?: string | undefined;
  /** The folder of the seeds, or one file. */
  readonly seeds?: string | undefined;
  /** Milliseconds that a statement waits for a lock before it gives way. */
  readonly lockTimeout?: number | undefined;
  /** How much of its time a backfill works, up to 1. */
  readonly pace?: number | undefined;
  /** Milliseconds that replicas may lag behind before a backfill waits for them. */
  readonly maxLag?: number | undefined;
  readonly onEvent?: (event: MigrationEvent) => void;
  readonly progress: ProgressListener;
  readonly signal: AbortSignal;
  readonly warn: (warning: string) => void;
}

/** A project's migrations, read, and the settings that say where they are applied. */
export interface ProjectMigrations {
  readonly settings: Settings;
  readonly folder: MigrationFolder;
  /** The folder as it is shown. */
  readonly shown: string;
  /** The database as it is shown. */
  readonly database: string;
}

export async function readProjectMigrations(
  request: MigrationsRequest,
  { mayBeMissing = false }: { readonly mayBeMissing?: boolean } = {},
): Promise<ProjectMigrations> {
  const { cwd, env, configFile, shadowUrl, url, migrations, seeds, warn } = request;
  const settings = await resolveSettings({ cwd, env, configFile, shadowUrl, flags: { url, migrations, seeds } });
  for (const warning of settings.warnings) warn(warning);
  const shown = shownPath(cwd, settings.migrations);
  const isMissing = !existsSync(settings.migrations);
  if (isMissing && !mayBeMissing) throw noFolder(shown);
  const folder = isMissing ? noMigrations : await orProblem(readMigrations(settings.migrations, shown));
  return { settings, folder, shown, database: databaseOf(settings) };
}

function noFolder(shown: string): Problem {
  return new Problem('FILE_NOT_FOUND', `There is no folder ${shown}.`, {
    hint: '`plumb new` makes it with the first migration; --migrations names another one.',
  });
}

const noMigrations: MigrationFolder = { format: 'plumb', migrations: [], findings: [] };

function databaseOf({ target }: Settings): string {
  return target.kind === 'url' ? describeConnection(target.connection) : "the project's own database";
}

/** A database that is open, and what the functions of `@pgplumb/migrate` take. */
export interface MigrationTarget extends AsyncDisposable {
  /** Another session, that whoever asks for it ends. */
  connect(): Promise<Client>;
  readonly options: DeployOptions & { readonly migrations: readonly Migration[] };
}

/** Opens the database; the project's own is started when it doesn't run. */
export async function openMigrationTarget(
  { settings, folder }: ProjectMigrations,
  command: string,
  { lockTimeout, pace, maxLag, onEvent, progress, signal, warn }: MigrationsRequest,
): Promise<MigrationTarget> {
  const applicationName = `plumb ${command}`;
  const target = await openTarget(settings, { applicationName, progress, signal, onWarning: warn });
  // A statement is cancelled through a session that is opened after Ctrl-C.
  const later = await openTarget(settings, { applicationName });
  const pool = openPool(await target.connect(), later.connect);
  return {
    connect: later.connect,
    options: {
      client: pool,
      migrations: folder.migrations,
      signal,
      ...(lockTimeout === undefined ? {} : { lockTimeout }),
      ...(pace === undefined ? {} : { pace }),
      ...(maxLag === undefined ? {} : { maxLag }),
      ...(onEvent === undefined ? {} : { onEvent }),
    },
    [Symbol.asyncDispose]: () => pool[Symbol.asyncDispose](),
  };
}
