import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** The processes whose working folder or home lies in a folder, on Linux. */
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

/** Null when the process is gone, or not ours to look at. */
export function attempt<Result>(read: () => Result): Result | null {
  try {
    return read();
  } catch {
    return null;
  }
}
