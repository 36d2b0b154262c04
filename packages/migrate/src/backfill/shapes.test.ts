import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { backfillOf, openTrial, type Trial } from '../../test/backfill-trial.ts';

/** A table `rows` with a key, an `n` and an `m`, and what its rows are: `i` is a number that no other row has. */
interface TableShape {
  readonly name: string;
  readonly create: string;
  readonly table?: string;
  readonly key?: readonly string[];
  /** Of the key's columns, by `i`. */
  readonly values: string;
  /** What the app's session has set. */
  readonly settings?: string;
}

const columns = 'n int NOT NULL, m text';

const tables: readonly TableShape[] = [
  { name: 'a number', create: `CREATE TABLE rows (id int PRIMARY KEY, ${columns})`, values: 'i' },
  {
    name: 'numbers below zero',
    create: `CREATE TABLE rows (id bigint PRIMARY KEY, ${columns})`,
    values: '(i - 20) * 10000000000',
  },
  { name: 'a uuid', create: `CREATE TABLE rows (id uuid PRIMARY KEY, ${columns})`, values: 'md5(i::text)::uuid' },
  {
    name: 'text',
    create: `CREATE TABLE rows (id text PRIMARY KEY, ${columns})`,
    values: `(ARRAY['a', 'B', 'é', '''', '\\', '_', 'Ab ', 'aB'])[i % 8 + 1] || i`,
  },
  {
    name: 'text in bytewise order',
    create: `CREATE TABLE rows (id text COLLATE "C" PRIMARY KEY, ${columns})`,
    values: `chr(64 + i) || i`,
  },
  {
    name: 'text in the order of a language',
    create: `CREATE TABLE rows (id text COLLATE "en-x-icu" PRIMARY KEY, ${columns})`,
    values: `(ARRAY['a', 'B', 'é', 'e', 'Ab', 'aB'])[i % 6 + 1] || i`,
  },
  {
    name: 'text that ignores case',
    create: `CREATE COLLATION caseless (provider = icu, locale = 'und-u-ks-level2', deterministic = false); CREATE TABLE rows (id text COLLATE caseless PRIMARY KEY, ${columns})`,
    values: `(ARRAY['a', 'B', 'é', 'e', 'Ab', 'cD'])[i % 6 + 1] || i`,
  },
  { name: 'a name', create: `CREATE TABLE rows (id name PRIMARY KEY, ${columns})`, values: `'n' || i` },
  { name: 'padded text', create: `CREATE TABLE rows (id char(6) PRIMARY KEY, ${columns})`, values: `'n' || i` },
  {
    name: 'a date',
    create: `CREATE TABLE rows (id date PRIMARY KEY, ${columns})`,
    values: `date '2020-01-25' + i`,
    settings: `SET datestyle = 'SQL, DMY'`,
  },
  {
    name: 'a time',
    create: `CREATE TABLE rows (id timestamptz PRIMARY KEY, ${columns})`,
    values: `timestamptz '2020-01-25 00:00:00.000001+00' + i * interval '10 days 1 microsecond'`,
    settings: `SET datestyle = 'German'; SET timezone = 'Asia/Kolkata'`,
  },
  {
    name: 'an interval',
    create: `CREATE TABLE rows (id interval PRIMARY KEY, ${columns})`,
    values: `(i - 20) * interval '1 day -2 hours'`,
    settings: `SET intervalstyle = 'sql_standard'`,
  },
  {
    name: 'a float',
    create: `CREATE TABLE rows (id float8 PRIMARY KEY, ${columns})`,
    values: `CASE i WHEN 3 THEN 'NaN' WHEN 4 THEN '-Infinity' ELSE 1 + i / 1e15 END`,
    settings: 'SET extra_float_digits = -5',
  },
  {
    name: 'a numeric',
    create: `CREATE TABLE rows (id numeric PRIMARY KEY, ${columns})`,
    values: `CASE i WHEN 3 THEN 'NaN' ELSE i / 3.0 END`,
  },
  {
    name: 'bytes',
    create: `CREATE TABLE rows (id bytea PRIMARY KEY, ${columns})`,
    values: `decode(md5(i::text), 'hex')`,
    settings: `SET bytea_output = 'escape'`,
  },
  { name: 'an array', create: `CREATE TABLE rows (id int[] PRIMARY KEY, ${columns})`, values: 'ARRAY[i % 3, i]' },
  {
    name: 'a document',
    create: `CREATE TABLE rows (id jsonb PRIMARY KEY, ${columns})`,
    values: `jsonb_build_object('a''', i)`,
  },
  {
    name: 'a type of its own',
    create: `CREATE TYPE pair AS (a text, b int); CREATE TABLE rows (id pair PRIMARY KEY, ${columns})`,
    values: `ROW('x"' || i % 3, i)::pair`,
  },
  {
    name: 'a domain',
    create: `CREATE DOMAIN code AS text CHECK (value <> ''); CREATE TABLE rows (id code PRIMARY KEY, ${columns})`,
    values: `'c' || i`,
  },
  {
    name: 'an enumeration',
    create: `CREATE TYPE grade AS ENUM ('low', 'High', 'a, b'); CREATE TABLE rows (grade grade, id int, PRIMARY KEY (grade, id), ${columns})`,
    values: `(enum_range(NULL::grade))[i % 3 + 1], i`,
  },
  {
    name: 'two columns',
    create: `CREATE TABLE rows (a int, b text, PRIMARY KEY (a, b), ${columns})`,
    values: `i % 4, 'b' || i`,
  },
  {
    name: 'three columns',
    create: `CREATE TABLE rows (a boolean, b date, c int, PRIMARY KEY (b, a, c), ${columns})`,
    values: `i % 2 = 0, date '2020-01-01' + i % 5, i`,
  },
  {
    name: 'downwards',
    create: `CREATE TABLE rows (a int NOT NULL, b int NOT NULL, ${columns}); CREATE UNIQUE INDEX ON rows (a DESC, b DESC) INCLUDE (n)`,
    values: 'i % 5, i',
  },
  {
    name: 'a unique index among others',
    create: `CREATE TABLE rows (a int UNIQUE, b int NOT NULL, c int NOT NULL, ${columns}); CREATE UNIQUE INDEX ON rows ((a + 0)); CREATE UNIQUE INDEX ON rows (b) WHERE b > 3; CREATE UNIQUE INDEX ON rows (b, n); CREATE UNIQUE INDEX ON rows (b, c DESC); CREATE UNIQUE INDEX ON rows (c, b, a); CREATE UNIQUE INDEX ON rows USING btree (c, b)`,
    values: 'i, i % 4, i',
  },
  {
    name: 'columns that are no key',
    create: `CREATE TABLE rows (a int NOT NULL, b int NOT NULL, ${columns}); CREATE INDEX ON rows (b, a, n)`,
    key: ['B', '"a"'],
    values: 'i % 7, i % 3',
  },
  {
    name: 'quoted names',
    create: `CREATE SCHEMA "My App"; CREATE TABLE "My App"."All ""Rows""" ("The Id" int PRIMARY KEY, ${columns})`,
    table: '"My App"."All ""Rows"""',
    values: 'i',
  },
  {
    name: 'partitions',
    create: `CREATE TABLE rows (id int, at date, ${columns}, PRIMARY KEY (id, at)) PARTITION BY RANGE (at); CREATE TABLE rows_1 PARTITION OF rows FOR VALUES FROM ('2020-01-01') TO ('2020-02-01'); CREATE TABLE rows_2 PARTITION OF rows DEFAULT PARTITION BY LIST (id); CREATE TABLE rows_3 PARTITION OF rows_2 DEFAULT`,
    values: `i, date '2020-01-01' + i % 3 * 20`,
  },
  {
    name: 'inheritance',
    create: `CREATE TABLE rows (id int PRIMARY KEY, ${columns}); CREATE TABLE heir (more int) INHERITS (rows); INSERT INTO heir (id, n) SELECT i % 5, i FROM generate_series(1, 20) AS i`,
    values: 'i',
  },
  {
    name: 'operators outside of the search path',
    create: `CREATE SCHEMA hidden; CREATE EXTENSION citext SCHEMA hidden; CREATE TABLE rows (id hidden.citext PRIMARY KEY, ${columns})`,
    values: `(ARRAY['a', 'B', 'c', 'D'])[i % 4 + 1] || i`,
  },
  {
    name: 'operators of several schemas',
    create: `CREATE SCHEMA hidden; CREATE EXTENSION citext SCHEMA hidden; CREATE TABLE rows (a int, id hidden.citext, b int, PRIMARY KEY (a, id, b), ${columns})`,
    values: `i % 2, (ARRAY['a', 'B', 'c', 'D'])[i % 4 + 1], i`,
  },
];

