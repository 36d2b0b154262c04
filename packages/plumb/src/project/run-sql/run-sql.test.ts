import type { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openShadowServer } from '../../postgres/embedded/embedded-server.ts';
import type { PostgresServer } from '../../postgres/server.ts';
import type { ShadowDatabase } from '../../postgres/shadow/shadow.ts';
import { sqlSource } from '../../sql/source.ts';
import { type RunSqlOptions, runSql, type SqlRun } from './run-sql.ts';
import type { Row } from './run-statement.ts';
import type { SqlNotice } from './sql-session.ts';

let server: PostgresServer;
let shadow: ShadowDatabase;

beforeAll(async () => {
  server = await openShadowServer();
  shadow = await server.createShadow();
});
afterAll(() => server.close());

interface Ran extends SqlRun {
  readonly rows: readonly Row[][];
  readonly notices: readonly SqlNotice[];
  readonly warnings: readonly string[];
  readonly steps: readonly string[];
}

async function run(sql: string | readonly string[], options: Partial<RunSqlOptions> = {}): Promise<Ran> {
  const texts = typeof sql === 'string' ? [sql] : sql;
  const rows: Row[][] = [];
  const notices: SqlNotice[] = [];
  const warnings: string[] = [];
  const steps: string[] = [];
  const ran = await runSql({
    sources: texts.map((text, index) => sqlSource(`${index + 1}.sql`, text)),
    connect: () => shadow.connect(),
    singleTransaction: false,
    values: [],
    statementTimeout: undefined,
    signal: new AbortController().signal,
    read: () => {
      const own: Row[] = [];
      rows.push(own);
      return { row: (row) => void own.push(row) };
    },
    onNotice: (notice) => notices.push(notice),
    onWarning: (warning) => warnings.push(warning),
    progress: ({ message }) => steps.push(message),
    ...options,
  });
  return { ...ran, rows, notices, warnings, steps };
}

async function one(sql: string): Promise<Row[]> {
  const client = await shadow.connect();
  const { rows } = await client.query<(string | null)[]>({ text: sql, rowMode: 'array' });
  await client.end();
  return rows;
}

test('values are what PostgreSQL prints, with the names of their types', async () => {
  const { results, rows, failure } = await run(
    "select 1::bigint as id, 1.10::numeric(5, 2), 'a'::varchar(20) as name, null::text, '{1,2}'::int[], 'infinity'::date, true",
  );
  expect(failure).toBeNull();
  expect(rows).toEqual([[['1', '1.10', 'a', null, '{1,2}', 'infinity', 't']]]);
  expect(results[0]).toMatchObject({ command: 'SELECT', rowCount: 1, file: '1.sql', line: 1 });
  expect(results[0]?.columns.map(({ name, type }) => [name, type])).toEqual([
    ['id', 'bigint'],
    ['numeric', 'numeric(5,2)'],
    ['name', 'character varying(20)'],
    ['text', 'text'],
    ['int4', 'integer[]'],
    ['date', 'date'],
    ['?column?', 'boolean'],
  ]);
});

test('statements of all sources run in order, and each tells what it did', async () => {
  const { results, steps, statements } = await run([
    'create table ordered (id int);\ninsert into ordered select generate_series(1, 3);',
    'update ordered set id = id + 1 returning id; drop table ordered',
  ]);
  expect(results.map(({ command, rowCount, line }) => [command, rowCount, line])).toEqual([
    ['CREATE TABLE', null, 1],
    ['INSERT', 3, 2],
    ['UPDATE', 3, 1],
    ['DROP TABLE', null, 1],
  ]);
  expect(statements).toBe(4);
  expect(steps).toEqual(['Running 1.sql:1', 'Running 1.sql:2', 'Running 2.sql:1', 'Running 2.sql:1']);
});

test('it stops at the first error and tells the place; what was done before stays', async () => {
  const { failure, results } = await run(
    "create table kept (id int);\ninsert into kept values (1);\nselect 'é',\n  missing from kept;\ndrop table kept",
  );
  expect(failure).toMatchObject({
    message: 'column "missing" does not exist',
    sqlstate: '42703',
    location: { file: '1.sql', line: 4, column: 3, endLine: 4, endColumn: 10 },
    kept: 2,
    undone: 0,
  });
  expect(results).toHaveLength(2);
  expect(await one('select id from kept')).toEqual([[1]]);
});

