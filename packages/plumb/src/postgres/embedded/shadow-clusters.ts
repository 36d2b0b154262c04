import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runOn } from '../shadow/run.ts';
import { listShadows, type ShadowInUse } from '../shadow/shadows-in-use.ts';
import { readTemplates, type Template } from '../shadow/templates.ts';
import { type Cluster, clusterAt } from './cluster.ts';
import { connectEmbedded } from './connect.ts';
import { runningServer } from './ensure-server.ts';
import { withFileLock } from './file-lock.ts';
import { folderSize } from './folder-size.ts';
import { type Home, removeHome, shadowHome } from './home.ts';
import { keeperOf } from './keeper.ts';
import { findPostmaster } from './postmaster.ts';
import { privateClusters } from './private-clusters.ts';
import { isAlive } from './process.ts';
import { stopServer } from './server-process.ts';

export interface ShadowStatus {
  readonly home: Home;
  /** All that lies in the home, binaries included. */
  readonly bytes: number;
  readonly clusters: readonly ShadowClusterStatus[];
}

export interface ShadowClusterStatus {
  readonly major: number;
  readonly running: boolean;
  readonly pid: number | null;
  readonly templates: readonly Template[];
  readonly shadows: readonly ShadowInUse[];
}

/**
 * What this user's shadow clusters hold; starts nothing.
 *
 * @example
 * ```ts
 * import { shadowStatus } from 'pgplumb';
 *
 * const { home, bytes } = await shadowStatus();
 * console.log(`${home.folder} holds ${bytes} bytes`);
 * ```
 */
export async function shadowStatus(env: NodeJS.ProcessEnv = process.env): Promise<ShadowStatus> {
  const home = shadowHome(env);
  const clusters: ShadowClusterStatus[] = [];
  for (const cluster of sharedClusters(home.folder)) clusters.push(await statusOf(cluster));
  return { home, bytes: folderSize(home.folder), clusters };
}

async function statusOf(cluster: Cluster): Promise<ShadowClusterStatus> {
  const address = runningServer(cluster);
  if (address === null) return { major: cluster.major, running: false, pid: null, templates: [], shadows: [] };
  const client = await connectEmbedded(address);
  try {
    const run = runOn(client);
    return {
      major: cluster.major,
      running: true,
      pid: findPostmaster(cluster)?.pid ?? null,
      templates: await readTemplates(run),
      shadows: await listShadows(run),
    };
  } finally {
    await client.end();
  }
}

export interface CleanResult {
  readonly home: Home;
  readonly stopped: number;
  readonly freedBytes: number;
}

/**
 * Stops every shadow server of this user and removes all that they left, templates and binaries included.
 *
 * @example
 * ```ts
 * import { cleanShadows } from 'pgplumb';
 *
 * const { stopped } = await cleanShadows();
 * console.log(`${stopped} servers stopped`);
 * ```
 */
export async function cleanShadows(env: NodeJS.ProcessEnv = process.env): Promise<CleanResult> {
  const home = shadowHome(env);
  const freedBytes = folderSize(home.folder);
  let stopped = 0;
  for (const cluster of [...sharedClusters(home.folder), ...privateClusters(home.folder)]) {
    await withFileLock(cluster.lock.folder, cluster.lock.name, async () => {
      if (findPostmaster(cluster) !== null) stopped++;
      await stopServer(cluster, null);
      const keeper = keeperOf(cluster);
      if (keeper !== null && isAlive(keeper)) process.kill(keeper);
      rmSync(cluster.folder, { recursive: true, force: true });
    });
  }
  removeHome(home);
  return { home, stopped, freedBytes };
}

function sharedClusters(home: string): Cluster[] {
  return (['shadow', 'guarded'] as const).flatMap((kind) => {
    const folder = join(home, kind);
    const majors = existsSync(folder) ? readdirSync(folder).map(Number).filter(Number.isInteger) : [];
    return majors.sort((a, b) => a - b).map((major) => clusterAt(kind, major, home, `${kind}/${major}`));
  });
}