const statements: readonly string[] = [
  'UPDATE $ SET n = n + 1',
  'UPDATE ONLY $ AS r SET n = r.n + 1, m = m || 1',
  'update $ * r set n = (n + 1)--;',
  "UPDATE $ r SET n = n + 1 WHERE n % 2 = 0 OR m = 'WHERE' -- either",
  "UPDATE $ SET m = n IS DISTINCT FROM 3, n = extract(day FROM date '2020-01-01' + n) /* where */ WHERE (n) < 20 RETURNING *",
  'UPDATE $ AS "R" SET (n, m) = (SELECT o.a + 1, o.b FROM other AS o WHERE o.a = "R".n) WHERE EXISTS (SELECT FROM other AS o WHERE o.a = n)',
  'UPDATE $ r SET n = r.n + o.a, m = o.b FROM other AS o LEFT JOIN other AS p ON p.a = o.a + 1 WHERE o.a = r.n OR false',
  'WITH big AS MATERIALIZED (SELECT a FROM other WHERE a > 9), "update" (b) AS (SELECT 1) UPDATE $ r SET n = -n FROM big WHERE big.a = r.n',
  'WITH RECURSIVE t (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM t WHERE i < 9) SEARCH DEPTH FIRST BY i SET o UPDATE $ r SET n = n + 100 WHERE n IN (SELECT i FROM t)',
  'DELETE FROM $ WHERE n % 3 = 0 OR n > 30',
  'DELETE FROM $ AS r USING other AS o WHERE o.a = r.n AND o.b IS NOT NULL RETURNING r.m, o.a',
  'DELETE FROM ONLY $',
];

