import {
  chmodSync,
  existsSync,
  mkdirSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { Problem } from '../../contract/problem.ts';

export interface FileToWrite {
  readonly path: string;
  readonly content: string;
}

/**
 * Writes files, all or none: each beside its place first, and then all are moved to their places. Nothing waits in between,
 * so that Ctrl-C is heard before or after.
 */
export function writeFiles(root: string, files: readonly FileToWrite[]): void {
  const madeFolders: string[] = [];
  const staged: { readonly from: string; readonly to: string }[] = [];
  try {
    for (const { path, content } of files) {
      const to = placeOf(join(root, path));
      makeFolder(dirname(to), madeFolders);
      const from = `${to}.plumb-${process.pid}`;
      staged.push({ from, to });
      writeFileSync(from, content);
      if (existsSync(to)) chmodSync(from, statSync(to).mode);
    }
    for (const { from, to } of staged) renameSync(from, to);
  } catch (error) {
    for (const { from } of staged) if (existsSync(from)) rmSync(from);
    for (const folder of madeFolders.toReversed()) rmdirSync(folder);
    throw explained(error);
  }
}

/** A file that is a link keeps being one. */
function placeOf(path: string): string {
  return existsSync(path) ? realpathSync(path) : path;
}

function makeFolder(folder: string, made: string[]): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder), made);
  mkdirSync(folder);
  made.push(folder);
}

function explained(error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error;
  const { code, message } = error;
  const hint = 'Nothing was changed.';
  if (code === 'ENOSPC') return new Problem('DISK_FULL', `There is no space left: ${message}`, { hint, cause: error });
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return new Problem('NO_PERMISSION', `The project can't be written to: ${message}`, { hint, cause: error });
  }
  return error;
}
