import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { diff, openShadowServer, type PostgresServer, type ShadowDatabase } from 'pgplumb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { column, value } from './starter-database.ts';

const folder = fileURLToPath(new URL('..', import.meta.url));
const program = join(dirname(createRequire(import.meta.url).resolve('pgplumb/package.json')), 'bin', 'plumb.js');

let server: PostgresServer;
let shadow: ShadowDatabase;

beforeAll(async () => {
  server = await openShadowServer();
  shadow = await server.createShadow();
});
afterAll(() => server.close());

function plumb(...args: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args, '--url', shadow.url], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`plumb ${args.join(' ')} ended with ${status}:\n${stdout}${stderr}`);
}

test('the migrations lead to the schema', async () => {
  const found = await diff({ cwd: folder });
  expect(found).toMatchObject({ ok: true, equal: true });
});

test('they are applied, seeded, taken back to nothing, and applied again', async () => {
  plumb('up');
  plumb('seed');
  const client = await shadow.connect();
  try {
    expect(Number(await value(client, 'select count(*) from app.posts'))).toBeGreaterThan(0);
    plumb('down', '--to', '0');
    const schemas = `select nspname::text from pg_namespace where nspname !~ '^pg_' order by nspname`;
    expect(await column(client, schemas)).toEqual(['information_schema', 'plumb', 'public']);
    plumb('up');
    plumb('status');
  } finally {
    await client.end();
  }
});
