import { openPrivateServer } from 'pgplumb';
import { beforeAll, expect, test } from 'vitest';
import { digests } from './digests.ts';
import { createStarter, value } from './starter-database.ts';

let expected: Record<string, string>;

beforeAll(async () => {
  ({ digest: expected } = await load());
});

async function load(major?: number): Promise<{ loadedBy: number; digest: Record<string, string> }> {
  await using server = await openPrivateServer(major === undefined ? {} : { major });
  await using starter = await createStarter(server);
  const client = await starter.connect();
  const loadedBy = await value<number>(client, `select current_setting('server_version_num')::int / 10000`);
  const digest = await digests(client);
  await client.end();
  return { loadedBy, digest };
}

for (const major of [14, 15, 16, 17]) {
  test(`PostgreSQL ${major} loads the starter with the same rows as the current major`, async () => {
    expect(await load(major)).toEqual({ loadedBy: major, digest: expected });
  });
}
