import type { PostgresServer } from '../server.ts';
import type { ShadowDatabase, ShadowOptions } from '../shadow/shadow.ts';
import { openShadowServer, type ShadowServerOptions } from './embedded-server.ts';
import { shadowHome } from './home.ts';
import { defaultMajor } from './major.ts';

const servers = new Map<string, Promise<PostgresServer>>();

/**
 * Makes a shadow database: a real PostgreSQL database of one's own, in milliseconds. The server starts by itself, is shared
 * by all who ask in this process, and keeps no process alive.
 *
 * @example
 * ```ts
 * import { createShadow } from 'pgplumb';
 *
 * const schema = 'CREATE TABLE jobs (id int PRIMARY KEY)';
 * await using shadow = await createShadow({
 *   key: schema,
 *   build: async (client) => {
 *     await client.query(schema);
 *   },
 * });
 * console.log(shadow.url);
 * ```
 */
export async function createShadow(
  shadow: ShadowOptions = {},
  options: ShadowServerOptions = {},
): Promise<ShadowDatabase> {
  const name = `${options.major ?? defaultMajor} ${shadowHome(options.env).folder}`;
  const server = servers.get(name) ?? openShadowServer(options);
  servers.set(name, server);
  server.catch(() => servers.delete(name));
  return (await server).createShadow(shadow);
}
