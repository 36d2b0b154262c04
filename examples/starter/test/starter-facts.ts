import { openPrivateServer, type PostgresServer, type ShadowDatabase } from 'pgplumb';
import { afterAll, beforeAll, test } from 'vitest';
import { type Client, createStarter } from './starter-database.ts';

// One server for the tests of a file: the schema makes roles, which belong to a whole cluster.
let server: PostgresServer;

beforeAll(async () => {
  server = await openPrivateServer();
});

afterAll(() => server.close());

/** A copy of the starter, for a test that connects to it more than once. */
export function starterCopy(): Promise<ShadowDatabase> {
  return createStarter(server);
}

/** A test with a copy of the starter of its own. */
export function fact(name: string, check: (client: Client) => Promise<void>): void {
  test(name, async () => {
    await using starter = await starterCopy();
    const client = await starter.connect();
    await check(client);
    await client.end();
  });
}
