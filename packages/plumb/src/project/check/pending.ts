import { existsSync } from 'node:fs';
import { basename, dirname, relative, resolve } from 'node:path';
import type { Migration, MigrationFolder, MigrationFormat } from '@pgplumb/migrate';
import { migrationIn, readMigrations } from '@pgplumb/migrate/files';
import type { SchemaSource } from '../../sources/schema-source.ts';
import { orProblem } from '../../sql/problem-of.ts';
import { readSqlFile } from '../../sql/source.ts';
import { shownPath } from '../schema/shown-path.ts';
import { noMigrations } from '../settings/other-migrations.ts';
import { changedFiles } from './changed-files.ts';
import { versionsIn } from './older-than-applied.ts';

/** What is to be checked, and the state that it begins with. */
export interface Pending {
  readonly migrations: readonly Migration[];
  readonly base: SchemaSource;
  /** Of the folder; null where files were named on their own. */
  readonly format: MigrationFormat | null;
  /** Versions that count as applied. */
  readonly applied: readonly string[];
  /** Why these, for people. */
  readonly because: string;
}

interface Given {
  readonly cwd: string;
  readonly folder: string;
  readonly base: SchemaSource | null;
}

/** Files that were named, on top of a base or of the migrations before them in their folder. */
export async function pendingFiles(files: readonly string[], { cwd, folder, base }: Given): Promise<Pending> {
  const paths = files.map((file) => resolve(cwd, file));
  const inFolder = paths.every((path) => dirname(path) === folder);
  if (base === null && inFolder) {
    const shown = shownPath(cwd, folder);
    const read = await orProblem(readMigrations(folder, shown));
    const names = paths.map((path) => relative(folder, path).replaceAll('\\', '/'));
    const chosen = read.migrations.filter((each) => filesOf(each, shown).some((file) => names.includes(file)));
    if (chosen.length > 0) return onTopOf(read, chosen, { folder, shown, because: 'as given', isNew: false });
  }
  const migrations = await Promise.all(
    paths.map(async (path, at) => {
      const source = await readSqlFile(files[at] ?? path, path);
      return orProblem(Promise.resolve().then(() => migrationIn(source, basename(path).replace(/\.sql$/i, ''))));
    }),
  );
  const applied = base === null ? [] : await versionsIn(base);
  return { migrations, base: base ?? { type: 'empty' }, applied, format: null, because: 'as given' };
}

export interface Choice extends Given {
  /** The project, in which migrations are looked for that aren't SQL. */
  readonly root: string;
  /** All of the folder. */
  readonly all: boolean;
  /** Only so many of the newest. */
  readonly last?: number | undefined;
  /** What is new or changed since a ref of git, even if that is nothing. */
  readonly since?: string | undefined;
  readonly env: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
}

const askForFiles = 'Name files to check, or a folder with --migrations.';

/** Of a folder: what git says is new, else the newest; or what was asked for. */
export async function pendingOfFolder(choice: Choice): Promise<Pending> {
  const { root, cwd, folder, base } = choice;
  const shown = shownPath(cwd, folder);
  if (!existsSync(folder)) {
    throw noMigrations(root, shown, {
      code: 'FILE_NOT_FOUND',
      message: `There is no folder ${shown}.`,
      hint: askForFiles,
    });
  }
  const read = await orProblem(readMigrations(folder, shown));
  const { migrations, format } = read;
  if (migrations.length === 0) {
    throw noMigrations(root, shown, {
      code: 'USAGE',
      message: `There are no migrations in ${shown}.`,
      hint: askForFiles,
    });
  }
  const { chosen, because, isNew } = await chosenOf(migrations, shown, choice);
  if (base !== null) return { migrations: chosen, base, applied: await versionsIn(base), format, because };
  return onTopOf(read, chosen, { folder, shown, because, isNew });
}

async function chosenOf(
  migrations: readonly Migration[],
  shown: string,
  { folder, all, last, since, env, signal }: Choice,
): Promise<Chosen> {
  if (all) return { chosen: migrations, because: 'all of them', isNew: false };
  if (last !== undefined) return { chosen: migrations.slice(-last), because: `the last ${last}`, isNew: false };
  const changed = await changedFiles({ folder, env, since, signal });
  const names = new Set(changed?.names);
  const chosen = migrations.filter((each) => filesOf(each, shown).some((file) => names.has(file)));
  if (changed !== null && since !== undefined) return { chosen, because: changed.since, isNew: true };
  const missing = changed?.missing ?? null;
  const unknown =
    missing === null
      ? ''
      : `; what is new can’t be told, since this checkout has no branch ${missing}: fetch it with its history`;
  if (changed === null || chosen.length === 0) {
    return { chosen: migrations.slice(-1), because: `the newest${unknown}`, isNew: false };
  }
  return { chosen, because: `${changed.since}${unknown}`, isNew: true };
}

interface Chosen {
  readonly chosen: readonly Migration[];
  readonly because: string;
  /** Whether they are chosen since git says that all others are there already. */
  readonly isNew: boolean;
}

/** What isn't chosen counts as applied: all of it where git knows what is new, else up to the last that is chosen. */
function onTopOf(
  { migrations: all, format }: MigrationFolder,
  chosen: readonly Migration[],
  {
    folder,
    shown,
    because,
    isNew,
  }: { readonly folder: string; readonly shown: string } & Pick<Chosen, 'because' | 'isNew'>,
): Pending {
  const last = isNew ? all.length : all.findLastIndex((each) => chosen.includes(each));
  const before = all.slice(0, last).filter((each) => !chosen.includes(each));
  const versions = before.map(({ version }) => version);
  const base: SchemaSource = { type: 'migrations', folder, shown, versions, onPlatform: true };
  return { migrations: chosen, base, applied: isNew ? versions : [], format, because };
}

/** The files of a migration, as they are called in its folder. */
function filesOf({ version, up, down }: Migration, shown: string): readonly string[] {
  const names = [...up, ...down].map(({ source }) => source.name.slice(`${shown}/`.length));
  return names.length === 0 ? [`${version}.sql`] : names;
}
