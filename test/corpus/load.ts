import type { PostgresServer } from '../../packages/plumb/src/postgres/server.ts';
import type { ShadowDatabase } from '../../packages/plumb/src/postgres/shadow/shadow.ts';
import { shadowRunner } from '../../packages/plumb/src/sources/stand-ins/shadow-runner.ts';
import type { Client } from './client.ts';

/** A database with a case's schema in it. */
export interface LoadedDatabase extends AsyncDisposable {
  readonly client: Client;
  readonly url: string;
  run(sql: string): Promise<void>;
}

export async function loadDatabase(server: PostgresServer, sql: string): Promise<LoadedDatabase> {
  const shadow = await server.createShadow();
  const client = await shadow.connect();
  try {
    await run(client, sql);
  } catch (error) {
    await letGo(client, shadow);
    throw error;
  }
  return {
    client,
    url: shadow.url,
    run: (text) => run(client, text),
    [Symbol.asyncDispose]: () => letGo(client, shadow),
  };
}

/** As it stands, in one piece, and without a trace in the session. */
async function run(client: Client, sql: string): Promise<void> {
  await shadowRunner(client).run(sql);
  await client.query('reset all');
}

async function letGo(client: Client, shadow: ShadowDatabase): Promise<void> {
  await client.end();
  await shadow.drop();
}
