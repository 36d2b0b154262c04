import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { processesIn } from './processes.ts';

const patience = 5000;

/** Ends the servers of children that were killed before they could stop them. */
export async function stopLeftServers(root: string): Promise<void> {
  for (const since = performance.now(); ; await sleep(50)) {
    const left = process.platform === 'linux' ? processesIn(root) : serversIn(root);
    if (left.length === 0) return;
    const late = performance.now() - since > patience;
    if (performance.now() - since > 2 * patience) throw new Error(`processes ${left.join(', ')} don't end`);
    for (const pid of left) signal(pid, late ? 'SIGKILL' : 'SIGINT');
  }
}

/** By the pid file that every running server keeps in its data folder. */
function serversIn(root: string): number[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('postmaster.pid'))
    .map((name) => Number.parseInt(readFileSync(join(root, name), 'utf8'), 10))
    .filter((pid) => pid > 0 && signal(pid, 0));
}

function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
}
