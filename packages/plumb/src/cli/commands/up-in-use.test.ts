import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { migrationProject, people, tables, withServer } from '../../../test/migration-project.ts';

withServer();

const alter = { 'db/migrations/20260103000000_names.sql': 'ALTER TABLE people ADD COLUMN name text;' };
const slow = { 'db/migrations/20260103000000_slow.sql': 'CREATE TABLE slow ();\nSELECT pg_sleep(600);' };

async function session(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: 'a shop' });
  await client.connect();
  client.on('error', () => {});
  onTestFinished(() => client.end());
  return client;
}

/** The processes of the server that run a statement of `plumb up`. */
const atWork = `select pid from pg_stat_activity where application_name = 'plumb up' and query like '%pg_sleep%' and state = 'active'`;

test('who holds a lock that a migration waits for is told, and it goes on when the lock is free', async () => {
  const { start, plumb, url, ask } = await migrationProject({ ...people, ...alter });
  await plumb(['up', '--to', '20260102']);
  const shop = await session(url);
  await shop.query('BEGIN; SELECT * FROM people');
  const { child, ended } = start(['up', '--lock-timeout', '10s']);
  let told = '';
  child.stderr.on('data', (text: string) => (told += text));
  await expect
    .poll(() => told)
    .toContain('20260103000000_names waits for a lock: ALTER TABLE people ADD COLUMN name text');
  expect(told).toMatch(
    /held by process \d+ \(a shop, postgres, idle in transaction for .*\): BEGIN; SELECT \* FROM people/,
  );
  await shop.query('COMMIT');
  expect(await ended).toMatchObject({ code: 0, stdout: expect.stringContaining('1 migration applied') });
  expect(
    await ask(`select count(*) from pg_attribute where attname = 'name' and attrelid = 'people'::regclass`),
  ).toEqual(['1']);
});

test('a second deployer says for whom it waits, and then finds nothing to do', async () => {
  const { start, plumb, url } = await migrationProject({ ...people, ...alter });
  await plumb(['up', '--to', '20260102']);
  const shop = await session(url);
  await shop.query('BEGIN; SELECT * FROM people');
  const first = start(['up']);
  let seen = '';
  first.child.stderr.on('data', (text: string) => (seen += text));
  await expect.poll(() => seen).toContain('waits for a lock');
  const second = start(['up']);
  let told = '';
  second.child.stderr.on('data', (text: string) => (told += text));
  await expect.poll(() => told).toMatch(/Waiting for another deployer: process \d+ \(plumb up, postgres/);
  await shop.query('COMMIT');
  expect(await first.ended).toMatchObject({ code: 0, stdout: expect.stringContaining('1 migration applied') });
  expect(await second.ended).toMatchObject({ code: 0, stdout: expect.stringContaining('Nothing to apply') });
});

test.skipIf(process.platform === 'win32')('Ctrl-C cancels the statement, and the same command goes on', async () => {
  const { start, plumb, folder, ask } = await migrationProject({ ...people, ...slow });
  const { child, ended } = start(['up']);
  await expect.poll(() => ask(atWork)).toHaveLength(1);
  child.kill('SIGINT');
  const { code, stdout, stderr } = await ended;
  expect(code).toBe(130);
  expect(stdout).toMatch(/^✓ 20260102000000_people .*\n$/);
  expect(stderr).toContain('the same command goes on from there');
  await expect.poll(() => ask(atWork)).toEqual([]);
  expect(await ask(tables)).toEqual(['people']);
  writeFileSync(join(folder, 'db/migrations/20260103000000_slow.sql'), 'CREATE TABLE slow ();');
  expect(await plumb(['up'])).toMatchObject({ code: 0 });
  expect(await ask(tables)).toEqual(['people', 'slow']);
});

test('a session that the server ends is told as lost, and nothing half done stays', async () => {
  const { start, ask } = await migrationProject({ ...people, ...slow });
  const { ended } = start(['up', '--json']);
  await expect.poll(() => ask(atWork)).toHaveLength(1);
  await ask(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'plumb up'`);
  const { code, stdout, stderr } = await ended;
  expect({ code, stderr }).toEqual({ code: 2, stderr: '' });
  expect(JSON.parse(stdout)).toMatchObject({
    data: { applied: [{ version: '20260102000000_people' }] },
    error: { code: 'CONNECTION_LOST', hint: expect.stringContaining('goes on from there') },
  });
  expect(await ask(tables)).toEqual(['people']);
});
