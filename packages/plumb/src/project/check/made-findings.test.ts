import { expect, test } from 'vitest';
import { plumbHere } from '../../../test/plumb-here.ts';
import { schemaFolder } from '../../../test/schema-folder.ts';

const base = 'CREATE TABLE users (id int PRIMARY KEY, born timestamp); CREATE TABLE old (a money);';

async function told(change: string): Promise<readonly string[]> {
  const cwd = schemaFolder({ 'base.sql': base, 'change.sql': change });
  const { stdout } = await plumbHere(['check', 'change.sql', '--base', 'base.sql', '--json'], {
    cwd,
    env: process.env,
  });
  const { findings }: { findings: { id: string; location: { line: number } | null }[] } = JSON.parse(stdout);
  return findings.map(({ id, location }) => `${id} at ${location?.line}`).toSorted();
}

test('what is wrong with the schema is told where a migration makes it, and not what was there before', async () => {
  expect(
    await told(`CREATE TABLE notes (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, at timestamp, user_id int);
ALTER TABLE notes ADD COLUMN price money;
ALTER TABLE notes ADD FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE;
`),
  ).toEqual([
    'foreign-key-in-create-table at 3',
    'foreign-key-without-index at 3',
    'money at 2',
    'timestamp-without-zone at 1',
  ]);
});

test('a comment with a reason silences it, and another name makes nothing new of it', async () => {
  expect(await told('-- plumb-ignore money: of another system\nALTER TABLE users ADD COLUMN paid money;')).toEqual([]);
  expect(await told('ALTER TABLE old RENAME COLUMN a TO b;')).toEqual(['rename-column at 1']);
  expect(await told('ALTER TABLE old RENAME TO older;')).toEqual(['rename-table at 1']);
});

test('a partition that is detached was made before', async () => {
  const cwd = schemaFolder({
    'base.sql': 'CREATE TABLE p (a int) PARTITION BY LIST (a); CREATE TABLE c PARTITION OF p FOR VALUES IN (1);',
    'change.sql': 'ALTER TABLE p DETACH PARTITION c CONCURRENTLY;',
  });
  const { stdout } = await plumbHere(['check', 'change.sql', '--base', 'base.sql', '--json'], {
    cwd,
    env: process.env,
  });
  expect(JSON.parse(stdout).findings).toEqual([]);
});

test('what the next migration may finish is not told yet', async () => {
  expect(await told('ALTER TABLE users ADD CONSTRAINT c CHECK (id > 0) NOT VALID;')).toEqual([]);
});
