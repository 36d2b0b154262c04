import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from 'pg';
import { Problem } from '../../contract/problem.ts';
import type { ProgressListener } from '../../contract/progress.ts';
import { installBinaries } from './binaries.ts';
import { type Cluster, clusterAt } from './cluster.ts';
import { isMade, majorOfData, startSettingsFile } from './cluster-files.ts';
import { connectEmbedded, maintenanceDatabase, type ServerAddress, urlOf } from './connect.ts';
import { checkData, type EnsureOptions, ensureServer, runningServer } from './ensure-server.ts';
import { withFileLock } from './file-lock.ts';
import { isFree } from './free-port.ts';
import { reachableHome } from './home.ts';
import { defaultMajor } from './major.ts';
import { findNpmPackage } from './npm-package.ts';
import { findPostmaster } from './postmaster.ts';
import { stopServer } from './server-process.ts';

/** A project's own development database. */
export interface DataClusterOptions {
  /** The project's folder; the cluster lies in its `.plumb`. */
  readonly project: string;
  /** PostgreSQL's major version; unless said otherwise the one that made the data, or 18. */
  readonly major?: number | undefined;
  /** The loopback port; unless said otherwise the last one, or the first free one from 54320. */
  readonly port?: number | undefined;
  readonly progress?: ProgressListener | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface DataClusterStatus {
  readonly made: boolean;
  readonly running: boolean;
  readonly major: number | null;
  /** Where its data is: in `.plumb`, or in a system folder where the server's user can't enter that. */
  readonly folder: string;
  readonly movedFrom: string | null;
  readonly pid: number | null;
  readonly port: number | null;
}

export interface StartedDataCluster {
  readonly status: DataClusterStatus;
  /** False when it was running already. */
  readonly started: boolean;
  /** With its password. */
  readonly url: string;
  /** The port that was wanted and could not be had. */
  readonly takenPort: number | null;
}

const folderName = '.plumb';
const firstPort = 54_320;
const host = '127.0.0.1';

export async function startDataCluster(options: DataClusterOptions): Promise<StartedDataCluster> {
  const { home, movedFrom } = makeHome(options.project);
  const found = clusterIn(home, options.major);
  checkData(found);
  const before = findPostmaster(found)?.pid;
  let takenPort: number | null = null;
  await ensureOnSomePort(found, options, {
    binaries: () => installBinaries(findNpmPackage(found.major, options.project), home, options.progress),
    port: async () => {
      const choice = await choosePort(found, options.port);
      takenPort = choice.taken;
      return choice.port;
    },
    progress: options.progress,
    signal: options.signal,
  });
  const status = statusOf(found, movedFrom);
  return { status, started: status.pid !== before, url: urlOf(addressOf(found), maintenanceDatabase), takenPort };
}

/** @returns whether it was running */
export async function stopDataCluster(project: string): Promise<boolean> {
  const cluster = existing(project);
  if (cluster === null) return false;
  return withFileLock(cluster.lock.folder, cluster.lock.name, async () => {
    const running = findPostmaster(cluster) !== null;
    const major = majorOfData(cluster) ?? cluster.major;
    if (running) await stopServer(cluster, await installBinaries(findNpmPackage(major, project), cluster.home));
    return running;
  });
}

export function dataClusterStatus(project: string): DataClusterStatus {
  const wanted = join(project, folderName);
  const cluster = existing(project);
  if (cluster === null) {
    return { made: false, running: false, major: null, folder: wanted, movedFrom: null, pid: null, port: null };
  }
  return statusOf(cluster, cluster.home === wanted ? null : wanted);
}

/** A URL for psql, an ORM or a GUI; holds the password. */
export function dataClusterUrl(project: string, database: string = maintenanceDatabase): string {
  return urlOf(addressOf(runningCluster(project)), database);
}

export async function connectDataCluster(
  project: string,
  database?: string,
  applicationName?: string,
): Promise<Client> {
  return connectEmbedded(addressOf(runningCluster(project)), database, applicationName);
}

function runningCluster(project: string): Cluster {
  const cluster = existing(project);
  if (cluster !== null && runningServer(cluster) !== null) return cluster;
  throw new Problem('SERVER_NOT_RUNNING', `The database of ${project} is not running.`, {
    hint: 'Start it with `plumb db start`.',
  });
}

function addressOf(cluster: Cluster): ServerAddress {
  const address = runningServer(cluster);
  if (address === null) {
    throw new Problem('SERVER_LOST', `The database server in ${cluster.folder} stopped.`, {
      hint: 'Start it again with `plumb db start`.',
    });
  }
  return { ...address, host };
}

function statusOf(cluster: Cluster, movedFrom: string | null): DataClusterStatus {
  const postmaster = findPostmaster(cluster);
  return {
    made: isMade(cluster),
    running: postmaster !== null,
    major: majorOfData(cluster),
    folder: cluster.folder,
    movedFrom,
    pid: postmaster?.pid ?? null,
    port: postmaster?.port ?? lastPort(cluster),
  };
}

function existing(project: string): Cluster | null {
  const wanted = join(project, folderName);
  return existsSync(wanted) ? clusterIn(reachableHome(wanted).folder) : null;
}

function makeHome(project: string): { home: string; movedFrom: string | null } {
  const wanted = join(project, folderName);
  const { folder, movedFrom } = reachableHome(wanted);
  const ignore = join(wanted, '.gitignore');
  if (!existsSync(ignore)) writeFileSync(ignore, '*\n');
  return { home: folder, movedFrom };
}

function clusterIn(home: string, major?: number): Cluster {
  const cluster = clusterAt('data', major ?? defaultMajor, home, 'db');
  return major === undefined ? { ...cluster, major: majorOfData(cluster) ?? defaultMajor } : cluster;
}

/** Between our look at a port and the server's, another may have taken it. */
async function ensureOnSomePort(cluster: Cluster, { port }: DataClusterOptions, ensure: EnsureOptions): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      await ensureServer(cluster, ensure);
      return;
    } catch (error) {
      const raced = error instanceof Problem && error.code === 'PORT_IN_USE' && port === undefined;
      if (!raced || tries === 20) throw error;
    }
  }
}

async function choosePort(cluster: Cluster, asked?: number): Promise<{ port: number; taken: number | null }> {
  const wanted = asked ?? lastPort(cluster) ?? firstPort;
  if (await isFree(wanted)) return { port: wanted, taken: null };
  const port = await firstFree(wanted + 1);
  if (asked === undefined) return { port, taken: lastPort(cluster) };
  throw new Problem('PORT_IN_USE', `Port ${wanted} is taken by another program.`, {
    hint: `Port ${port} is free: plumb db start --port ${port}`,
  });
}

async function firstFree(port: number): Promise<number> {
  return (await isFree(port)) ? port : firstFree(port + 1);
}

function lastPort(cluster: Cluster): number | null {
  const file = join(cluster.data, startSettingsFile);
  const port = existsSync(file) ? /^port = '(\d+)'$/m.exec(readFileSync(file, 'utf8'))?.[1] : undefined;
  return port === undefined ? null : Number(port);
}
