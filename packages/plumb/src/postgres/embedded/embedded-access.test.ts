import { expect, test } from 'vitest';
import { temporaryHome } from '../../../test/temporary-folder.ts';
import { defaultTemplateLimits } from '../shadow/shadow.ts';
import { clusterAt } from './cluster.ts';
import { EmbeddedAccess } from './embedded-access.ts';
import { openShadowServer } from './embedded-server.ts';
import { findPostmaster } from './postmaster.ts';

test('what sounds like damage costs nobody else the server until it comes again', async () => {
  const env = temporaryHome();
  await using server = await openShadowServer({ env });
  await using shadow = await server.createShadow();
  const client = await shadow.connect();
  const cluster = clusterAt('shadow', 18, env.PLUMB_HOME, 'shadow/18');
  const running = findPostmaster(cluster)?.pid;
  const ensure = { binaries: () => Promise.reject(new Error('the server is asked to start')), port: async () => 5432 };
  const access = new EmbeddedAccess(cluster, ensure, defaultTemplateLimits);
  const other = await access.connect();
  const damage = await other.query("SELECT pg_read_file('gone')").catch((error: unknown) => error);
  expect(damage).toMatchObject({ code: '58P01' });
  expect(await access.recover(damage, false)).toBe(true);
  expect((await client.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
  expect(findPostmaster(cluster)?.pid).toBe(running);
  await expect(access.recover(damage, true)).rejects.toThrow('asked to start');
  await other.end();
  await client.end();
});
