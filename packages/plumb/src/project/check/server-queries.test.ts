import { expect, onTestFinished, test } from 'vitest';
import { plumbHere } from '../../../test/plumb-here.ts';
import { schemaFolder } from '../../../test/schema-folder.ts';
import { connectDataCluster, startDataCluster, stopDataCluster } from '../../postgres/embedded/data-cluster.ts';

interface Answer {
  readonly data: { readonly checked: { readonly queries: number; readonly unknown: number } };
  readonly findings: readonly { readonly id: string; readonly message: string; readonly evidence: object }[];
}

/** A project whose server remembers queries, since it was started anew. */
async function askedServer(files: Record<string, string>, ...sql: readonly string[]) {
  const project = schemaFolder({ 'package.json': '{}', ...files });
  await startDataCluster({ project });
  onTestFinished(() => stopDataCluster(project).then(() => {}));
  const first = await connectDataCluster(project);
  await first.query('ALTER SYSTEM SET shared_preload_libraries = pg_stat_statements');
  await first.end();
  await stopDataCluster(project);
  const { url } = await startDataCluster({ project });
  const client = await connectDataCluster(project);
  await client.query('CREATE EXTENSION pg_stat_statements');
  for (const each of sql) await client.query(each);
  await client.end();
  return async (...args: readonly string[]): Promise<Answer> => {
    const options = { cwd: project, env: process.env };
    const { stdout } = await plumbHere(['check', ...args, '--url', url, '--json'], options);
    return JSON.parse(stdout);
  };
}

test('queries that a server remembers are judged, and looked at after migrations', async () => {
  const check = await askedServer(
    {
      'base.sql': 'CREATE TABLE users (id int PRIMARY KEY, name text, born timestamptz);',
      'change.sql': 'ALTER TABLE users DROP COLUMN name;',
    },
    'CREATE TABLE users (id int PRIMARY KEY, name text, born timestamptz)',
    "SELECT name FROM users WHERE id = 1 AND born > now() - interval '1 day'",
    'SELECT name FROM users WHERE id = 2',
    'SELECT id FROM users ORDER BY id LIMIT 20 OFFSET 4000',
  );
  const { data, findings } = await check('--queries');
  expect(data).toMatchObject({ checked: { unknown: 1 } });
  expect(findings).toMatchObject([
    {
      id: 'offset-pagination',
      message: expect.stringContaining('SELECT id FROM users ORDER BY id LIMIT $1 OFFSET $2'),
      evidence: { calls: 1 },
    },
  ]);
  const changed = await check('change.sql', '--base', 'base.sql');
  expect(changed.findings.map(({ id }) => id).toSorted()).toEqual([
    'column-or-table-used-by-code',
    'drop-column',
    'offset-pagination',
  ]);
});
