import { createHash } from 'node:crypto';
import { accessSync, chmodSync, constants, existsSync, lstatSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir, userInfo } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileProblem } from './file-problem.ts';
import { serverCanEnter } from './server-user.ts';

/** A folder for binaries and clusters, and the place that was wanted for it when the server's user can't enter that. */
export interface Home {
  readonly folder: string;
  readonly movedFrom: string | null;
}

/** The folder that holds this user's shadow clusters: PLUMB_HOME, else the platform's cache. */
export function shadowHome(env: NodeJS.ProcessEnv = process.env): Home {
  const chosen = env.PLUMB_HOME;
  if (chosen !== undefined && chosen !== '') return reachableHome(resolve(chosen));
  const cache = platformCache(env);
  return reachableHome(canMake(cache) ? cache : temporaryHome());
}

/** For users without a home that they can write. In a shared folder, somebody else could have been there first. */
function temporaryHome(): string {
  const folder = join(tmpdir(), `pgplumb-${userInfo().uid}`);
  makePassage(folder);
  const uid = process.getuid?.();
  if (uid !== undefined && lstatSync(folder).uid !== uid) {
    throw fileProblem(new Error('it belongs to another user.'), 'use', folder);
  }
  return folder;
}

function platformCache(env: NodeJS.ProcessEnv): string {
  const home = env.HOME ?? homedir();
  switch (process.platform) {
    case 'win32':
      return join(env.LOCALAPPDATA ?? join(home, 'AppData', 'Local'), 'pgplumb');
    case 'darwin':
      return join(home, 'Library', 'Caches', 'pgplumb');
    default:
      return join(env.XDG_CACHE_HOME || join(home, '.cache'), 'pgplumb');
  }
}

function canMake(folder: string): boolean {
  const nearest = existsSync(folder) ? folder : nearestExisting(folder);
  try {
    accessSync(nearest, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function nearestExisting(folder: string): string {
  const parent = dirname(folder);
  return existsSync(parent) || parent === folder ? parent : nearestExisting(parent);
}

/**
 * Makes a folder that the server's user can enter. Where root keeps the wanted one to itself (`/root`, a private temporary
 * folder), a system folder takes its place, named after it, and a note in the wanted one says where.
 */
export function reachableHome(wanted: string): Home {
  makePassage(wanted);
  if (serverCanEnter(wanted)) return { folder: wanted, movedFrom: null };
  const folder = join(systemFolder(), createHash('sha256').update(wanted).digest('hex').slice(0, 16));
  makePassage(folder);
  if (!existsSync(join(folder, originNote))) {
    writeFileSync(join(folder, originNote), `${wanted}\n`);
    writeFileSync(join(wanted, locationNote), locationText(folder));
  }
  return { folder, movedFrom: wanted };
}

/** In a moved home: the folder that it stands for. */
export const originNote = 'ORIGIN.txt';
const locationNote = 'LOCATION.txt';

function locationText(folder: string): string {
  return [
    "The PostgreSQL server runs as another user than root, and that user can't enter this folder.",
    'Its binaries and data are therefore in:',
    '',
    folder,
    '',
  ].join('\n');
}

function systemFolder(): string {
  const places = ['/var/lib/pgplumb', '/var/tmp/pgplumb-root'];
  for (const place of places) {
    try {
      mkdirSync(place, { recursive: true });
      if (lstatSync(place).isDirectory() && lstatSync(place).uid === 0) {
        chmodSync(place, 0o711);
        return place;
      }
    } catch {
      // a read-only system: the next place
    }
  }
  throw fileProblem(
    new Error(`none of ${places.join(', ')} could be made`),
    'make a folder for the server',
    '/var/lib/pgplumb',
  );
}

/**
 * Makes a folder, and those above it, that are ours alone; as root the server's user may pass through them to the
 * clusters, and see nothing.
 */
export function makePassage(folder: string): void {
  if (existsSync(folder)) return;
  makePassage(dirname(folder));
  const mode = process.getuid?.() === 0 ? 0o711 : 0o700;
  try {
    mkdirSync(folder, { mode });
    // whatever the umask says
    chmodSync(folder, mode);
  } catch (error) {
    if (!existsSync(folder)) throw fileProblem(error, 'make the folder', folder);
  }
}

/** Removes what we put into a home. The folder itself is its user's, who may keep other things there. */
export function removeHome({ folder, movedFrom }: Home): void {
  if (movedFrom !== null) {
    rmSync(folder, { recursive: true, force: true });
    rmSync(join(movedFrom, locationNote), { force: true });
  } else {
    for (const name of ['postgres', 'shadow', 'guarded', 'private', 'locks']) {
      rmSync(join(folder, name), { recursive: true, force: true });
    }
  }
}
