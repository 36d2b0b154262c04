import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startProgram } from '../../../test/child-program.ts';
import { temporaryFolder, temporaryHome } from '../../../test/temporary-folder.ts';
import { openShadowServer } from '../embedded/embedded-server.ts';
import type { PostgresServer } from '../server.ts';
import { buildPrefix, shadowPrefix, templatePrefix } from './names.ts';

async function databases(server: PostgresServer, prefix: string): Promise<string[]> {
  const client = await server.connect();
  const { rows } = await client.query<{ name: string }>(
    'SELECT datname AS name FROM pg_database WHERE starts_with(datname, $1) ORDER BY 1',
    [prefix],
  );
  await client.end();
  return rows.map(({ name }) => name);
}

test('shadow databases do not see each other', async () => {
  await using server = await openShadowServer();
  await using one = await server.createShadow();
  await using other = await server.createShadow();
  const first = await one.connect();
  await first.query('CREATE TABLE jobs (id int)');
  const second = await other.connect();
  await expect(second.query('TABLE jobs')).rejects.toThrow('relation "jobs" does not exist');
  await Promise.all([first.end(), second.end()]);
});

test('a shadow database is gone when it is disposed of, even with a connection open', async () => {
  await using server = await openShadowServer();
  const shadow = await server.createShadow();
  const client = await shadow.connect();
  await shadow.drop();
  expect(await databases(server, shadow.name)).toEqual([]);
  await expect(client.query('SELECT 1')).rejects.toThrow();
  await expect(shadow.connect()).rejects.toMatchObject({ code: 'SERVER_LOST' });
});

test('a template is built once for each key, and its clones are independent', async () => {
  await using server = await openShadowServer(temporaryServer());
  let builds = 0;
  const options = {
    key: 'one row',
    build: async (client: { query(sql: string): Promise<unknown> }) => {
      builds++;
      await client.query('CREATE TABLE t AS SELECT 1 AS id');
    },
  };
  const shadows = await Promise.all(Array.from({ length: 10 }, () => server.createShadow(options)));
  for (const [index, shadow] of shadows.entries()) {
    const client = await shadow.connect();
    await client.query('INSERT INTO t SELECT generate_series(1, $1::int)', [index]);
    const { rows } = await client.query('SELECT count(*)::int AS n FROM t');
    expect(rows).toEqual([{ n: index + 1 }]);
    await client.end();
  }
  expect(builds).toBe(1);
  await server.createShadow({ ...options, key: 'another' });
  expect(builds).toBe(2);
});

test('a template may be built with the help of another shadow database', async () => {
  await using server = await openShadowServer();
  const shadow = await server.createShadow({
    key: `outer ${Date.now()}`,
    build: async (client) => {
      await using inner = await server.createShadow({ key: `inner ${Date.now()}`, build: async () => {} });
      await client.query(`CREATE TABLE t AS SELECT '${inner.name}' AS name`);
    },
  });
  expect(shadow.name).toContain(shadowPrefix);
});

test('a build that fails passes its error on, leaves nothing behind, and is tried again next time', async () => {
  await using server = await openShadowServer(temporaryServer());
  const failing = server.createShadow({ key: 'k', build: (client) => client.query('SELECT 1/0').then(() => {}) });
  await expect(failing).rejects.toMatchObject({ code: '22012' });
  expect(await databases(server, buildPrefix)).toEqual([]);
  expect(await databases(server, templatePrefix)).toEqual([]);
  await using shadow = await server.createShadow({ key: 'k', build: async () => {} });
  expect(await databases(server, shadow.name)).toHaveLength(1);
});

test('the template that was not used for longest goes first when there are too many', async () => {
  await using server = await openShadowServer({ ...temporaryServer(), limits: { count: 2, bytes: 1e12 } });
  const built: string[] = [];
  for (const key of ['a', 'b', 'c', 'c', 'b', 'a']) {
    await server.createShadow({
      key,
      build: async () => {
        built.push(key);
      },
    });
  }
  expect(built).toEqual(['a', 'b', 'c', 'a']);
  expect(await databases(server, templatePrefix)).toHaveLength(2);
});

test('templates are bounded in bytes', async () => {
  await using server = await openShadowServer({ ...temporaryServer(), limits: { count: 99, bytes: 20_000_000 } });
  for (const key of ['a', 'b', 'c', 'd']) await server.createShadow({ key, build: async () => {} });
  const client = await server.connect();
  const { rows } = await client.query<{ bytes: string }>(
    'SELECT sum(pg_database_size(oid)) AS bytes FROM pg_database WHERE starts_with(datname, $1)',
    [templatePrefix],
  );
  await client.end();
  expect(Number(rows[0]?.bytes)).toBeLessThan(20_000_000);
});

const ofCrowds = { timeout: 180_000 };

test('twenty processes that start at once on an empty cache share one cluster and one template', ofCrowds, async () => {
  const env = temporaryHome();
  const builds = join(temporaryFolder(), 'builds');
  const programs = Array.from({ length: 20 }, () => startProgram('first-start', [builds], { env }));
  const found = await Promise.all(programs.map(({ said }) => said('found')));
  for (const { ended } of programs) expect(await ended).toMatchObject({ status: 0 });
  expect(new Set(found).size).toBe(1);
  expect(found[0]).toMatch(/^hello hello hello at /);
  expect(readFileSync(builds, 'utf8')).toBe('built\n');
});

test('what a killed process leaves is dropped, while the databases of others stay', async () => {
  const env = temporaryHome();
  await using server = await openShadowServer({ env, idleSeconds: 4 });
  await using own = await server.createShadow();
  const [owner, builder] = [startProgram('stay', ['database'], { env }), startProgram('stay', ['building'], { env })];
  const [shadow, build] = await Promise.all([owner.said('database'), builder.said('building')]);
  expect(await databases(server, shadowPrefix)).toEqual([own.name, shadow].sort());
  expect(await databases(server, buildPrefix)).toEqual([build]);
  owner.process.kill('SIGKILL');
  builder.process.kill('SIGKILL');
  await expect.poll(() => databases(server, buildPrefix), { timeout: 30_000 }).toEqual([]);
  await expect.poll(() => databases(server, shadowPrefix), { timeout: 30_000 }).toEqual([own.name]);
});

test('a template whose builder was killed is built by the next who asks', async () => {
  const env = temporaryHome();
  await using server = await openShadowServer({ env });
  const builder = startProgram('stay', ['building'], { env });
  await builder.said('building');
  builder.process.kill('SIGKILL');
  await using shadow = await server.createShadow({
    key: 'never finished',
    build: (client) => client.query('CREATE TABLE whole ()').then(() => {}),
  });
  const client = await shadow.connect();
  const { rows } = await client.query(`SELECT to_regclass('half') AS half, to_regclass('whole') AS whole`);
  await client.end();
  expect(rows).toEqual([{ half: null, whole: 'whole' }]);
});

function temporaryServer(): { env: { PLUMB_HOME: string } } {
  return { env: temporaryHome() };
}
