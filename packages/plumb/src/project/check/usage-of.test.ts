import { expect, onTestFinished, test } from 'vitest';
import { schemaFolder } from '../../../test/schema-folder.ts';
import { connectDataCluster, startDataCluster, stopDataCluster } from '../../postgres/embedded/data-cluster.ts';
import { checkSchema } from './check-schema.ts';

async function told(cwd: string, base: string): Promise<readonly string[]> {
  const { signal } = new AbortController();
  const { findings } = await checkSchema({ cwd, env: process.env, base, signal, progress: () => {} });
  return findings.map(({ id, objects }) => `${id} ${objects[0]}`);
}

test('rows and sequences of files of SQL are looked at', async () => {
  const cwd = schemaFolder({
    'package.json': '{}',
    'base.sql': `
      CREATE TABLE people (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, zip text, city text, height int);
      INSERT INTO people (zip, city, height)
      SELECT 'z' || i % 10, 'c' || (i % 10) / 2, 150 + i % 37 FROM generate_series(1, 200) AS i;
      CREATE SEQUENCE numbers AS smallint;
      SELECT setval('numbers', 32000);
    `,
  });
  expect(await told(cwd, 'base.sql')).toEqual([
    'sequence-near-end public.numbers',
    'transitive-dependency public.people.city',
  ]);
});

test('a server tells which indexes are not read, and which tables are full of dead rows', async () => {
  const project = schemaFolder({ 'package.json': '{}' });
  const { url } = await startDataCluster({ project });
  onTestFinished(() => stopDataCluster(project).then(() => {}));
  const client = await connectDataCluster(project);
  await client.query(`
    CREATE TABLE people (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text, height int)
    WITH (autovacuum_vacuum_threshold = 1000000);
    CREATE INDEX people_height ON people (height);
    INSERT INTO people (name, height) SELECT 'n' || i, i FROM generate_series(1, 5000) AS i;
    UPDATE people SET name = name || 'x';
    DO $$ BEGIN FOR i IN 1..200 LOOP PERFORM name FROM people WHERE id = i; END LOOP; END $$;
  `);
  await client.query('SELECT pg_stat_force_next_flush()');
  await client.end();
  expect(await told(project, url)).toEqual(['bloat public.people', 'unused-index public.people_height']);
});
