import { randomBytes } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Problem } from '../../contract/problem.ts';
import type { Binaries } from './binaries.ts';
import type { Cluster, ClusterKind } from './cluster.ts';
import { firstSettings } from './cluster-settings.ts';
import { diskFull, fileProblem } from './file-problem.ts';
import { makePassage } from './home.ts';
import { onWindows } from './platform.ts';
import { runProgram } from './run-program.ts';
import { giveToServer } from './server-user.ts';

/** The role that whoever uses an embedded cluster is. */
export const superuser = 'postgres';

/** On a guarded cluster nobody is a superuser but plumb itself, under a name of its own. */
export function superuserOf(kind: ClusterKind): string {
  return kind === 'guarded' ? 'plumb_server' : superuser;
}

/** The file of settings that are written anew before each start. */
export const startSettingsFile = 'plumb.conf';

/** Whether a cluster is there, with what is needed to use it. */
export function isMade(cluster: Cluster): boolean {
  return hasData(cluster) && existsSync(cluster.password);
}

export function hasData(cluster: Cluster): boolean {
  return existsSync(join(cluster.data, 'PG_VERSION'));
}

/** The major that made the data, which no other can start. */
export function majorOfData(cluster: Cluster): number | null {
  return hasData(cluster) ? Number.parseInt(readFileSync(join(cluster.data, 'PG_VERSION'), 'utf8'), 10) : null;
}

export function readPassword(cluster: Cluster): string {
  try {
    return readFileSync(cluster.password, 'utf8');
  } catch (error) {
    throw fileProblem(error, 'read', cluster.password);
  }
}

/** Makes a new, empty cluster. It is complete when `data` is there: until then all happens beside it. */
export async function makeCluster(cluster: Cluster, binaries: Binaries, signal?: AbortSignal): Promise<void> {
  const fresh = `${cluster.data}.new`;
  try {
    makePassage(dirname(cluster.folder));
    mkdirSync(cluster.folder, { recursive: true, mode: 0o700 });
    giveToServer(cluster.folder);
    rmSync(fresh, { recursive: true, force: true });
    writeFileSync(cluster.password, randomBytes(24).toString('base64url'), { mode: 0o600 });
    giveToServer(cluster.password);
    await initdb(cluster, binaries, fresh, signal);
    const settings = `\n${firstSettings(cluster)}include_if_exists = '${startSettingsFile}'\n`;
    appendFileSync(join(fresh, 'postgresql.conf'), settings);
    renameSync(fresh, cluster.data);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    throw error instanceof Problem ? error : fileProblem(error, 'make a database cluster in', cluster.folder);
  }
}

async function initdb(cluster: Cluster, binaries: Binaries, fresh: string, signal?: AbortSignal): Promise<void> {
  if (!onWindows && /["$`\\]/.test(binaries.folder)) throw shellCharacters(binaries.folder);
  const durability =
    cluster.kind === 'data' ? ['--data-checksums'] : ['--no-sync', ...withoutChecksums(binaries.major)];
  const args = [
    ...[
      '-D',
      fresh,
      '-U',
      superuserOf(cluster.kind),
      `--pwfile=${cluster.password}`,
      '--auth=scram-sha-256',
      '--no-instructions',
    ],
    ...['--encoding=UTF8', ...locale(binaries.major), ...durability],
  ];
  const { status, output, error } = await runProgram(binaries.initdb, args, {
    cwd: cluster.folder,
    ...(signal === undefined ? {} : { signal }),
  });
  if (status === 0) return;
  signal?.throwIfAborted();
  if (output.includes('No space left on device')) throw diskFull(cluster.folder, { cause: error });
  if (output.includes('could not look up effective user ID')) {
    throw new Problem(
      'SERVER_START_FAILED',
      `PostgreSQL needs its user to have a name, and uid ${process.getuid?.()} has none.`,
      {
        hint: 'Add this user to /etc/passwd, or run as one that is there.',
      },
    );
  }
  throw new Problem('SERVER_START_FAILED', `Could not make a database cluster in ${cluster.folder}: ${output.trim()}`, {
    cause: error,
  });
}

/** initdb calls the server through a shell, with its path in double quotes. */
function shellCharacters(folder: string): Problem {
  return new Problem(
    'SERVER_START_FAILED',
    `PostgreSQL can't be run from ${folder}, because of the characters in its path.`,
    {
      hint: 'Use a folder without " $ ` and \\; for shadows, set PLUMB_HOME to one.',
    },
  );
}

/** Checksums are the default since PostgreSQL 18; before, there is no such option. */
function withoutChecksums(major: number): string[] {
  return major >= 18 ? ['--no-data-checksums'] : [];
}

/** The same order and case rules on every machine: by code point, with Unicode's letters. */
function locale(major: number): string[] {
  if (major >= 17) return ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  if (onWindows) return ['--locale=C'];
  return ['--locale=C', `--lc-ctype=${process.platform === 'darwin' ? 'UTF-8' : 'C.UTF-8'}`];
}
