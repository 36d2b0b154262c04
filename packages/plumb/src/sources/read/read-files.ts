import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { sectionsOf } from '@pgplumb/migrate/files';
import type { Finding } from '../../contract/finding.ts';
import { Problem } from '../../contract/problem.ts';
import { readSqlFile } from '../../sql/source.ts';
import { sqlFilesIn } from './folder-files.ts';
import { type GivenFile, type GivenFiles, leftOut } from './given-file.ts';

/** Reads a file, or all SQL files below a folder in the order of their paths. */
export async function readFiles(path: string, shown: string): Promise<GivenFiles> {
  const found = await stat(path).catch(() => null);
  if (found === null) throw new Problem('FILE_NOT_FOUND', `There is no file or folder ${shown}.`);
  if (!found.isDirectory()) return { files: [{ source: await readSqlFile(shown, path), path }], notes: [] };
  const names = await sqlFilesIn(path, shown);
  if (names.length === 0) {
    throw new Problem('FILE_NOT_FOUND', `There is no .sql file in ${shown}.`, {
      hint: 'Name another folder, or give `empty` where there is no schema yet.',
    });
  }
  refuseMigrationNames(names, shown);
  const files: GivenFile[] = [];
  const notes: Finding[] = [];
  for (const name of names) {
    const file = await readText(`${withoutSlash(shown)}/${name}`, join(path, name));
    if ('id' in file) notes.push(file);
    else files.push(file);
  }
  for (const { source } of files) {
    if (sectionsOf(source).format !== null) throw looksLikeMigrations(shown, source.name);
  }
  return { files, notes };
}

export function withoutSlash(shown: string): string {
  return shown.replace(/(?<=.)[\\/]+$/, '');
}

/** What is no text is left out, and told. */
async function readText(name: string, path: string): Promise<GivenFile | Finding> {
  try {
    return { source: await readSqlFile(name, path), path };
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'SQL_FAILED') throw error;
    return leftOut(name, error.message, 'Its name ends in .sql, so it may have been meant to be part of the schema.');
  }
}

function refuseMigrationNames(names: readonly string[], shown: string): void {
  const down = names.find((name) => /\.down\.sql$/i.test(name) || /(?:^|\/)down\.sql$/i.test(name));
  if (down !== undefined) throw looksLikeMigrations(shown, down);
}

/** Run as a script, the down parts would undo what the up parts do. */
function looksLikeMigrations(shown: string, file: string): Problem {
  return new Problem('USAGE', `${shown} holds migrations (${file} has a way down), and was given as a schema.`, {
    hint: `Give migrations:${shown} to run their up parts one after another.`,
  });
}
