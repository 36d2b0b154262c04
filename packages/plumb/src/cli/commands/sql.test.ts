import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { type HereOptions, type Printed, plumbHere } from '../../../test/plumb-here.ts';
import { temporaryFolder } from '../../../test/temporary-folder.ts';
import { openPrivateServer, openShadowServer } from '../../postgres/embedded/embedded-server.ts';

// The first start of the shadow server belongs to no test.
beforeAll(async () => (await openShadowServer()).close());

function sql(args: readonly string[], options: HereOptions = {}): Promise<Printed> {
  return plumbHere(['sql', '--shadow', ...args], { cwd: temporaryFolder(), env: { ...process.env }, ...options });
}

test('rows are drawn as a table, missing values told apart from texts', async () => {
  expect(await sql(["select 1 as id, null as gone, 'NULL' as text, 'a' || chr(27) || '[2J' as odd"])).toEqual({
    code: 0,
    stdout: [
      'id  gone  text    odd',
      '──  ────  ──────  ──────────',
      ' 1  NULL  "NULL"  a\\u001b[2J',
      '(1 row)',
      '',
    ].join('\n'),
    stderr: '',
  });
});

test('a long table is capped, and says how to see the rest', async () => {
  const { stdout } = await sql(['select n from generate_series(1, 1234) n']);
  expect(stdout.trimEnd().split('\n')).toHaveLength(2 + 1000 + 1);
  expect(stdout).toContain('(1,000 of 1,234 rows; --all shows the rest,');
  const all = (await sql(['select n from generate_series(1, 1234) n', '--all'])).stdout;
  expect(all.trimEnd().split('\n')).toHaveLength(2 + 1234 + 1);
});

test('what was done without rows is summed up in a line', async () => {
  expect((await sql(['create table t (id int)'])).stdout).toMatch(/^CREATE TABLE in [\d.]+ ms\n$/);
  const script = 'create table t (id int); insert into t values (1), (2); insert into t values (3); table t';
  expect((await sql([script])).stdout).toMatch(
    /^id\n──\n 1\n 2\n 3\n\(3 rows\)\n\n4 statements in [\d.]+ ms: 1 CREATE TABLE, 2 INSERT \(3 rows\), 1 SELECT \(3 rows\)\n$/,
  );
  expect((await sql(['-- nothing'])).stdout).toBe('There is no statement to run.\n');
});

test('CSV has a header and nothing but rows', async () => {
  expect(await sql(['--format', 'csv', "select 1 as id, 'a,\"b\"' as name, null as gone, '' as empty"])).toEqual({
    code: 0,
    stdout: 'id,name,gone,empty\n1,"a,""b""",,""\n',
    stderr: '',
  });
  expect((await sql(['--format', 'csv', 'create table t (); select 1 as a where false; select 2 as b'])).stdout).toBe(
    'a\n\nb\n2\n',
  );
});

test('JSON has bare rows', async () => {
  const { stdout } = await sql([
    '--format',
    'json',
    `select n, n::int8 as big, '{"a":1}'::jsonb as doc, n as n from generate_series(1, 2) n`,
  ]);
  expect(JSON.parse(stdout)).toEqual([
    { n: 1, big: '1', doc: { a: 1 }, n_2: 1 },
    { n: 2, big: '2', doc: { a: 1 }, n_2: 2 },
  ]);
  expect(JSON.parse((await sql(['--format', 'json', 'select 1 where false'])).stdout)).toEqual([]);
});

test('a result that is too large to hold is refused, with the formats that hold nothing', async () => {
  const huge = "select repeat('x', 1000000) from generate_series(1, 101)";
  const { code, stdout } = await sql(['--json', huge]);
  expect(code).toBe(2);
  expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'USAGE', hint: expect.stringContaining('--format csv') } });
  expect((await sql(['--format', 'csv', huge])).stdout).toHaveLength('repeat\n'.length + 101 * 1_000_001);
});

test('the envelope has the rows of every result, and the types of their columns', async () => {
  const { stdout } = await sql(['--json', 'create table t (); select 1.50 as price, 2 as price']);
  expect(JSON.parse(stdout)).toMatchObject({
    command: 'sql',
    ok: true,
    data: {
      statements: 2,
      failure: null,
      results: [
        { command: 'CREATE TABLE', rowCount: null, columns: [], rows: [] },
        {
          command: 'SELECT',
          rowCount: 1,
          columns: [
            { name: 'price', type: 'numeric' },
            { name: 'price_2', type: 'integer' },
          ],
          rows: [{ price: '1.50', price_2: 2 }],
        },
      ],
    },
  });
});

