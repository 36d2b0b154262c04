import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../test/temporary-folder.ts';
import { freeBytes, makesHoles, needRoom } from './room-for-pages.ts';

const terabyte = 1e12;

test('terabytes need no room where files can have holes', () => {
  const folder = temporaryFolder();
  expect(makesHoles(folder)).toBe(true);
  expect(readdirSync(folder)).toEqual([]);
  expect(() => needRoom(5 * terabyte, { folder, holes: true, free: freeBytes(folder) })).not.toThrow();
});

test('where files can have none, what would fill the disk is refused before it is begun', () => {
  const place = { folder: '/mnt/usb', holes: false, free: 20e9 };
  expect(() => needRoom(5e9, place)).not.toThrow();
  expect(() => needRoom(2.5 * terabyte, place)).toThrow(
    'Planning with this profile needs files of 2,500 GB in all. The file system of /mnt/usb can’t leave them empty (it makes no sparse files), and has 20 GB left.',
  );
});
