import { PGlite } from '@electric-sql/pglite';
import { createShadow } from 'pgplumb';
import { afterAll, expect, test } from 'vitest';
import { clientKinds } from '../test/client-kinds.ts';
import { migrationOf } from '../test/migration-of.ts';
import { migrate } from './migrate.ts';

const migrations = [
  migrationOf('01_a', 'CREATE TABLE a (id int); INSERT INTO a VALUES (1)'),
  migrationOf('02_b', '-- plumb:up no-transaction\nCREATE INDEX CONCURRENTLY a_id ON a (id)'),
  migrationOf('03_c', '-- plumb:up\nCREATE TABLE c (id int PRIMARY KEY);\n-- plumb:up\nINSERT INTO c SELECT id FROM a'),
  ...Array.from({ length: 5 }, (_, n) => migrationOf(`1${n}_m`, `CREATE TABLE t${n} ()`)),
];

const settled = `SELECT json_build_object('migrations', (SELECT count(*) FROM plumb.migrations WHERE state = 'applied'),
  'rows', (SELECT count(*) FROM a) + (SELECT count(*) FROM c), 'valid', (SELECT bool_and(indisvalid) FROM pg_index),
  'locks', (SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database()))) AS settled`;
const asOne = { migrations: migrations.length, rows: 2, valid: true, locks: 0 };

const pglite = new PGlite();
afterAll(() => pglite.close());

for (const { name, open, embedded } of clientKinds) {
  test(`eight deployers at once apply each migration once, with ${name}`, async () => {
    await using shadow = await createShadow();
    const apps = await Promise.all(Array.from({ length: 8 }, async () => open(shadow.url, pglite)));
    const applied = await Promise.all(apps.map(async ({ client }) => (await migrate({ client, migrations })).applied));
    expect(applied.flat().map(({ version }) => version)).toEqual(migrations.map(({ version }) => version));
    for (const app of apps) await app.end();
    const asking = await shadow.connect();
    const { rows } = await (embedded ? pglite.query(settled) : asking.query(settled));
    await asking.end();
    if (embedded) await pglite.exec('DROP SCHEMA plumb, public CASCADE; CREATE SCHEMA public');
    expect(rows).toEqual([{ settled: asOne }]);
  });
}

test('an app that migrates with one client twice at once applies each migration once', async () => {
  await using shadow = await createShadow();
  const client = await shadow.connect();
  const applied = await Promise.all([1, 2, 3].map(async () => (await migrate({ client, migrations })).applied));
  expect(applied.flat()).toHaveLength(migrations.length);
  expect((await client.query(settled)).rows).toEqual([{ settled: asOne }]);
  await client.end();
});
