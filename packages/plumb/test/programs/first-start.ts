import { openShadowServer } from '../../src/postgres/embedded/embedded-server.ts';

// Makes a shadow database from a template as one of many processes, and says what it found in it.
const [, , builds = ''] = process.argv;
const server = await openShadowServer();
const shadow = await server.createShadow({
  key: 'a table of one row',
  build: async (client) => {
    const { appendFileSync } = await import('node:fs');
    appendFileSync(builds, 'built\n');
    await client.query('CREATE TABLE greeting (word text); INSERT INTO greeting VALUES (repeat($$hello $$, 3))');
  },
});
const client = await shadow.connect();
const { rows } = await client.query<{ word: string; address: string }>(`
  SELECT word, current_setting('unix_socket_directories') AS address FROM greeting
`);
await client.end();
await server.close();
process.stdout.write(`found ${rows[0]?.word}at ${rows[0]?.address}\n`);
