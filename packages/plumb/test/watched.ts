import type { Client } from 'pg';
import { afterAll, beforeAll, describe } from 'vitest';
import { openShadowServer } from '../src/postgres/embedded/embedded-server.ts';
import type { PostgresServer } from '../src/postgres/server.ts';
import { relationsOf } from '../src/rehearsal/watch/snapshot.ts';
import { watchInside } from '../src/rehearsal/watch/watch-inside.ts';
import { rehearsalSchema } from './rehearsal-schema.ts';
import { told } from './told.ts';

/** Tests with what a statement does to the schema above, which is rolled back. */
export function onEachMajor(majors: readonly number[], tests: (watch: (sql: string) => Promise<string>) => void): void {
  describe.each(majors)('PostgreSQL %d', (major) => {
    let server: PostgresServer;
    let client: Client;

    beforeAll(async () => {
      server = await openShadowServer({ major });
      const shadow = await server.createShadow();
      client = await shadow.connect();
      await client.query(rehearsalSchema);
    });
    afterAll(async () => {
      await client.end();
      await server.close();
    });

    tests(async (sql) => {
      const watched = await relationsOf(client);
      await client.query('BEGIN');
      try {
        return told(await watchInside(client, watched, async () => void (await client.query(sql))));
      } finally {
        await client.query('ROLLBACK');
      }
    });
  });
}
