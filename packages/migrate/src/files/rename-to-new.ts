import { lstat, mkdir, rename, rmdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Gives a file another name that no file has, whole or not at all. A renamed file takes the place of another, so that who
 * makes the folder beside it, which only one can, is the one who looks and renames.
 */
export async function renameToNew(from: string, to: string): Promise<void> {
  const turn = join(dirname(to), `.${basename(to)}.turn`);
  await mkdir(turn);
  try {
    if (await isThere(to)) throw Object.assign(new Error(`There is a file ${to}`), { code: 'EEXIST' });
    await rename(from, to);
  } finally {
    await rmdir(turn);
  }
}

async function isThere(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
}

export function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
