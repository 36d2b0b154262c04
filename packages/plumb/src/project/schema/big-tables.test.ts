import { expect, test } from 'vitest';
import { Problem } from '../../contract/problem.ts';
import { createShadow } from '../../postgres/embedded/create-shadow.ts';
import { bigTables } from './big-tables.ts';

test('a table is big by the rows that its server estimates, whatever its name', async () => {
  await using shadow = await createShadow();
  const client = await shadow.connect();
  await client.query(`
    create table small (a int);
    create table "Large One" (a int);
    update pg_class set reltuples = 2000000, relpages = 10 where relname = 'Large One';
  `);
  await client.end();
  const isBig = await bigTables(shadow.url, { cwd: '.', env: {} });
  expect(isBig('table public."Large One"')).toBe(true);
  expect(isBig('table public.small')).toBe(false);
});

test('sizes come from a server, and nothing else is taken for one', async () => {
  await expect(bigTables('empty', { cwd: '.', env: {} })).rejects.toThrow(Problem);
});