test('statements that need to stand outside of a transaction can', async () => {
  const { failure } = await run('create table swept (id int); vacuum swept; drop table swept');
  expect(failure).toBeNull();
});

test('what a transaction of the SQL did before an error is undone', async () => {
  const { failure } = await run('create table half (id int); begin; insert into half values (1); select 1/0');
  expect(failure).toMatchObject({ sqlstate: '22012', kept: 1, undone: 2 });
  expect(await one('select count(*)::int from half')).toEqual([[0]]);
});

test('a transaction that is never committed is undone, with a warning', async () => {
  const { failure, warnings } = await run('begin; create table open_end (id int)');
  expect(failure).toBeNull();
  expect(warnings).toEqual([expect.stringContaining('did not commit')]);
  expect(await one("select to_regclass('open_end')::text")).toEqual([[null]]);
});

test('with a single transaction, all is undone after an error', async () => {
  const { failure } = await run(['create table single (id int)', 'select 1/0'], { singleTransaction: true });
  expect(failure).toMatchObject({ kept: 0, undone: 1 });
  expect(await one("select to_regclass('single')::text")).toEqual([[null]]);
  expect((await run(['create table single (id int)'], { singleTransaction: true })).failure).toBeNull();
  expect(await one("select to_regclass('single')::text")).toEqual([['single']]);
});

test('an error at the commit of a single transaction is one of its last statement', async () => {
  const deferred = `create table parent (id int primary key);
    create table child (id int references parent deferrable initially deferred);
    insert into child values (1)`;
  const { failure } = await run(deferred, { singleTransaction: true });
  expect(failure).toMatchObject({ sqlstate: '23503', kept: 0, undone: 3, location: { line: 3 } });
});

test('SQL with transactions of its own is no single transaction, and is refused before anything is run', async () => {
  const { failure } = await run('create table refused ();\ncommit;\nsavepoint a', { singleTransaction: true });
  expect(failure).toMatchObject({
    message: expect.stringContaining('COMMIT'),
    location: { line: 2, column: 1 },
    kept: 0,
  });
  expect(await one("select to_regclass('refused')::text")).toEqual([[null]]);
});

test('a syntax error is told before anything is run', async () => {
  const { failure, results } = await run(['create table never ();', 'select 1;\n/* é👩 */ selec 2; select 3']);
  expect(failure).toMatchObject({
    message: 'syntax error at or near "selec"',
    sqlstate: '42601',
    location: { file: '2.sql', line: 2, column: 11, endColumn: 16 },
    kept: 0,
  });
  expect(results).toEqual([]);
  expect(await one("select to_regclass('never')::text")).toEqual([[null]]);
});

test('an unterminated quote needs no server to be told', async () => {
  const { failure } = await run("select 'open", { connect: () => Promise.reject(new Error('not reached')) });
  expect(failure).toMatchObject({
    message: expect.stringContaining('unterminated quoted string'),
    location: { column: 8 },
  });
});

test.each([
  ['select 1;\n\\d posts', 'backslash', 2],
  ['create table t (a int);\nCOPY t (a) FROM stdin;\n1\n\\.\n', 'INSERT', 2],
  ["copy t from stdin;\nit's\n\\.\n", 'INSERT', 2],
  ['copy t from stdin', 'INSERT', 1],
  ['copy (select 1) to stdout', '--format csv', 1],
  ['select :name', 'psql', 1],
])('what only psql understands is told apart: %j', async (sql, hint, line) => {
  const { failure } = await run(sql);
  expect(failure).toMatchObject({ hint: expect.stringContaining(hint), location: { line }, kept: 0 });
});

test('notices of the server are handed on', async () => {
  const { notices } = await run(
    "do $$ begin raise warning 'careful' using hint = 'slowly'; end $$; drop table if exists gone",
  );
  expect(notices).toEqual([
    { severity: 'WARNING', message: 'careful', detail: null, hint: 'slowly' },
    { severity: 'NOTICE', message: 'table "gone" does not exist, skipping', detail: null, hint: null },
  ]);
});