test('an error shows the place in its file, what the server says, and what became of the rest', async () => {
  const cwd = temporaryFolder();
  writeFileSync(join(cwd, 'a.sql'), 'create table t (id int primary key);\nselect 7 as seven;\n');
  writeFileSync(join(cwd, 'b.sql'), 'insert into t values (1);\n\ninsert into t\n  values (2), (1);\n');
  const { code, stdout, stderr } = await sql(['-f', 'a.sql', '--file', 'b.sql'], { cwd });
  expect(code).toBe(2);
  expect(stdout).toBe('seven\n─────\n    7\n(1 row)\n');
  expect(stderr).toBe(
    [
      'error: duplicate key value violates unique constraint "t_pkey"',
      '  b.sql:3:1',
      '  1 | insert into t values (1);',
      '  2 |',
      '> 3 | insert into t',
      '    | ^^^^^^^^^^^^^',
      '  4 |   values (2), (1);',
      'detail: Key (id)=(1) already exists.',
      'SQLSTATE 23505. 3 of 4 statements are done and stay.',
      '',
    ].join('\n'),
  );
});

test('a failure is in the envelope, beside what was done before it', async () => {
  const { code, stdout } = await sql(['--json', 'select 1 as one;\nselect nothing']);
  expect(code).toBe(2);
  expect(JSON.parse(stdout)).toMatchObject({
    ok: false,
    data: {
      results: [{ rows: [{ one: 1 }] }],
      failure: { sqlstate: '42703', location: { file: '<argument>', line: 2, column: 8 }, kept: 1, undone: 0 },
    },
    error: {
      code: 'SQL_FAILED',
      message: 'column "nothing" does not exist (<argument>:2:8, SQLSTATE 42703)',
      hint: '1 of 2 statements is done and stays.',
    },
  });
});

test('a password in SQL that fails is not shown', async () => {
  const { stderr } = await sql(["create role someone login password 'hunter2' frobnicate"]);
  expect(stderr).toContain("password '*******' frobnicate");
  expect(stderr).not.toContain('hunter2');
});

test('notices go to stderr, and rows stay alone on stdout', async () => {
  const { stdout, stderr } = await sql([
    '--format',
    'csv',
    "do $$ begin raise notice 'loading'; end $$; select 1 as a",
  ]);
  expect(stdout).toBe('a\n1\n');
  expect(stderr).toBe('NOTICE: loading\n');
});

test('SQL comes from standard input when it is piped, or by the name of -', async () => {
  expect((await sql(['--format', 'csv'], { input: 'select 1 as a' })).stdout).toBe('a\n1\n');
  expect((await sql(['--format', 'csv', '-'], { input: 'select 2 as a' })).stdout).toBe('a\n2\n');
  expect((await sql(['--format', 'csv', '-f', '-'], { input: 'select 3 as a' })).stdout).toBe('a\n3\n');
});

test.each([
  [['--json', '--format', 'csv', 'select 1'], '--json and --format are two ways'],
  [['-f', 'a.sql', 'select 1'], 'in an argument and in files'],
  [['--database', 'other', 'select 1'], '--database makes no sense'],
])('%j is a contradiction', async (args, message) => {
  const { code, stdout, stderr } = await sql(args);
  expect(code).toBe(2);
  expect(stdout + stderr).toContain(message);
});

test('SQL that makes roles gets a server of its own, so that nobody meets them', async () => {
  expect((await sql(['create role only_here; select 1 as a', '--format', 'csv'])).stdout).toBe('a\n1\n');
  const { stdout } = await sql(["select count(*) from pg_roles where rolname = 'only_here'", '--format', 'csv']);
  expect(stdout).toBe('count\n0\n');
});

test('a URL says where SQL is run, and another database on the same server can be named', async () => {
  await using server = await openPrivateServer();
  const { code, stdout } = await plumbHere(
    ['sql', '--url', server.url(), '-d', 'template1', '--format', 'csv', 'select current_database() as name'],
    { cwd: temporaryFolder(), env: {} },
  );
  expect({ code, stdout }).toEqual({ code: 0, stdout: 'name\ntemplate1\n' });
});

test("without a URL it is the project's own database, and when that is not running, it says how to start it", async () => {
  const { code, stderr } = await plumbHere(['sql', 'select 1'], { cwd: temporaryFolder(), env: {} });
  expect(code).toBe(2);
  expect(stderr).toContain('plumb db start');
});
