import { afterAll, beforeAll, expect, test } from 'vitest';
import { backfillOf, openTrial, type Trial } from '../../test/backfill-trial.ts';
import type { BackfillOptions } from '../contract/migration.ts';

let trial: Trial;

beforeAll(async () => {
  trial = await openTrial();
  await trial.client.query(`
    CREATE TABLE rows (id int PRIMARY KEY, other int UNIQUE, n int NOT NULL, m int NOT NULL);
    CREATE INDEX ON rows (m);
    CREATE INDEX ON rows (n, m DESC);
    CREATE TABLE keyless (a int, b int NOT NULL);
    CREATE UNIQUE INDEX ON keyless (a);
    CREATE UNIQUE INDEX ON keyless (b) WHERE a > 0;
    CREATE TABLE hashed (a text NOT NULL, b text NOT NULL);
    CREATE UNIQUE INDEX ON hashed (a COLLATE "C");
    CREATE UNIQUE INDEX ON hashed (b text_pattern_ops);
    CREATE INDEX ON hashed USING hash (a);
    CREATE VIEW shown AS SELECT * FROM rows;
    CREATE SEQUENCE counter`);
});

afterAll(() => trial[Symbol.asyncDispose]());

const cases: readonly (readonly [sql: string, options: Partial<BackfillOptions>, message: string, hint: string])[] = [
  ['MERGE INTO rows USING keyless ON true WHEN MATCHED THEN DELETE', {}, "MERGE can't be run in batches", 'one UPDATE'],
  ['SELECT 1', {}, "SELECT can't be run in batches", 'another mode'],
  ['WITH a AS (SELECT 1) SELECT * FROM a', {}, "SELECT can't be run in batches", 'another mode'],
  ['WITH a AS (DELETE FROM keyless RETURNING a) UPDATE rows SET n = 1', {}, 'DELETE inside of WITH', 'of its own'],
  ['UPDATE rows', {}, "can't be taken apart into batches. (m/1.sql:1:8)", 'one UPDATE'],
  ['UPDATE rows SET n = 1 WHERE', {}, "can't be taken apart", 'one UPDATE'],
  ['DELETE rows', {}, "can't be taken apart", 'one UPDATE'],
  ['UPDATE rows SET n = 1 WHERE CURRENT OF c', {}, 'A row under a cursor', 'one UPDATE'],
  ['UPDATE nothing SET n = 1', { table: 'nothing' }, 'There is no table nothing.', 'schema'],
  [
    'UPDATE rows SET n = 1',
    { table: 'keyless' },
    'goes through public.rows, and the section says table=keyless',
    'public.rows',
  ],
  ['UPDATE rows SET n = 1', { table: 'nothing' }, 'the section says table=nothing', 'public.rows'],
  ['UPDATE shown SET n = 1', { table: 'shown' }, 'public.shown is a view', 'Name the table'],
  ['UPDATE counter SET n = 1', { table: 'counter' }, 'public.counter is a sequence', 'Name the table'],
  ['UPDATE keyless SET a = 1', { table: 'keyless' }, 'public.keyless has no primary key', 'Create an index'],
  ['UPDATE hashed SET b = a', { table: 'hashed' }, 'public.hashed has no primary key', 'Create an index'],
  ['UPDATE rows SET n = 1', { key: ['gone'] }, 'public.rows has no column gone.', 'key=id or key=m'],
  ['UPDATE rows SET n = 1', { key: ['other'] }, 'public.rows.other can be NULL', 'key=id or key=m'],
  ['UPDATE rows SET n = 1', { key: ['m', 'id'] }, 'No index of public.rows begins with m, id', 'key=id or key=m'],
  ['UPDATE rows SET n = 1', { key: ['n', 'm'] }, 'No index of public.rows begins with n, m', 'key=id or key=m'],
  ['UPDATE rows SET ID = id + 1', {}, 'It changes id, along which the batches go', 'key='],
  ['UPDATE rows SET (n, "id") = (1, 2)', {}, 'It changes id, along which the batches go', 'key='],
  ['UPDATE rows AS r SET n = (1), m = r.m + 1', { key: ['m'] }, 'It changes m, along which', 'key='],
];

test.each(cases)('%s is refused (%o)', async (sql, options, message, hint) => {
  await expect(trial.run(backfillOf(sql, options))).rejects.toMatchObject({
    code: 'FILE_INVALID',
    message: expect.stringContaining(message),
    hint: expect.stringContaining(hint),
  });
});

test('a column that is only read, or set in another table, is no reason to refuse', async () => {
  await trial.run(backfillOf('UPDATE rows SET n = (SELECT id), m = CASE WHEN id = 1 THEN 2 ELSE id END'));
  await trial.forget();
});
