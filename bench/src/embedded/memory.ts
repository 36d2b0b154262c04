import { readFileSync } from 'node:fs';
import { attempt, processesIn } from '../processes.ts';
import { childProgram } from './child-program.ts';

/*
 * Memory as Linux counts it: the proportional set size, in which pages that processes share are divided among them. Other
 * systems have no such figure.
 */

export const memoryIsMeasured: boolean = process.platform === 'linux';

/** The memory of this process, after a garbage collection where Node runs with --expose-gc. */
export function ownMemory(): number {
  globalThis.gc?.();
  return proportionalSize(process.pid) ?? 0;
}

/** The memory of this process and of every server and keeper that works in a folder. */
export function memoryOf(folder: string): number {
  const own = ownMemory();
  const servers = processesIn(folder).filter((pid) => !isChildProgram(pid));
  return servers.reduce((sum, pid) => sum + (proportionalSize(pid) ?? 0), own);
}

function isChildProgram(pid: number): boolean {
  return attempt(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(childProgram)) ?? false;
}

function proportionalSize(pid: number): number | null {
  const line = attempt(() => /^Pss:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')));
  return line === null ? null : Number(line[1]) * 1024;
}
