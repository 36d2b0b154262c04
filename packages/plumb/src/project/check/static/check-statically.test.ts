import { expect, test } from 'vitest';
import { plumbHere } from '../../../../test/plumb-here.ts';
import { schemaFolder } from '../../../../test/schema-folder.ts';
import { checkText } from './library.ts';

interface Told {
  readonly code: number;
  readonly ids: readonly string[];
  readonly data: { readonly checked: object; readonly postgres: string | null };
}

/** A home in which no server could be made shows that none is wanted. */
const env = { PLUMB_HOME: '/dev/null/nowhere' };

async function checked(files: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<Told> {
  const cwd = schemaFolder({ 'package.json': '{}', ...files });
  const { code, stdout } = await plumbHere(['check', ...args, '--static', '--json'], { cwd, env });
  const { findings, data } = JSON.parse(stdout);
  return { code, ids: findings.map(({ id }: { id: string }) => id), data };
}

test('a table that nobody told of was there before, and is large', async () => {
  const { code, ids, data } = await checked({ 'm.sql': 'CREATE INDEX i ON orders (total);' }, 'm.sql');
  expect({ code, ids, postgres: data.postgres }).toEqual({ code: 1, ids: ['create-index-blocking'], postgres: null });
});

test('a table that an earlier file made is harmless', async () => {
  const files = {
    'a.sql': 'CREATE TABLE orders (id bigint PRIMARY KEY, total int);',
    'b.sql': 'CREATE INDEX i ON orders (total);',
  };
  expect(await checked(files, 'a.sql', 'b.sql')).toMatchObject({ code: 0, ids: [] });
});

test('what the base says of a column decides', async () => {
  const change = { 'm.sql': 'ALTER TABLE t ALTER a TYPE varchar(50);' };
  const on = (type: string) =>
    checked({ ...change, 'base.sql': `CREATE TABLE t (a ${type});` }, 'm.sql', '--base', 'base.sql');
  expect((await on('varchar(20)')).ids).not.toContain('alter-type-rewrite');
  expect((await on('int')).ids).toContain('alter-type-rewrite');
});

test('migrations of the folder before those that are checked are what is known', async () => {
  const files = {
    'db/migrations/20260101000000_a.sql': 'CREATE TABLE t (id bigint PRIMARY KEY, a int NOT NULL);',
    'db/migrations/20260102000000_b.sql': 'ALTER TABLE t ALTER a SET NOT NULL;',
  };
  expect(await checked(files)).toMatchObject({
    code: 0,
    ids: [],
    data: { checked: { migrations: ['20260102000000_b'] } },
  });
});

test('SQL that PostgreSQL can’t parse is told, and what is put together at run time is counted', async () => {
  const files = { 'm.sql': "DO $$ BEGIN EXECUTE 'DROP TABLE ' || 't'; END $$;\nALTER TABEL t ADD a int;" };
  const { code, ids, data } = await checked(files, 'm.sql');
  expect({ code, ids, checked: data.checked }).toMatchObject({
    code: 1,
    ids: ['migration-fails'],
    checked: { unread: 1 },
  });
});

test('queries are judged with what is known of their tables', async () => {
  const files = {
    'base.sql': 'CREATE TABLE t (id int PRIMARY KEY, name text); CREATE INDEX ON t (name);',
    'q.sql': 'SELECT id FROM t WHERE lower(name) = $1; SELECT nope FROM t WHERE id = 1;',
  };
  const { ids } = await checked(files, 'q.sql', '--queries', '--base', 'base.sql');
  expect(ids).toEqual(['function-on-indexed-column']);
});

test('what is meant so is not told', async () => {
  const sql = '-- plumb-ignore create-index-blocking: there are ten rows\nCREATE INDEX i ON orders (total);';
  expect(await checked({ 'm.sql': sql }, 'm.sql')).toMatchObject({ code: 0, ids: [] });
});

test.each([
  [['--schema'], '--schema needs a server'],
  [['--sizes', 'postgres://localhost/x'], '--sizes needs a server'],
  [['--base', 'postgres://localhost/x'], '--base is a database'],
])('what needs a server is refused: %j', async (args, message) => {
  const cwd = schemaFolder({ 'package.json': '{}', 'm.sql': 'SELECT 1' });
  const { code, stderr } = await plumbHere(['check', 'm.sql', '--static', ...args], { cwd, env });
  expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
});

test('an editor gets the findings of a text with their places', async () => {
  const sql = 'SELECT 1;\nALTER TABLE t ALTER a SET NOT NULL;';
  expect(await checkText(sql, { file: 'x.sql' })).toMatchObject([
    { id: 'set-not-null-scan', location: { file: 'x.sql', line: 2, column: 1 } },
  ]);
  expect(await checkText(sql, { base: 'CREATE TABLE t (a int NOT NULL);' })).toEqual([]);
});
