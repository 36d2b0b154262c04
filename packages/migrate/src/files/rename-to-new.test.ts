import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith } from '../../test/folder-with.ts';
import { renameToNew } from './rename-to-new.ts';

test('of several who want the same name one gets it, and nobody takes the place of another', async () => {
  const folder = folderWith({ a: 'a', b: 'b', c: 'c', '1_there.sql': 'mine' });
  const wanted = ['a', 'b', 'c'].map((name) => renameToNew(join(folder, name), join(folder, '2_new.sql')));
  const ends = await Promise.allSettled(wanted);
  expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(['a', 'b', 'c']).toContain(readFileSync(join(folder, '2_new.sql'), 'utf8'));
  await expect(renameToNew(join(folder, '2_new.sql'), join(folder, '1_there.sql'))).rejects.toMatchObject({
    code: 'EEXIST',
  });
  expect(readFileSync(join(folder, '1_there.sql'), 'utf8')).toBe('mine');
  expect(readdirSync(folder)).toHaveLength(4);
});
