import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith } from '../../test/folder-with.ts';
import { writeMigration } from './write-migration.ts';

test('a migration is written into its folder, which is made where there is none', async () => {
  const folder = join(folderWith({}), 'db', 'migrations');
  const path = await writeMigration(folder, '1_a', 'select 1;\n');
  expect(path).toBe(join(folder, '1_a.sql'));
  expect(readFileSync(path, 'utf8')).toBe('select 1;\n');
  expect(readdirSync(folder)).toEqual(['1_a.sql']);
});

test('a migration never takes the place of another, and of several writers one wins', async () => {
  const folder = folderWith({ '1_a.sql': 'mine' });
  await expect(writeMigration(folder, '1_a', 'theirs')).rejects.toMatchObject({ code: 'USAGE' });
  const writers = ['a', 'b', 'c', 'd'].map((text) => writeMigration(folder, '2_b', text));
  const written = (await Promise.allSettled(writers)).filter(({ status }) => status === 'fulfilled');
  expect(written).toHaveLength(1);
  expect(readFileSync(join(folder, '1_a.sql'), 'utf8')).toBe('mine');
  expect(readdirSync(folder)).toEqual(['1_a.sql', '2_b.sql']);
});

test('a folder that is a file is told', async () => {
  const folder = folderWith({ db: '' });
  await expect(writeMigration(join(folder, 'db', 'migrations'), '1_a', '')).rejects.toMatchObject({
    code: 'FILE_NOT_FOUND',
  });
});
