import { spawnSync } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { expect, onTestFinished } from 'vitest';
import { errorCode } from '../src/postgres/error-code.ts';
import { temporaryFolder } from './temporary-folder.ts';

const isRoot = process.getuid?.() === 0;
export const canMount: boolean =
  isRoot && process.platform === 'linux' && spawnSync('unshare', ['-m', 'true']).status === 0;

/** A folder that is a disk of its own. */
export function smallDisk(size: string): string {
  const folder = temporaryFolder('plumb-tiny-');
  expect(spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size},mode=0711`, 'tmpfs', folder]).status).toBe(0);
  onTestFinished(() => {
    spawnSync('umount', ['-l', folder]);
  });
  return folder;
}

/** Takes all the room that is left. */
export function fill(file: string): void {
  for (const size of [1_000_000, 4096]) {
    try {
      for (;;) appendFileSync(file, Buffer.alloc(size));
    } catch (error) {
      if (errorCode(error) !== 'ENOSPC') throw error;
    }
  }
}
