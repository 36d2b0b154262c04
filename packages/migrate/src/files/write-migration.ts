import { randomUUID } from 'node:crypto';
import { link, mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { MigrationProblem } from '../contract/problem.ts';
import { codeOf, renameToNew } from './rename-to-new.ts';

/** Writes a new migration, whole or not at all, and never over another; its path. */
export async function writeMigration(folder: string, name: string, text: string): Promise<string> {
  const path = join(folder, `${name}.sql`);
  // Readers of the folder pass over hidden files.
  const beside = join(folder, `.${name}.${randomUUID()}.tmp`);
  try {
    await mkdir(folder, { recursive: true });
    await writeNew(beside, text);
    await putInPlace(beside, path);
  } catch (error) {
    throw writeProblem(path, error);
  } finally {
    await rm(beside, { force: true }).catch(() => {});
  }
  return path;
}

/** A link, unlike a renamed file, takes no other's place. */
async function putInPlace(beside: string, path: string): Promise<void> {
  try {
    await link(beside, path);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw error;
    // a file system without links
    await renameToNew(beside, path);
  }
}

async function writeNew(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(text);
    await file.sync();
    await file.close();
  } catch (error) {
    await file.close().catch(() => {});
    await rm(path, { force: true });
    throw error;
  }
}

function writeProblem(path: string, error: unknown): unknown {
  switch (codeOf(error)) {
    case 'EEXIST':
      return new MigrationProblem('USAGE', `There is a file ${path} already.`, {
        hint: 'Take another name; nothing was written.',
        cause: error,
      });
    case 'ENOTDIR':
      return new MigrationProblem('FILE_NOT_FOUND', `${path} can’t be written: a part of its path is no folder.`, {
        cause: error,
      });
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new MigrationProblem('NO_PERMISSION', `${path} may not be written by this user.`, { cause: error });
    case 'ENOSPC':
    case 'EDQUOT':
      return new MigrationProblem('DISK_FULL', `There is no space left for ${path}.`, { cause: error });
    default:
      return error;
  }
}
