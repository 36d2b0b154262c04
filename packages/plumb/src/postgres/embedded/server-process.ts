import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Problem } from '../../contract/problem.ts';
import { errorCode } from '../error-code.ts';
import type { Binaries } from './binaries.ts';
import type { Cluster } from './cluster.ts';
import { startSettingsFile } from './cluster-files.ts';
import { type Listening, startSettings } from './cluster-settings.ts';
import { diskFull, fileProblem } from './file-problem.ts';
import { onWindows } from './platform.ts';
import { disownDead, findPostmaster, type Postmaster, readPidFile } from './postmaster.ts';
import { isAlive } from './process.ts';
import { runProgram, serverProcess } from './run-program.ts';
import { giveToServer } from './server-user.ts';
import { makeSocketFolder, removeSocketFolder } from './socket-folder.ts';

/** Starts a cluster's server, detached from us, and waits until it takes connections. Call it under the cluster's lock. */
export async function startServer(
  cluster: Cluster,
  binaries: Binaries,
  port: number,
  signal?: AbortSignal,
): Promise<Postmaster> {
  removeSocketFolder(cluster);
  disownDead(cluster);
  const socketFolder = onWindows ? null : makeSocketFolder(cluster);
  const listening: Listening = { port, socketFolder, loopback: cluster.kind === 'data' || socketFolder === null };
  try {
    const file = join(cluster.data, startSettingsFile);
    writeFileSync(file, startSettings(cluster, listening), { mode: 0o600 });
    giveToServer(file);
    turnLog(cluster);
    return await (onWindows ? startByPgCtl(cluster, binaries) : startDetached(cluster, binaries, signal));
  } catch (error) {
    removeSocketFolder(cluster);
    throw error instanceof Problem ? error : fileProblem(error, 'start a server in', cluster.folder);
  }
}

async function startDetached(cluster: Cluster, binaries: Binaries, signal?: AbortSignal): Promise<Postmaster> {
  const log = openSync(cluster.log, 'a', 0o600);
  const server = spawn(binaries.postgres, ['-D', cluster.data], {
    ...serverProcess(cluster.folder),
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  let ended = false;
  server.once('exit', () => {
    ended = true;
  });
  server.once('error', () => {
    ended = true;
  });
  try {
    for (;;) {
      const postmaster = readPidFile(cluster);
      if (postmaster?.ready && postmaster.pid === server.pid) return postmaster;
      if (ended) throw startProblem(cluster);
      signal?.throwIfAborted();
      await sleep(3);
    }
  } catch (error) {
    server.kill('SIGQUIT');
    throw error;
  } finally {
    server.unref();
  }
}

/** On Windows PostgreSQL refuses an administrator's rights, and pg_ctl sheds them. */
async function startByPgCtl(cluster: Cluster, binaries: Binaries): Promise<Postmaster> {
  const args = ['start', '-w', '-t', '600', '-D', cluster.data, '-l', cluster.log];
  const { status } = await runProgram(binaries.pgCtl, args, { cwd: cluster.folder, quiet: true });
  const postmaster = readPidFile(cluster);
  if (status !== 0 || postmaster === null) throw startProblem(cluster);
  return postmaster;
}

/** Stops the server; what it was doing is rolled back. Call it under the cluster's lock. */
export async function stopServer(cluster: Cluster, binaries: Binaries | null): Promise<void> {
  const postmaster = findPostmaster(cluster);
  if (postmaster !== null) {
    if (onWindows && binaries !== null) {
      await runProgram(binaries.pgCtl, ['stop', '-m', 'fast', '-D', cluster.data], { cwd: cluster.folder });
    } else {
      await endProcess(postmaster.pid);
    }
  }
  removeSocketFolder(cluster);
}

const patience = 30_000;

async function endProcess(pid: number): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    if (!sendSignal(pid, signal)) return;
    const since = performance.now();
    while (performance.now() - since < patience) {
      if (!isAlive(pid)) return;
      await sleep(5);
    }
  }
}

/** False when the process ended just now. */
function sendSignal(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, signal);
  } catch (error) {
    if (errorCode(error) === 'ESRCH') return false;
    throw error;
  }
}

/** The log says why the last start failed; a shadow's is begun anew, a data cluster's is kept until it is large. */
function turnLog(cluster: Cluster): void {
  if (!existsSync(cluster.log)) return;
  if (cluster.kind !== 'data') rmSync(cluster.log);
  else if (statSync(cluster.log).size > 5_000_000) renameSync(cluster.log, `${cluster.log}.1`);
}

function startProblem(cluster: Cluster): Problem {
  const lines = existsSync(cluster.log) ? readFileSync(cluster.log, 'utf8').trim().split('\n').slice(-12) : [];
  const text = lines.join('\n');
  if (text.includes('No space left on device')) return diskFull(cluster.folder);
  if (text.includes('Address already in use') || text.includes('could not bind')) {
    return new Problem('PORT_IN_USE', 'The port for the database server is taken by another program.', {
      hint: 'Choose another with --port, or set database.port in the configuration.',
    });
  }
  return new Problem(
    'SERVER_START_FAILED',
    `PostgreSQL ${cluster.major} did not start in ${cluster.folder}:\n${text}`,
    {
      hint: `Its whole log is in ${cluster.log}.`,
    },
  );
}