describe.each([14, 18])('PostgreSQL %i', (major) => {
  let trial: Trial;

  beforeAll(async () => {
    trial = await openTrial(major);
    await trial.client.query(`SET client_min_messages = warning; CREATE TABLE other (a int PRIMARY KEY, b text);
      INSERT INTO other SELECT i, CASE WHEN i % 4 > 0 THEN 'b' || i END FROM generate_series(-10, 60, 2) AS i`);
  });

  afterAll(() => trial[Symbol.asyncDispose]());

  test.each(tables)('batches along $name do what one statement does', async (shape) => {
    const { client } = trial;
    const table = shape.table ?? 'rows';
    onTestFinished(async () => {
      await trial.session.run('ROLLBACK');
      await trial.forget();
      await client.query(
        `RESET ALL; SET client_min_messages = warning; DROP SCHEMA IF EXISTS "My App", hidden CASCADE; DROP TABLE IF EXISTS rows CASCADE; DROP TYPE IF EXISTS pair, grade, code CASCADE; DROP COLLATION IF EXISTS caseless`,
      );
    });
    await client.query(shape.create);
    await client.query(
      `INSERT INTO ${table} SELECT x.*, g.i, 'm' || g.i FROM generate_series(1, 40) AS g (i), LATERAL (SELECT ${shape.values}) AS x`,
    );
    await client.query(`ANALYZE ${table}`);
    for (const [number, template] of statements.entries()) {
      // What differs between versions are the tables.
      if (major === 14 && number % 3 > 0) continue;
      const statement = template.replace('$', () => table);
      await client.query('BEGIN');
      await client.query(statement);
      const expected = await contents(trial, table);
      await client.query('ROLLBACK');
      // Interrupted a few times, and gone on with other settings.
      for (let done = false; !done; ) {
        const stop = new AbortController();
        let left = (number % 4) + 1;
        await client.query(shape.settings ?? 'SELECT 1');
        const options = { table, key: shape.key ?? null, batch: 3 + number };
        const { state } = await trial.run(backfillOf(statement, options), {
          signal: stop.signal,
          onProgress: () => {
            left -= 1;
            if (left === 0) stop.abort();
          },
        });
        done = state.done;
        await client.query('RESET ALL; SET client_min_messages = warning');
      }
      expect([statement, await contents(trial, table)]).toEqual([statement, expected]);
      await trial.forget();
      if (/^DELETE/.test(statement) && expected.length > 0) {
        await client.query(`DELETE FROM ${table}`);
        await client.query(
          `INSERT INTO ${table} SELECT x.*, g.i, 'm' || g.i FROM generate_series(1, 40) AS g (i), LATERAL (SELECT ${shape.values}) AS x`,
        );
      }
    }
  });
});

async function contents({ client }: Trial, table: string): Promise<readonly string[]> {
  const found = await client.query(
    `SELECT r.tableoid::regclass || ' ' || r::text AS row FROM ${table} AS r ORDER BY 1`,
  );
  return found.rows.map(({ row }) => row);
}
