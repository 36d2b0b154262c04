import { spawnSync } from 'node:child_process';
import { readFileSync, readlinkSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorCode } from '../error-code.ts';
import type { Cluster } from './cluster.ts';
import { isAlive, isTaken } from './process.ts';

/** What a running server says of itself in `postmaster.pid`, the one place where it does. */
export interface Postmaster {
  readonly pid: number;
  /** Seconds since 1970. */
  readonly startedAt: number;
  readonly port: number;
  /** The folder of its Unix socket, or null where it has none. */
  readonly socketFolder: string | null;
  readonly ready: boolean;
}

export function pidFile(cluster: Cluster): string {
  return join(cluster.data, 'postmaster.pid');
}

/** Reads the pid file, whether or not its server still lives. */
export function readPidFile(cluster: Cluster): Postmaster | null {
  let text: string;
  try {
    text = readFileSync(pidFile(cluster), 'utf8');
  } catch {
    return null;
  }
  const [pid, , startedAt, port, socketFolder, , , status] = text.split('\n').map((line) => line.trim());
  if (!(Number(pid) > 0)) return null;
  return {
    pid: Number(pid),
    startedAt: Number(startedAt),
    port: Number(port ?? 0),
    socketFolder: socketFolder || null,
    ready: status === 'ready',
  };
}

/** The server that runs on a cluster's data, or null: a pid file may be stale, and its number another process by now. */
export function findPostmaster(cluster: Cluster): Postmaster | null {
  const postmaster = readPidFile(cluster);
  return postmaster !== null && isAlive(postmaster.pid) && isServerOf(cluster, postmaster.pid) ? postmaster : null;
}

function isServerOf(cluster: Cluster, pid: number): boolean {
  try {
    switch (process.platform) {
      case 'linux':
        // a server's working folder is its data folder
        return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster.data);
      case 'win32':
        return spawnSync('tasklist', ['/FI', `PID eq ${pid}`, '/NH'], { encoding: 'utf8' }).stdout.includes('postgres');
      default:
        return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout.includes(
          cluster.data,
        );
    }
  } catch (error) {
    // in doubt it is ours: two servers on one data folder would destroy it
    return errorCode(error) !== 'ENOENT';
  }
}

/**
 * Makes a pid file whose number belongs to a stranger, or to a zombie, say what is true: that its server is dead. PostgreSQL
 * refuses to start while the number is taken, and reads the rest of the file to see whether any child of the old server is
 * still at work.
 */
export function disownDead(cluster: Cluster): void {
  const postmaster = readPidFile(cluster);
  if (postmaster === null || !isTaken(postmaster.pid) || findPostmaster(cluster) !== null) return;
  const text = readFileSync(pidFile(cluster), 'utf8');
  writeFileSync(pidFile(cluster), text.replace(/^\d+/, String(impossiblePid)));
}

/** Above the largest process number of every system. */
const impossiblePid = 999_999_999;
