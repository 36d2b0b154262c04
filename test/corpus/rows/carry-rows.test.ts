import { expect, onTestFinished, test } from 'vitest';
import { openShadowServer } from '../../../packages/plumb/src/postgres/embedded/embedded-server.ts';
import { loadDatabase } from '../load.ts';
import { type CarryOptions, carryRows } from './carry-rows.ts';
import { readRows } from './rows.ts';

/** What is said of the rows after some SQL ran in a database. */
async function differencesAfter(before: string, change: string, options: Partial<CarryOptions> = {}): Promise<string> {
  const server = await openShadowServer();
  onTestFinished(() => server.close());
  await using database = await loadDatabase(server, before);
  const rows = await readRows(database.client);
  await database.run(change);
  const found = await readRows(database.client);
  const carried = await carryRows(database.client, rows, found, { renames: [], changing: [], ...options });
  return carried.differences.join('\n');
}

const users = `
  CREATE TYPE mood AS ENUM ('sad', 'ok');
  CREATE TABLE users (id int PRIMARY KEY, name text, mood mood);
  INSERT INTO users VALUES (1, 'Ann', 'ok'), (2, 'Bob', NULL);`;

test('rows that are lost or changed are told, with their table and columns', async () => {
  expect(await differencesAfter(users, 'DELETE FROM users WHERE id = 2')).toBe(
    'rows of public.users (id, name, mood) (- lost, + appeared):\n  - ["2","Bob",null]',
  );
  expect(await differencesAfter(users, `UPDATE users SET name = 'Eve' WHERE id = 1`)).toContain('+ ["1","Eve","ok"]');
  const changing = ['public.users.name'];
  expect(await differencesAfter(users, `UPDATE users SET name = 'Eve'`, { changing })).toBe('');
});

test('rows are followed under new names and as new types', async () => {
  const change = `
    ALTER TABLE users RENAME TO people;
    ALTER TABLE people RENAME name TO title;
    ALTER TYPE mood RENAME VALUE 'ok' TO 'fine';
    ALTER TABLE people ALTER id TYPE numeric(5, 2), ADD extra int DEFAULT 3;`;
  const renames = [
    { was: ['public', 'users'], is: ['public', 'people'] },
    { was: ['public', 'users', 'name'], is: ['public', 'people', 'title'] },
    { was: ['public', 'mood', 'ok'], is: ['public', 'mood', 'fine'] },
  ];
  expect(await differencesAfter(users, change, { renames })).toBe('');
  expect(await differencesAfter(users, `${change} DELETE FROM people`, { renames })).toContain('["1.00","Ann","fine"]');
});

test('rows of a partitioned table may move into partitions, and out of them with a table', async () => {
  const table = `
    CREATE TABLE t (a int) PARTITION BY LIST (a);
    CREATE TABLE t_1 PARTITION OF t FOR VALUES IN (1);
    CREATE TABLE t_2 PARTITION OF t FOR VALUES IN (2);
    INSERT INTO t VALUES (1), (2);`;
  expect(await differencesAfter(table, 'ALTER TABLE t DETACH PARTITION t_1')).toBe('');
  expect(await differencesAfter(table, 'DROP TABLE t_1')).toContain('rows of public.t (a)');
});

test('a sequence that starts anew is told', async () => {
  const table = 'CREATE TABLE t (id serial); INSERT INTO t DEFAULT VALUES';
  expect(await differencesAfter(table, `SELECT setval('t_id_seq', 1, false)`)).toBe(
    'sequence public.t_id_seq stood at 1 true, and stands at 1 false',
  );
});
