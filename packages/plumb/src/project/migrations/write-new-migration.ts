import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type MigrationFormat, readMigrations, writeMigration } from '@pgplumb/migrate';
import { problemOf } from '../../sql/problem-of.ts';
import { writeFiles } from '../init/write-files.ts';
import { shownPath } from '../schema/shown-path.ts';
import type { Draft } from './draft.ts';
import { type NewFile, newFiles } from './formats/new-files.ts';
import { newVersion } from './formats/new-version.ts';

export interface NewMigration {
  /** A few words, which become a part of its name. */
  readonly name: string;
  /** The folder of the migrations, as an absolute path. */
  readonly folder: string;
  readonly cwd: string;
  readonly draft: Draft;
}

/** A migration as it was written. */
export interface WrittenMigration {
  readonly version: string;
  readonly format: MigrationFormat;
  /** Paths as a person in the working folder writes them; the way up comes first. */
  readonly files: readonly string[];
  /** False where the format has no place for the way down. */
  readonly withDown: boolean;
}

/** Writes a migration into its folder, in the format that the folder has, behind all others. */
export async function writeNewMigration({ name, folder, cwd, draft }: NewMigration): Promise<WrittenMigration> {
  try {
    const { format, versions, names } = await contentOf(folder, shownPath(cwd, folder));
    const version = newVersion(format, name, new Date(), versions);
    const { files, withDown } = newFiles(format, version, draft, names);
    await write(folder, files);
    const sql = files.map(({ path }) => path).filter((path) => path.endsWith('.sql'));
    return { version, format, files: sql.map((path) => shownPath(cwd, join(folder, path))), withDown };
  } catch (error) {
    throw problemOf(error);
  }
}

interface Content {
  readonly format: MigrationFormat;
  readonly versions: readonly string[];
  /** Of files and folders, without those in folders. */
  readonly names: readonly string[];
}

async function contentOf(folder: string, shown: string): Promise<Content> {
  if (!existsSync(folder)) return { format: 'plumb', versions: [], names: [] };
  const { format, migrations } = await readMigrations(folder, shown);
  return { format, versions: migrations.map(({ version }) => version), names: readdirSync(folder) };
}

async function write(folder: string, files: readonly NewFile[]): Promise<void> {
  const [first, ...others] = files;
  if (first === undefined) return;
  if (others.length > 0 || first.path.includes('/')) writeFiles(folder, files);
  else await writeMigration(folder, first.path.replace(/\.sql$/, ''), first.content);
}
