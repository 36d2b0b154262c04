import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Cluster } from './cluster.ts';
import { fileProblem } from './file-problem.ts';
import { giveToServer, serverCanEnter } from './server-user.ts';

const prefix = 'plumb-';
/** Socket paths are limited to about 100 bytes, with the name of the socket in them. */
const longest = 75;

/**
 * Makes the folder of a server's Unix socket, which only the server's user can enter. It lies in the system's temporary
 * folder: a socket's path must be short, and not every mounted folder can hold one. Where it is stands beside the data, so
 * that whoever comes after a crash can remove it.
 */
export function makeSocketFolder(cluster: Cluster): string {
  const places = [tmpdir(), '/tmp', cluster.folder].filter((place) => place.length < longest && serverCanEnter(place));
  let failure: unknown = new Error(`no folder with a short name is open to the server (tried ${tmpdir()} and /tmp).`);
  for (const place of places) {
    try {
      const folder = mkdtempSync(join(place, prefix));
      writeFileSync(noteOf(cluster), folder);
      giveToServer(folder);
      return folder;
    } catch (error) {
      failure = error;
    }
  }
  throw fileProblem(failure, 'make a socket folder in', places[0] ?? tmpdir());
}

/** Removes the folder of a server that is dead. */
export function removeSocketFolder(cluster: Cluster): void {
  const folder = notedFolder(cluster);
  if (folder === null) return;
  if (basename(folder).startsWith(prefix)) rmSync(folder, { recursive: true, force: true });
  rmSync(noteOf(cluster), { force: true });
}

function notedFolder(cluster: Cluster): string | null {
  try {
    return readFileSync(noteOf(cluster), 'utf8');
  } catch {
    return null;
  }
}

function noteOf(cluster: Cluster): string {
  return join(cluster.folder, 'socket-folder');
}
