import { join } from 'node:path';
import { Client } from 'pg';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../test/temporary-folder.ts';
import { connectionSettings } from '../connection/connection-settings.ts';
import { connectionUrl } from '../connection/connection-url.ts';
import { parseConnectionString } from '../connection/parse-connection-string.ts';
import { openPrivateServer } from '../embedded/embedded-server.ts';
import type { PostgresServer } from '../server.ts';
import { openUrlServer } from './url-server.ts';

function openByUrl(url: string): Promise<PostgresServer> {
  return openUrlServer(connectionSettings(parseConnectionString(url, 'a test')));
}

test('a server by URL makes shadow databases like the embedded one', async () => {
  await using elsewhere = await openPrivateServer();
  await using server = await openByUrl(elsewhere.url());
  expect(server.origin).toBe('url');
  let builds = 0;
  const options = {
    key: 'k',
    build: async (client: Client): Promise<void> => {
      builds++;
      await client.query('CREATE TABLE t AS SELECT 1 AS n');
    },
  };
  await using one = await server.createShadow(options);
  await using other = await server.createShadow(options);
  expect(builds).toBe(1);
  const client = await one.connect();
  await client.query('DROP TABLE t');
  await client.end();
  const byUrl = new Client({ connectionString: other.url });
  await byUrl.connect();
  expect((await byUrl.query('TABLE t')).rows).toEqual([{ n: 1 }]);
  await byUrl.end();
});

test('closing a server by URL leaves none of its shadow databases on it', async () => {
  await using elsewhere = await openPrivateServer();
  const server = await openByUrl(elsewhere.url());
  await server.createShadow();
  await server.close();
  const client = await elsewhere.connect();
  const { rows } = await client.query(`SELECT datname FROM pg_database WHERE datname LIKE 'plumb\\_shadow%'`);
  await client.end();
  expect(rows).toEqual([]);
});

test('a role that may not make databases is told which right it needs', async () => {
  await using elsewhere = await openPrivateServer();
  const admin = await elsewhere.connect();
  await admin.query(`CREATE ROLE visitor LOGIN PASSWORD 'only for this test'`);
  await admin.end();
  const url = new URL(elsewhere.url());
  url.username = 'visitor';
  url.password = 'only for this test';
  await using server = await openByUrl(url.href);
  await expect(server.createShadow()).rejects.toMatchObject({
    code: 'NO_PERMISSION',
    hint: expect.stringContaining('ALTER ROLE visitor CREATEDB'),
  });
});

test('a socket folder whose name has odd characters survives the way through a URL', () => {
  const url = `postgresql://u%40x:p%2Fw%20d@localhost:5432/db%20name?host=${encodeURIComponent(join(temporaryFolder(), 'a b'))}`;
  const settings = connectionSettings(parseConnectionString(url, 'a test'));
  const again = connectionSettings(parseConnectionString(connectionUrl(settings), 'a test'));
  expect(again).toEqual(settings);
  expect(again.servers[0].password?.reveal()).toBe('p/w d');
});
