import { closeSync, ftruncateSync, openSync, rmSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from '../../contract/problem.ts';

const probeBytes = 16 * 1024 * 1024;

/** Whether a long file in which nothing was written takes no room there. */
export function makesHoles(folder: string): boolean {
  const file = join(folder, `plumb_holes_${process.pid}`);
  const descriptor = openSync(file, 'w', 0o600);
  try {
    ftruncateSync(descriptor, probeBytes);
    return statSync(file).blocks * 512 < probeBytes / 2;
  } finally {
    closeSync(descriptor);
    rmSync(file, { force: true });
  }
}

export function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

interface Place {
  readonly folder: string;
  readonly holes: boolean;
  readonly free: number;
}

/** Refuses to make files as long as production's where they would fill the disk. */
export function needRoom(bytes: number, { folder, holes, free }: Place): void {
  // the rest is for the server, and for others
  if (holes || bytes < free / 2) return;
  const gigabytes = (of: number): string => `${(of / 1e9).toLocaleString('en', { maximumFractionDigits: 1 })} GB`;
  throw new Problem(
    'DISK_FULL',
    `Planning with this profile needs files of ${gigabytes(bytes)} in all. The file system of ${folder} can’t leave them empty (it makes no sparse files), and has ${gigabytes(free)} left.`,
    { hint: 'Set PLUMB_HOME to a folder on a file system that makes sparse files, such as ext4, XFS, Btrfs or APFS.' },
  );
}
