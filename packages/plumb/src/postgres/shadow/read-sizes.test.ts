import { expect, test } from 'vitest';
import { openShadowServer } from '../embedded/embedded-server.ts';
import { readSizes } from './read-sizes.ts';
import { type Run, runOn } from './run.ts';

test('sizes are read again when a database is dropped meanwhile', async () => {
  await using server = await openShadowServer();
  await using shadow = await server.createShadow();
  const client = await shadow.connect();
  const run = runOn(client);
  let droppedMeanwhile = 2;
  const disturbed: Run = (sql, values) => run(droppedMeanwhile-- > 0 ? sql.replace('oid', '4294967295') : sql, values);
  const sql = 'SELECT pg_database_size(oid) > 0 AS found FROM pg_database WHERE datname = $1';
  expect((await readSizes(disturbed, sql, [shadow.name])).rows).toEqual([{ found: true }]);
  await expect(readSizes(run, 'SELECT pg_database_size($1)', ['no such database'])).rejects.toMatchObject({
    code: '3D000',
  });
  await client.end();
});
