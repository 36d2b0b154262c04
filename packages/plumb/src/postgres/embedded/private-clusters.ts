import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Cluster, clusterAt } from './cluster.ts';
import { runningServer } from './ensure-server.ts';
import { isAlive } from './process.ts';
import { stopServer } from './server-process.ts';

export const privateFolder = 'private';

/** Says whose a private cluster is. */
export function privateName(): string {
  return `${process.pid}-${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 8)}`;
}

export function privateClusters(home: string): Cluster[] {
  const folder = join(home, privateFolder);
  if (!existsSync(folder)) return [];
  return readdirSync(folder).map((name) => clusterAt('private', 0, join(folder, name), 'cluster'));
}

/** Removes what owners and keepers that were both killed have left. */
export async function removeForsaken(home: string): Promise<void> {
  for (const cluster of privateClusters(home)) {
    const owner = Number.parseInt(cluster.home.split(/[\\/]/).at(-1) ?? '', 10);
    if (isAlive(owner) || runningServer(cluster) !== null) continue;
    await stopServer(cluster, null);
    rmSync(cluster.home, { recursive: true, force: true });
  }
}
