import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
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

/** The processes whose working folder or home lies in a folder. */
export function processesIn(folder: string): number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && pid !== process.pid && worksIn(pid, folder));
}

function worksIn(pid: number, folder: string): boolean {
  const places = [
    attempt(() => readlinkSync(`/proc/${pid}/cwd`)),
    // a PostgreSQL server overwrites its environment with its title, but its working folder is its data
    attempt(() =>
      readFileSync(`/proc/${pid}/environ`, 'utf8')
        .split('\0')
        .find((entry) => entry.startsWith('HOME=')),
    ),
  ];
  return places.some((place) => `${place?.replace('HOME=', '')}/`.startsWith(`${folder}/`));
}

function isChildProgram(pid: number): boolean {
  return attempt(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(childProgram)) ?? false;
}

function proportionalSize(pid: number): number | null {
  const line = attempt(() => /^Pss:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')));
  return line === null ? null : Number(line[1]) * 1024;
}

/** Null when the process is gone, or not ours to look at. */
function attempt<Result>(read: () => Result): Result | null {
  try {
    return read();
  } catch {
    return null;
  }
}
