import pg from 'pg';
import { createShadow } from 'pgplumb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrationOf } from '../test/migration-of.ts';
import { MigrationProblem } from './contract/problem.ts';
import { migrate } from './migrate.ts';

let shadow: Awaited<ReturnType<typeof createShadow>>;
let pool: pg.Pool;

beforeAll(async () => {
  shadow = await createShadow();
  pool = new pg.Pool({ connectionString: shadow.url, max: 2 });
  pool.on('error', () => {});
});
afterAll(async () => {
  await pool.end();
  await shadow[Symbol.asyncDispose]();
});

/** What is told of a migration that fails, and of what is left of it. */
async function failing(sql: string) {
  const problem = await migrate({ client: pool, migrations: [migrationOf('1_fails', sql)] }).catch((error) => error);
  if (!(problem instanceof MigrationProblem)) throw problem;
  const { rows } = await pool.query<{ left: string | null }>(
    "SELECT string_agg(relname, ' ') AS left FROM pg_class WHERE relnamespace = 'public'::regnamespace",
  );
  const { sql: failure } = problem;
  const at = failure === null ? null : failure.source.text.slice(failure.offset ?? failure.start, failure.end);
  return { at, said: failure?.message ?? problem.message, left: rows[0]?.left };
}

const made = 'CREATE TABLE made (id int UNIQUE DEFERRABLE INITIALLY DEFERRED)';

test.each([
  ['by its place', `${made}; SELECT nothing`, 'nothing', 'column "nothing" does not exist'],
  ['without a place, the first', `SELECT 1 / 0; ${made}`, 'SELECT 1 / 0', 'division by zero'],
  ['without a place, the last', `${made};\nSELECT 1 / 0 -- é`, 'SELECT 1 / 0 -- é', 'division by zero'],
  ['without a place, alone', 'SELECT 1 / 0', 'SELECT 1 / 0', 'division by zero'],
  [
    'in a function',
    `${made}; DO $$ BEGIN PERFORM nothing; END $$`,
    'DO $$ BEGIN PERFORM nothing; END $$',
    'column "nothing" does not exist',
  ],
  ['cut off', `${made}; SELECT (1 +`, '', 'syntax error at end of input'],
  ['with an open quote', `${made}; SELECT 'a`, "'a", 'unterminated quoted string at or near "\'a"'],
  [
    'without the rights',
    'SET ROLE pg_monitor; CREATE TABLE public.mine ()',
    'public.mine ()',
    'permission denied for schema public',
  ],
  ['read-only', `SET TRANSACTION READ ONLY; ${made}`, made, 'cannot execute CREATE TABLE in a read-only transaction'],
  [
    'at the commit',
    `${made}; INSERT INTO made VALUES (1), (1)`,
    `${made}; INSERT INTO made VALUES (1), (1)`,
    'duplicate key value violates unique constraint "made_id_key"',
  ],
  [
    'at the commit, not by the last',
    `${made}; INSERT INTO made VALUES (1), (1); CREATE TABLE other ()`,
    `${made}; INSERT INTO made VALUES (1), (1); CREATE TABLE other ()`,
    'duplicate key value violates unique constraint "made_id_key"',
  ],
])('a statement that fails is told, and nothing of its unit is left: %s', async (_, sql, at, said) => {
  expect(await failing(sql)).toEqual({ at, said, left: null });
});

test('a migration that takes the journal away is told as that', async () => {
  expect(await failing(`${made}; DROP SCHEMA plumb CASCADE`)).toEqual({
    at: null,
    said: expect.stringContaining('relation "plumb.migrations" does not exist'),
    left: null,
  });
  expect(await failing('SET TRANSACTION READ ONLY')).toEqual({
    at: null,
    said: expect.stringContaining('cannot execute INSERT in a read-only transaction'),
    left: null,
  });
});
