import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { backfillOf, openTrial, type Trial } from '../../test/backfill-trial.ts';

let trial: Trial;

beforeAll(async () => {
  trial = await openTrial();
});

afterAll(() => trial[Symbol.asyncDispose]());

beforeEach(async () => {
  await trial.client.query(`CREATE TABLE rows (id int PRIMARY KEY, tags text[]);
    INSERT INTO rows SELECT i, ARRAY['a' || i, 'b'] FROM generate_series(1, 40) AS i;
    CREATE TABLE heir () INHERITS (rows);
    CREATE TABLE other (a int PRIMARY KEY, b text);
    INSERT INTO other SELECT i, 'o' || i FROM generate_series(1, 60, 2) AS i;
    CREATE TABLE target (id int, tag text, "Where" int DEFAULT 3);
    CREATE UNIQUE INDEX ON target (id, tag)`);
});

afterEach(async () => {
  await trial.client.query('DROP TABLE rows, other, target CASCADE');
  await trial.forget();
});

async function inserted(): Promise<unknown> {
  return (await trial.client.query('SELECT * FROM target ORDER BY 1, 2')).rows;
}

test.each([
  'INSERT INTO target SELECT id, tags[1] FROM rows',
  'INSERT INTO target (id, tag) SELECT id, unnest(tags) FROM rows -- each',
  "INSERT INTO target AS t SELECT r.id, o.b FROM other AS o JOIN ONLY public.rows r ON o.a = r.id WHERE r.id > 5 OR o.b = 'o1'",
  'WITH few AS (SELECT a FROM other WHERE a < 20) INSERT INTO target (id) SELECT a FROM few, rows WHERE id = a RETURNING id',
  'INSERT INTO target WITH few AS (SELECT 1 AS one) SELECT rows.id, (SELECT max(b) FROM other) FROM few, rows LEFT JOIN other ON a = id',
  "INSERT INTO target AS t SELECT id % 5, 'same' FROM rows WHERE id <= 5 ON CONFLICT (id, tag) WHERE true DO UPDATE SET tag = 'other' WHERE t.id = 0",
])('%s inserts in batches what it inserts at once', async (sql) => {
  await trial.client.query('BEGIN');
  await trial.client.query(sql);
  const expected = await inserted();
  await trial.client.query('ROLLBACK');
  const table = sql.includes('public.') ? 'public.rows' : 'rows';
  await trial.run(backfillOf(sql, { table }));
  expect(await inserted()).toEqual(expected);
});

test.each([
  ['INSERT INTO target VALUES (1)', "can't be taken apart"],
  ['INSERT INTO target WITH a AS (DELETE FROM other RETURNING a) SELECT id FROM rows', 'DELETE inside of WITH'],
  ['INSERT INTO target (SELECT id FROM rows)', "can't be taken apart"],
  ['INSERT INTO target SELECT a FROM other', 'rows is not read once'],
  ['INSERT INTO target SELECT a.id FROM rows AS a, rows AS b', 'rows is not read once'],
  ['INSERT INTO target SELECT id FROM (SELECT * FROM rows) AS r', 'rows is not read once'],
  ['INSERT INTO target SELECT DISTINCT id FROM rows', 'DISTINCT needs to see all rows'],
  ['INSERT INTO target SELECT id FROM rows UNION SELECT a FROM other', 'UNION needs to see all rows'],
  ['INSERT INTO target SELECT id FROM rows ORDER BY id LIMIT 3', 'ORDER needs to see all rows'],
  ['INSERT INTO target SELECT count(*) FROM rows', 'aggregate functions'],
  ['INSERT INTO target SELECT row_number() OVER () FROM rows', 'window functions'],
  ['INSERT INTO target SELECT a FROM other LEFT JOIN rows ON a = id', 'nullable side'],
  ['INSERT INTO rows SELECT id + 100, tags FROM rows', 'would meet those rows again'],
  ['INSERT INTO heir SELECT id + 100, tags FROM rows', 'would meet those rows again'],
])('%s is refused', async (sql, message) => {
  await expect(trial.run(backfillOf(sql))).rejects.toMatchObject({
    code: 'FILE_INVALID',
    message: expect.stringContaining(message),
  });
});
