import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openShadowServer } from '../../postgres/embedded/embedded-server.ts';
import type { PostgresServer } from '../../postgres/server.ts';
import type { Catalog } from '../catalog-object.ts';
import { readCatalog } from '../read-catalog.ts';
import { RowVersions } from './row-versions.ts';
import { isSameButForNumbers } from './same-but-for-numbers.ts';

const base = `
  CREATE TYPE mood AS ENUM ('good', 'bad');
  CREATE TYPE pair AS (a int, b int);
  CREATE TABLE people (id int PRIMARY KEY, name text NOT NULL, born date, CHECK (id > 0));
  CREATE INDEX people_name ON people (name);
  CREATE TABLE orders (id int PRIMARY KEY, person int REFERENCES people, total int DEFAULT 0);
  CREATE VIEW totals AS SELECT person, sum(total) AS total FROM orders GROUP BY person;
  CREATE FUNCTION one() RETURNS int LANGUAGE sql AS 'SELECT 1';
  CREATE TABLE points (x int, y int CHECK (y > 0));
  CREATE INDEX points_x ON points (x);
`;

/** What leads somewhere, and back. */
const same: readonly (readonly [up: string, down: string])[] = [
  [
    "CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, p int REFERENCES people, n text CHECK (n > ''))",
    'DROP TABLE t',
  ],
  ['ALTER TABLE people ADD COLUMN note text', 'ALTER TABLE people DROP COLUMN note'],
  [
    "ALTER TABLE people ADD COLUMN a int NOT NULL DEFAULT 1 CHECK (a > 0), ADD COLUMN b int GENERATED ALWAYS AS (id + 1) STORED; COMMENT ON COLUMN people.a IS 'a'; CREATE INDEX ON people (a, lower(name)) WHERE a > 1",
    'ALTER TABLE people DROP COLUMN a, DROP COLUMN b',
  ],
  ['DROP INDEX people_name', 'CREATE INDEX people_name ON people (name)'],
  [
    'ALTER TABLE orders DROP CONSTRAINT orders_person_fkey',
    'ALTER TABLE orders ADD FOREIGN KEY (person) REFERENCES people',
  ],
  ['ALTER TABLE people RENAME TO persons', 'ALTER TABLE persons RENAME TO people'],
  ['ALTER TABLE points RENAME x TO z', 'ALTER TABLE points RENAME z TO x'],
  [
    "CREATE OR REPLACE FUNCTION one() RETURNS int LANGUAGE sql AS 'SELECT 2'",
    "CREATE OR REPLACE FUNCTION one() RETURNS int LANGUAGE sql AS 'SELECT 1'",
  ],
  ['DROP VIEW totals', 'CREATE VIEW totals AS SELECT person, sum(total) AS total FROM orders GROUP BY person'],
  [
    'ALTER TABLE people ENABLE ROW LEVEL SECURITY; CREATE POLICY p ON people USING (id > 1)',
    'DROP POLICY p ON people; ALTER TABLE people DISABLE ROW LEVEL SECURITY',
  ],
  [
    "CREATE TYPE size AS ENUM ('s', 'm'); CREATE DOMAIN positive AS int CHECK (value > 0); CREATE TABLE t (s size, p positive)",
    'DROP TABLE t; DROP DOMAIN positive; DROP TYPE size',
  ],
  ['CREATE SEQUENCE s; GRANT SELECT ON people TO PUBLIC', 'REVOKE SELECT ON people FROM PUBLIC; DROP SEQUENCE s'],
  ["INSERT INTO people VALUES (1, 'a'); ANALYZE people", 'DELETE FROM people'],
  [
    'CREATE TABLE p (a int, b int) PARTITION BY LIST (b); CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1); CREATE INDEX ON p (a)',
    'DROP TABLE p',
  ],
];

const other: readonly (readonly [up: string, down: string])[] = [
  ['ALTER TABLE people ADD COLUMN note text', 'SELECT'],
  ['ALTER TABLE people ALTER born SET NOT NULL', 'SELECT'],
  ['ALTER TABLE points RENAME x TO z; ALTER TABLE points RENAME y TO x; ALTER TABLE points RENAME z TO y', 'SELECT'],
  ['DROP INDEX people_name', 'CREATE INDEX people_name ON people (name DESC)'],
  ['ALTER TYPE pair DROP ATTRIBUTE a', 'ALTER TYPE pair ADD ATTRIBUTE a int'],
  ["ALTER TYPE mood ADD VALUE 'so so'", 'SELECT'],
  ["COMMENT ON SCHEMA public IS 'ours'", 'SELECT'],
  ['DROP TABLE orders CASCADE', 'CREATE TABLE orders (id int PRIMARY KEY, person int REFERENCES people, total int)'],
  ["CREATE OR REPLACE FUNCTION one() RETURNS int LANGUAGE sql AS 'SELECT 2'", 'SELECT'],
  ['GRANT SELECT (name) ON people TO PUBLIC', 'SELECT'],
  ['ALTER TABLE people SET (toast.autovacuum_enabled = off)', 'SELECT'],
];

function factsOf(catalog: Catalog | undefined): ReadonlyMap<string, object> {
  return new Map([...(catalog?.objects ?? [])].map(([id, { facts }]) => [id, facts]));
}

describe.each([14, 18])('PostgreSQL %d', (major) => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await openShadowServer({ major });
  });
  afterAll(() => server.close());

  async function compared(up: string, down: string): Promise<{ rows: boolean[]; catalogues: boolean[] }> {
    await using shadow = await server.createShadow({ key: base, build: async (c) => void (await c.query(base)) });
    const client = await shadow.connect();
    const versions = await RowVersions.open(() => shadow.connect());
    try {
      const states: { readonly look: number; readonly catalog: Catalog }[] = [];
      for (const sql of ['SELECT', up, down, up]) {
        await client.query(sql).catch((error: unknown) => {
          // what was never taken back can't always be done again
          if (states.length < 3) throw error;
        });
        states.push({ look: await versions.look(), catalog: await readCatalog(client) });
      }
      const pairs = [
        [0, 2],
        [1, 3],
      ].map(([one = 0, two = 0]) => [states[one], states[two]] as const);
      return {
        rows: pairs.map(([one, two]) => isSameButForNumbers(versions.between(one?.look ?? 0, two?.look ?? 0))),
        catalogues: pairs.map(([one, two]) => isDeepStrictEqual(factsOf(one?.catalog), factsOf(two?.catalog))),
      };
    } finally {
      await client.end();
      await versions.close();
    }
  }

  test.each(same)('rows show that nothing is another after %s; %s', async (up, down) => {
    expect(await compared(up, down)).toEqual({ rows: [true, true], catalogues: [true, true] });
  });

  test('a session that somebody ends is opened again', async () => {
    const ends =
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()';
    expect(await compared(`${ends}; CREATE TABLE t ()`, 'DROP TABLE t')).toEqual({
      rows: [true, true],
      catalogues: [true, true],
    });
  });

  test.each(other)('rows don’t hide what is another after %s; %s', async (up, down) => {
    const { rows, catalogues } = await compared(up, down);
    expect(rows[0]).toBe(false);
    expect(catalogues[0]).toBe(false);
  });
});
