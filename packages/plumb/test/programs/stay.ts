import { setTimeout as sleep } from 'node:timers/promises';
import { openPrivateServer, openShadowServer } from '../../src/postgres/embedded/embedded-server.ts';

// Stays in the middle of some work until it is killed: with a database, while building a template, or with a private server.
const [, , where = 'database'] = process.argv;
const say = (text: string): boolean => process.stdout.write(`${where} ${text}\n`);
const server = where === 'private' ? await openPrivateServer() : await openShadowServer({ idleSeconds: 4 });
if (where === 'building') {
  await server.createShadow({
    key: 'never finished',
    build: async (client) => {
      await client.query('CREATE TABLE half ()');
      const { rows } = await client.query<{ name: string }>('SELECT current_database() AS name');
      say(rows[0]?.name ?? '');
      await sleep(600_000);
    },
  });
} else {
  const shadow = await server.createShadow();
  say(where === 'private' ? server.url() : shadow.name);
}
await sleep(600_000);
