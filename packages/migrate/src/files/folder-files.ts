import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { MigrationProblem } from '../contract/problem.ts';

/** All files below a folder, as paths in it with `/`, sorted. Hidden folders are left out. */
export async function filesIn(folder: string, shown: string): Promise<readonly string[]> {
  const found: string[] = [];
  await walk(folder, shown, '', [], found);
  return found.sort((one, other) => (one < other ? -1 : 1));
}

async function walk(
  folder: string,
  shown: string,
  below: string,
  above: readonly string[],
  found: string[],
): Promise<void> {
  const real = await realpath(folder).catch(() => folder);
  // a link to a folder above would never end
  if (above.includes(real)) return;
  for (const entry of await entriesOf(folder, shown)) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    const path = join(folder, entry.name);
    const kind = entry.isSymbolicLink() ? await stat(path).catch(() => null) : entry;
    if (kind === null && entry.name.endsWith('.sql')) {
      const [name, hint] = [`${shown}/${below}${entry.name}`, 'Take the link away, or bring the file back.'];
      throw new MigrationProblem('FILE_NOT_FOUND', `${name} is a link that leads to no file.`, { hint });
    }
    if (kind?.isDirectory()) await walk(path, shown, `${below}${entry.name}/`, [...above, real], found);
    else if (kind?.isFile()) found.push(below + entry.name);
  }
}

async function entriesOf(folder: string, shown: string): Promise<readonly Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT')
      throw new MigrationProblem('FILE_NOT_FOUND', `There is no folder ${shown}.`, { cause: error });
    if (code === 'ENOTDIR') throw new MigrationProblem('FILE_NOT_FOUND', `${shown} is no folder.`, { cause: error });
    if (code === 'EACCES' || code === 'EPERM') {
      throw new MigrationProblem('NO_PERMISSION', `${shown} may not be read by this user.`, { cause: error });
    }
    throw error;
  }
}