test('an error in a function tells the place in the function', async () => {
  const { failure } = await run(
    'create function broken() returns int language plpgsql as $$ begin return (select nothing from pg_class); end $$;\nselect broken()',
  );
  expect(failure).toMatchObject({
    location: { line: 2, column: 1 },
    context: expect.stringContaining('PL/pgSQL function broken() line 1'),
    inner: { location: { file: '<function>', line: 1 }, query: expect.stringContaining('nothing') },
  });
});

test('a statement that takes too long is stopped, and the hint names the flag', async () => {
  const { failure } = await run('select pg_sleep(60)', { statementTimeout: 50 });
  expect(failure).toMatchObject({ sqlstate: '57014', hint: 'Give it more time with --timeout.' });
});

test('an interruption cancels the statement on the server', async () => {
  const controller = new AbortController();
  const interrupted = run('create table first_done (); select pg_sleep(600)', {
    signal: controller.signal,
    progress: ({ done }) => {
      if (done === 2) void whenRunning('pg_sleep(600)').then(() => controller.abort());
    },
  });
  await expect(interrupted).rejects.toMatchObject({
    code: 'INTERRUPTED',
    message: 'Interrupted at 1.sql:1. 1 of 2 statements is done.',
  });
  expect(await running('pg_sleep(600)')).toBe(0);
});

test('a connection that breaks leaves it open whether the statement was done', async () => {
  const broken = run('select pg_terminate_backend(pg_backend_pid())');
  await expect(broken).rejects.toMatchObject({ code: 'CONNECTION_LOST', message: expect.stringContaining('1.sql:1') });
});

test('a million rows pass without being held, and a slow reader makes the server wait', async () => {
  let count = 0;
  let pending = 0;
  let mostPending = 0;
  const { results } = await run("select repeat('x', 100) from generate_series(1, 1000000)", {
    read: () => ({
      row: () => {
        count += 1;
        if (count % 1000 !== 0) return undefined;
        pending += 1;
        mostPending = Math.max(mostPending, pending);
        return new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
          pending -= 1;
        });
      },
    }),
  });
  expect(count).toBe(1_000_000);
  expect(results[0]?.rowCount).toBe(1_000_000);
  expect(mostPending).toBeLessThan(20);
});

test('an error in the reader ends the query and is thrown', async () => {
  const full = new Error('enough');
  const read = (): never => {
    throw full;
  };
  await expect(run('select generate_series(1, 1000)', { read })).rejects.toBe(full);
});

test('every statement of a long script knows its line', async () => {
  const sql = `create temp table many (id int);\n${'insert into many values (1);\n'.repeat(2000)}-- end\n`;
  const { results } = await run(sql, { singleTransaction: true });
  expect(results).toHaveLength(2001);
  expect(results.at(-1)?.line).toBe(2001);
});

async function running(sql: string): Promise<number> {
  const client: Client = await server.connect();
  const { rowCount } = await client.query(
    `select from pg_stat_activity where datname = $1 and state = 'active' and query like '%' || $2 || '%'`,
    [shadow.name, sql],
  );
  await client.end();
  return rowCount ?? 0;
}

async function whenRunning(sql: string): Promise<void> {
  while ((await running(sql)) === 0) await new Promise((resolve) => setTimeout(resolve, 20));
}

test('values are given to the parameters of a single statement, whatever is in them', async () => {
  const { rows, results } = await run(`select $1::int + 1 as n, $2 as text, $3::jsonb ->> 'a' as a`, {
    values: ['41', "it's; drop table x --", '{"a": "b"}'],
  });
  expect(rows).toEqual([[['42', "it's; drop table x --", 'b']]]);
  expect(results).toMatchObject([{ command: 'SELECT', rowCount: 1 }]);
  await expect(run('select $1; select 2', { values: ['1'] })).rejects.toMatchObject({ code: 'USAGE' });
});

test('a value that does not fit, or is missing, is told like any other error', async () => {
  expect((await run('select $1::int', { values: ['many'] })).failure).toMatchObject({ sqlstate: '22P02' });
  expect((await run('select $1::int + $2::int', { values: ['1'] })).failure).toMatchObject({ sqlstate: '08P01' });
  expect((await run('select\n $1')).failure).toMatchObject({
    location: { line: 2 },
    hint: expect.stringContaining('--param'),
  });
});
