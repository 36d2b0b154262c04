import { chownSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** The system user that a server runs as when we are root, since PostgreSQL refuses to be root. */
export interface ServerUser {
  readonly uid: number;
  readonly gid: number;
}

let known: ServerUser | null | undefined;

/** Null when the server can simply run as ourselves. */
export function serverUser(): ServerUser | null {
  known ??= process.getuid?.() === 0 ? nobody() : null;
  return known;
}

/** `nobody` exists on every Unix; 65534 is its number on all but a few. */
function nobody(): ServerUser {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith('nobody:'));
  const [, , uid, gid] = line?.split(':') ?? [];
  return { uid: Number(uid ?? 65534), gid: Number(gid ?? 65534) };
}

/** Gives a file or folder to the server's user. */
export function giveToServer(path: string): void {
  const user = serverUser();
  // macOS writes nobody's number as -2
  if (user !== null) chownSync(path, user.uid >>> 0, user.gid >>> 0);
}

/** Whether the server's user can enter a folder: when we are root, every folder above it must let others through. */
export function serverCanEnter(folder: string): boolean {
  const user = serverUser();
  if (user === null) return true;
  for (let at = folder; ; at = dirname(at)) {
    const stats = statSync(at, { throwIfNoEntry: false });
    if (stats !== undefined && stats.uid !== user.uid >>> 0 && (stats.mode & 0o001) === 0) return false;
    if (at === dirname(at)) return true;
  }
}
