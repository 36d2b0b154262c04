import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import { packageFolder } from '../../contract/package-folder.ts';
import { sweepGuests } from '../guard/guest.ts';
import { runOn } from '../shadow/run.ts';
import { sweep } from '../shadow/sweep.ts';
import { type Cluster, type ClusterKind, clusterAt } from './cluster.ts';
import { connectEmbedded } from './connect.ts';
import { runningServer } from './ensure-server.ts';
import { withFileLock } from './file-lock.ts';
import { originNote } from './home.ts';
import { findPostmaster, type Postmaster } from './postmaster.ts';
import { isAlive } from './process.ts';
import { stopServer } from './server-process.ts';

/*
 * A shadow's server outlives the process that started it, for the next one to find. Its keeper, a small process of its own,
 * drops what dead processes left in it and stops it when nobody came for a while.
 */

export interface Keeping {
  readonly kind: ClusterKind;
  readonly major: number;
  readonly home: string;
  readonly path: string;
  readonly idleSeconds: number;
}

/** Starts the keeper of a server; one that is there already gives way. */
export function startKeeper(cluster: Cluster, keeping: Keeping): void {
  const program = join(packageFolder, 'bin', 'keeper.js');
  const child = spawn(process.execPath, [program, JSON.stringify(keeping)], {
    detached: true,
    stdio: 'ignore',
    windowsHide: true,
    cwd: cluster.home,
  });
  if (child.pid !== undefined) writeFileSync(cluster.keeper, String(child.pid), { mode: 0o600 });
  child.unref();
}

/** The keeper's process, if it lives. */
export function keeperOf(cluster: Cluster): number | null {
  if (!existsSync(cluster.keeper)) return null;
  const pid = Number(readFileSync(cluster.keeper, 'utf8'));
  return pid > 0 && isAlive(pid) ? pid : null;
}

const applicationName = 'plumb keeper';

/** The keeper's life: it ends with its server, or when another keeper took its place. */
export async function keep(keeping: Keeping): Promise<void> {
  const cluster = clusterAt(keeping.kind, keeping.major, keeping.home, keeping.path);
  const interval = Math.min(5000, (keeping.idleSeconds * 1000) / 4);
  let server = findPostmaster(cluster);
  let client: Client | null = null;
  let visits = '';
  for (let idleSince = performance.now(); keeperOf(cluster) === process.pid; await sleep(interval)) {
    const address = runningServer(cluster);
    if (address === null) break;
    server = findPostmaster(cluster) ?? server;
    try {
      client ??= await connectEmbedded(address, undefined, applicationName);
      await sweep(runOn(client));
      if (keeping.kind === 'guarded') await sweepGuests(runOn(client));
      const before = visits;
      visits = await countVisits(client);
      if (visits !== before || (await countSessions(client)) > 0) idleSince = performance.now();
      else if (performance.now() - idleSince < keeping.idleSeconds * 1000) continue;
      else if (await stopIfIdle(cluster, keeping, client)) return;
    } catch {
      // the server was restarted or is busy recovering; the next round looks again
      client = null;
    }
  }
  if (server !== null && !existsSync(cluster.data)) endHomeless(server);
}

/** Somebody removed the whole cache under the server. */
function endHomeless(server: Postmaster): void {
  if (isAlive(server.pid)) process.kill(server.pid, 'SIGQUIT');
  if (server.socketFolder !== null) rmSync(server.socketFolder, { recursive: true, force: true });
}

async function stopIfIdle(cluster: Cluster, keeping: Keeping, client: Client): Promise<boolean> {
  return withFileLock(cluster.lock.folder, cluster.lock.name, async () => {
    if ((await countSessions(client)) > 0) return false;
    await client.end();
    await stopServer(cluster, null);
    rmSync(cluster.keeper, { force: true });
    if (keeping.kind === 'private' || isForsaken(cluster.home)) rmSync(cluster.home, { recursive: true, force: true });
    return true;
  });
}

async function countSessions(client: Client): Promise<number> {
  const { rows } = await client.query<{ sessions: number }>(`
    SELECT count(*)::int AS sessions
    FROM pg_stat_activity
    WHERE backend_type = 'client backend'
      AND application_name <> '${applicationName}'
  `);
  return rows[0]?.sessions ?? 0;
}

/** Grows with each session that ends, however short it was. */
async function countVisits(client: Client): Promise<string> {
  const { rows } = await client.query<{ visits: string }>('SELECT sum(sessions)::text AS visits FROM pg_stat_database');
  return rows[0]?.visits ?? '';
}

/** Whether the folder that a moved home stands for was removed by its user. */
function isForsaken(home: string): boolean {
  const note = join(home, originNote);
  return existsSync(note) && !existsSync(readFileSync(note, 'utf8').trim());
}
