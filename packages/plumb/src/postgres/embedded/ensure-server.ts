import { renameSync, rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Problem } from '../../contract/problem.ts';
import type { ProgressListener } from '../../contract/progress.ts';
import { errorCode } from '../error-code.ts';
import type { Binaries } from './binaries.ts';
import type { Cluster } from './cluster.ts';
import { hasData, isMade, majorOfData, makeCluster, readPassword, superuserOf } from './cluster-files.ts';
import { connectEmbedded, type ServerAddress } from './connect.ts';
import { withFileLock } from './file-lock.ts';
import { fileProblem } from './file-problem.ts';
import { findPostmaster, type Postmaster, readPidFile } from './postmaster.ts';
import { bootTime, isAlive } from './process.ts';
import { startServer, stopServer } from './server-process.ts';

export interface EnsureOptions {
  /** PostgreSQL's programs, asked for only when a server has to be made or started. */
  readonly binaries: () => Promise<Binaries>;
  readonly port: () => Promise<number>;
  readonly progress?: ProgressListener | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Called under the lock when this call started the server. */
  readonly onStart?: () => void;
}

/** The address of a cluster's server if it runs. */
export function runningServer(cluster: Cluster): ServerAddress | null {
  const postmaster = findPostmaster(cluster);
  return postmaster?.ready && isMade(cluster) ? addressOf(cluster, postmaster) : null;
}

/** Makes the cluster where it is missing and starts its server where it doesn't run; many processes may ask at once. */
export async function ensureServer(cluster: Cluster, options: EnsureOptions): Promise<ServerAddress> {
  return runningServer(cluster) ?? (await underLock(cluster, options, () => startOrJoin(cluster, options)));
}

/** Replaces the server of a shadow that is damaged or doesn't answer, unless somebody else did so already. */
export async function replaceServer(
  cluster: Cluster,
  unusable: ServerAddress,
  options: EnsureOptions,
): Promise<ServerAddress> {
  return underLock(cluster, options, async () => {
    const running = runningServer(cluster);
    if (running !== null && running.host !== unusable.host) return running;
    await stopServer(cluster, await options.binaries());
    discardData(cluster);
    return startOrJoin(cluster, options);
  });
}

function underLock<Result>(cluster: Cluster, options: EnsureOptions, work: () => Promise<Result>): Promise<Result> {
  return withFileLock(cluster.lock.folder, cluster.lock.name, work, {
    signal: options.signal,
    onWait: (pid) =>
      options.progress?.({ message: `Waiting for process ${pid}, which is starting the database server` }),
  });
}

async function startOrJoin(cluster: Cluster, options: EnsureOptions): Promise<ServerAddress> {
  const joined = await joinStarting(cluster);
  if (joined !== null && isMade(cluster)) return addressOf(cluster, joined);
  const binaries = await options.binaries();
  if (cluster.kind !== 'data' && sawPowerLoss(cluster)) discardData(cluster);
  const isNew = !isMade(cluster);
  if (isNew) {
    await stopServer(cluster, binaries);
    if (cluster.kind !== 'data') discardData(cluster);
    options.progress?.({ message: `Making a database cluster in ${cluster.folder}` });
    await makeCluster(cluster, binaries, options.signal);
  }
  const address = await start(cluster, binaries, options).catch(async (error: unknown) => {
    if (isNew || cluster.kind === 'data' || !isDamage(error)) throw error;
    await stopServer(cluster, binaries);
    discardData(cluster);
    await makeCluster(cluster, binaries, options.signal);
    return start(cluster, binaries, options);
  });
  options.onStart?.();
  return address;
}

async function start(cluster: Cluster, binaries: Binaries, options: EnsureOptions): Promise<ServerAddress> {
  options.progress?.({ message: `Starting PostgreSQL ${cluster.major}` });
  const postmaster = await startPatiently(cluster, binaries, await options.port(), options.signal);
  const address = addressOf(cluster, postmaster);
  if (cluster.kind !== 'data') await lookThrough(address);
  return address;
}

/** After `kill -9` of a server, its children need a moment to notice; until then PostgreSQL refuses to start beside them. */
async function startPatiently(
  cluster: Cluster,
  binaries: Binaries,
  port: number,
  signal?: AbortSignal,
): Promise<Postmaster> {
  for (const since = performance.now(); ; ) {
    try {
      return await startServer(cluster, binaries, port, signal);
    } catch (error) {
      const childrenLive = error instanceof Problem && error.message.includes('pre-existing shared memory block');
      if (!childrenLive || performance.now() - since > 10_000) throw error;
      await sleep(50);
    }
  }
}

/** A server that is there but not ready yet: somebody who was starting it is gone, or it recovers from a crash. */
async function joinStarting(cluster: Cluster): Promise<Postmaster | null> {
  for (;;) {
    const postmaster = findPostmaster(cluster);
    if (postmaster === null || postmaster.ready) return postmaster;
    await sleep(5);
  }
}

function addressOf(cluster: Cluster, postmaster: Postmaster): ServerAddress {
  return {
    host: postmaster.socketFolder ?? '127.0.0.1',
    port: postmaster.port,
    user: superuserOf(cluster.kind),
    password: readPassword(cluster),
  };
}

/** Reads the catalogue that every session needs, so that damage shows here and not in somebody's work. */
async function lookThrough(address: ServerAddress): Promise<void> {
  const client = await connectEmbedded(address);
  try {
    await client.query(`
      SELECT (SELECT count(*) FROM pg_class),
             (SELECT count(*) FROM pg_attribute),
             (SELECT count(*) FROM pg_proc),
             (SELECT count(*) FROM pg_type),
             (SELECT count(*) FROM pg_database)
    `);
  } finally {
    await client.end();
  }
}

/** A machine that went down under a server without fsync may have left anything behind. */
function sawPowerLoss(cluster: Cluster): boolean {
  const left = readPidFile(cluster);
  return left !== null && !isAlive(left.pid) && left.startedAt < bootTime() - 5;
}

/** Whether an error speaks for damaged files rather than for something that would go wrong again. */
export function isDamage(error: unknown): boolean {
  if (error instanceof Problem) return error.code === 'SERVER_START_FAILED';
  const code = errorCode(error);
  return (
    code !== null && (/^(XX|58)/.test(code) || ['3D000', '28P01', '28000', 'ENOENT', 'ECONNREFUSED'].includes(code))
  );
}

function discardData(cluster: Cluster): void {
  const discarded = `${cluster.data}.discarded`;
  try {
    rmSync(discarded, { recursive: true, force: true });
    // in one step, since a crash half-way through the removal must not leave half a cluster
    renameSync(cluster.data, discarded);
    rmSync(discarded, { recursive: true, force: true });
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw fileProblem(error, 'remove', cluster.data);
  }
}

/** What can be told about a data cluster before its server is asked, since nothing of it may be made anew. */
export function checkData(cluster: Cluster): void {
  if (hasData(cluster) && !isMade(cluster)) {
    throw new Problem('DATA_UNUSABLE', `The password of the database in ${cluster.folder} is missing.`, {
      hint: `Put the file ${cluster.password} back, or move the folder away to begin a new database.`,
    });
  }
  const made = majorOfData(cluster);
  if (made === null || made === cluster.major) return;
  throw new Problem(
    'DATA_UNUSABLE',
    `The database in ${cluster.folder} was made by PostgreSQL ${made}, not ${cluster.major}.`,
    {
      hint: `Set postgres.major to ${made}, or move the folder away to begin a new database.`,
    },
  );
}
