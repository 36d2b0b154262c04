import { migrationIn } from '@pgplumb/migrate/files';
import { afterAll, beforeAll, describe } from 'vitest';
import { readCatalog } from '../src/catalog/read-catalog.ts';
import { openShadowServer } from '../src/postgres/embedded/embedded-server.ts';
import type { PostgresServer } from '../src/postgres/server.ts';
import type { Rehearsal } from '../src/rehearsal/rehearse/rehearsal.ts';
import { rehearse } from '../src/rehearsal/rehearse/rehearse.ts';
import { tablesToFill } from '../src/rehearsal/sample/tables-to-fill.ts';
import { rehearsalSchema } from './rehearsal-schema.ts';
import { told } from './told.ts';

/** What each statement of a file does, and in the end what went wrong. */
export type Rehearsed = (file: string, ...others: readonly string[]) => Promise<readonly string[]>;

/** Tests with what files do, as migrations on top of a schema. */
export function onEachMajor(
  majors: readonly number[],
  tests: (rehearsed: Rehearsed) => void,
  schema = rehearsalSchema,
): void {
  describe.each(majors)('PostgreSQL %d', (major) => {
    let server: PostgresServer;
    let tables: readonly string[];

    beforeAll(async () => {
      server = await openShadowServer({ major });
      const scratch = await scratchOn(server, schema);
      const client = await scratch.connect();
      tables = tablesToFill(await readCatalog(client));
      await client.end();
      await scratch.drop();
    });
    afterAll(() => server.close());

    tests(async (...files) => {
      const rehearsal = await rehearse(
        files.map((text, at) => migrationIn({ name: `${at + 1}.sql`, text }, String(at + 1))),
        { scratch: () => scratchOn(server, schema), tables, statementTimeout: 20_000 },
      );
      return lines(rehearsal);
    });
  });
}

async function scratchOn(server: PostgresServer, schema: string) {
  const build = async (client: { query(sql: string): Promise<unknown> }) => void (await client.query(schema));
  const shadow = await server.createShadow({ key: schema, build });
  return { connect: () => shadow.connect(), drop: () => shadow.drop() };
}

function lines({ migrations }: Rehearsal): readonly string[] {
  return migrations.flatMap(({ steps, failure }) => [
    ...steps.map(({ observation }) => (observation === null ? 'not run' : told(observation))),
    ...(failure === null ? [] : [`fails${failure.onRows ? ' on rows' : ''}: ${failure.placed.fault.message}`]),
  ]);
}
