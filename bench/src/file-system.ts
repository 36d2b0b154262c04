import { readdirSync, readFileSync, statfsSync } from 'node:fs';
import { basename } from 'node:path';

/** The kinds that decide how long databases take to copy, by the magic numbers of Linux. */
const kinds: Readonly<Record<number, string>> = {
  61267: 'ext4',
  16914836: 'tmpfs',
  1481003842: 'xfs',
  2435016766: 'btrfs',
  2035054128: 'overlayfs',
  801189825: 'zfs',
};

export const withoutJournal = 'ext4 without journal';

/** The file system of a folder, or null where the system doesn't say. */
export function fileSystemOf(folder: string): string | null {
  if (process.platform !== 'linux') return null;
  const kind = kinds[statfsSync(folder).type] ?? null;
  return kind === 'ext4' && !hasJournal(folder) ? withoutJournal : kind;
}

/** Each journal has a folder that is named after its device. */
function hasJournal(folder: string): boolean {
  try {
    const device = deviceOf(folder);
    return device === null || readdirSync('/proc/fs/jbd2').some((name) => name.startsWith(`${device}-`));
  } catch {
    return false;
  }
}

/** The device of the innermost mount that a folder lies in. */
function deviceOf(folder: string): string | null {
  const mounts = readFileSync('/proc/self/mounts', 'utf8')
    .split('\n')
    .map((line) => line.split(' '))
    .filter(([, point = '']) => `${folder}/`.startsWith(point === '/' ? point : `${point}/`))
    .sort(([, a = ''], [, b = '']) => b.length - a.length);
  const device = mounts[0]?.[0];
  return device === undefined ? null : basename(device);
}
