import { expect, test } from 'vitest';
import { plumbHere } from '../../../test/plumb-here.ts';
import { type Ended, runPlumb } from '../../../test/run-plumb.ts';
import { schemaFolder } from '../../../test/schema-folder.ts';

const base = { 'base.sql': 'CREATE TABLE t (id int PRIMARY KEY, name text);' };

type Files = Readonly<Record<string, string | Uint8Array>>;

/** Checks `change.sql`, or what is named, on top of a table. */
async function check(files: Files, ...args: readonly string[]): Promise<Ended> {
  const cwd = schemaFolder({ ...base, ...files });
  return runPlumb(['check', ...(args.length > 0 ? args : ['change.sql']), '--base', 'base.sql'], { cwd });
}

async function findings(files: Files, ...args: readonly string[]) {
  const { code, stdout } = await check(files, 'change.sql', '--json', ...args);
  const told: { id: string; severity: string; message: string; location: { line: number; column: number } | null }[] =
    JSON.parse(stdout).findings;
  return { code, errors: told.filter(({ severity }) => severity === 'error') };
}

test.each<[what: string, sql: string | Uint8Array]>([
  ['an empty file', ''],
  ['comments alone', '-- nothing yet\n'],
  [
    'a mark at its start and ends of lines as Windows has them',
    '\ufeffALTER TABLE t ADD x int;\r\nALTER TABLE t ADD y int;\r\n',
  ],
])('%s can be checked', async (_, sql) => {
  expect(await check({ 'change.sql': sql })).toMatchObject({ code: 0 });
});

test('a migration that fails half-way is told with its place, and what stands behind was not run', async () => {
  const sql = 'CREATE TABLE a (id int);\nALTER TABLE nope ADD x int;\nCREATE TABLE b (id int);';
  expect(await findings({ 'change.sql': sql })).toMatchObject({
    code: 1,
    errors: [{ id: 'migration-fails', message: 'relation "nope" does not exist.', location: { line: 2, column: 1 } }],
  });
});

test.each([
  'SELECT pg_sleep(1000)',
  'SET statement_timeout = 0; SELECT pg_sleep(1000)',
  'SET statement_timeout = 0; DO $$ BEGIN LOOP BEGIN PERFORM pg_sleep(1000); EXCEPTION WHEN query_canceled THEN END; END LOOP; END $$',
])('a migration that never ends is ended: %s', async (sql) => {
  expect(await findings({ 'change.sql': sql }, '--timeout', '500ms')).toMatchObject({
    code: 1,
    errors: [{ id: 'statement-takes-too-long' }],
  });
});

test.each([
  ['SELECT pg_sleep(1000)', 'base.sql:1:1'],
  ['SET statement_timeout = 0; SELECT pg_sleep(1000)', 'base.sql:1'],
])('a base that never ends is ended: %s', async (sql, place) => {
  const { code, stderr } = await check(
    { 'base.sql': sql, 'change.sql': 'SELECT 1' },
    'change.sql',
    '--timeout',
    '500ms',
  );
  expect(code).toBe(2);
  expect(stderr).toContain(place);
  expect(stderr).toContain('--timeout gives more time');
});

test.each([
  ['\\connect other\nCREATE TABLE q (id int);', 1],
  ['CREATE TABLE q (id int);\n\\i more.sql\n', 2],
  ['ALTER TABLE t ADD z int;\n\nCOPY t (id, name) FROM stdin;\n1\tx\n\\.\n', 3],
])('what only psql can run is told with its line', async (sql, line) => {
  expect(await findings({ 'change.sql': sql })).toMatchObject({
    code: 1,
    errors: [{ id: 'migration-not-readable', location: { line } }],
  });
});

test.each([
  '{{table}}',
  `\${schema}.t`,
  ':table',
  '<%= table %>',
  '{% if x %} t',
  '$(Name).t',
  '@schema@.t',
  '%(name)s',
])('a placeholder is told: %s', async (name) => {
  expect(await findings({ 'change.sql': `ALTER TABLE ${name} ADD x int` })).toMatchObject({
    code: 1,
    errors: [{ id: 'placeholder-in-migration' }],
  });
});

test('a placeholder in the state before is told, too', async () => {
  const { stderr } = await plumbHere(['check', 'change.sql', '--base', 'base.sql'], {
    cwd: schemaFolder({ 'base.sql': `CREATE TABLE \${flyway:defaultSchema}.t (id int)`, 'change.sql': 'SELECT 1' }),
    env: process.env,
  });
  expect(stderr).toContain(`\${flyway:defaultSchema} is left in it`);
});

test('an extension that nobody knows is named, and what needs nothing of it is checked', async () => {
  const sql = 'CREATE EXTENSION nosuchthing;\nALTER TABLE t ADD x int;';
  const { code, stdout } = await check({ 'change.sql': sql });
  expect(code).toBe(0);
  expect(stdout).toContain('extension nosuchthing');
});

test('the base may be a dump with commands of psql and rows', async () => {
  const dump = `\\restrict abc\nCREATE TABLE d (id int, name text);\nCOPY d (id, name) FROM stdin;\n1\tx\n2\t\\N\n\\.\n\\unrestrict abc\n`;
  const sql = 'ALTER TABLE d ADD more int';
  const { code, stdout } = await check({ 'base.sql': dump, 'change.sql': sql });
  expect(stdout).toContain('d');
  expect(code).toBe(0);
});

test.each<[what: string, files: Files, args: readonly string[], told: string]>([
  ['Latin-1', { 'change.sql': Buffer.from("INSERT INTO t VALUES (1, 'caf\xe9')", 'latin1') }, ['change.sql'], 'UTF-8'],
  ['a file that is not there', {}, ['nope.sql'], 'no file nope.sql'],
  ['a folder', { 'more/change.sql': 'SELECT 1' }, ['more'], 'more is a folder'],
  [
    'a base that includes itself',
    { 'base.sql': '\\i base.sql\n', 'change.sql': 'SELECT 1' },
    ['change.sql'],
    'includes itself',
  ],
])('%s can’t be checked, and what to do is told', async (_, files, args, told) => {
  const { code, stderr } = await check(files, ...args);
  expect(code).toBe(2);
  expect(stderr).toContain(told);
});
