import type { PostgresServer } from '../../packages/plumb/src/postgres/server.ts';
import type { ShadowDatabase } from '../../packages/plumb/src/postgres/shadow/shadow.ts';
import { shadowRunner } from '../../packages/plumb/src/sources/stand-ins/shadow-runner.ts';
import type { Client } from './client.ts';

/** A database with a case's schema in it. */
export interface LoadedDatabase extends AsyncDisposable {
  readonly client: Client;
  readonly url: string;
}

export async function loadDatabase(server: PostgresServer, sql: readonly string[]): Promise<LoadedDatabase> {
  const shadow = await server.createShadow();
  const client = await shadow.connect();
  try {
    for (const text of sql) await shadowRunner(client).run(text);
    await client.query('reset all');
  } catch (error) {
    await letGo(client, shadow);
    throw error;
  }
  return { client, url: shadow.url, [Symbol.asyncDispose]: () => letGo(client, shadow) };
}

async function letGo(client: Client, shadow: ShadowDatabase): Promise<void> {
  await client.end();
  await shadow.drop();
}
