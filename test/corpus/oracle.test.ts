import { expect, onTestFinished, test } from 'vitest';
import { openShadowServer } from '../../packages/plumb/src/postgres/embedded/embedded-server.ts';
import { digestDifferences } from './digest.ts';
import { PgDump } from './dump/pg-dump.ts';
import { loadDatabase } from './load.ts';
import { look, type Sight } from './oracle.ts';

/** What differs to each of the two oracles. */
async function differences(major: number, one: string, other: string): Promise<{ dump: string; catalogue: string }> {
  const pgDump = new PgDump();
  onTestFinished(() => pgDump[Symbol.asyncDispose]());
  const server = await openShadowServer({ major });
  onTestFinished(() => server.close());
  const see = async (sql: string): Promise<Sight> => {
    await using database = await loadDatabase(server, sql);
    return await look(database, pgDump);
  };
  const [left, right] = [await see(one), await see(other)];
  return {
    dump: digestDifferences(left.dump, right.dump).join('\n'),
    catalogue: digestDifferences(left.catalogue, right.catalogue).join('\n'),
  };
}

const equal = { dump: '', catalogue: '' };

test.each([14, 18])(
  'on %i, neither the order of columns nor the way to get there makes a difference',
  async (major) => {
    const one = `
    CREATE TABLE t (a int NOT NULL, b text DEFAULT 'x', CHECK (a > length(b))) WITH (fillfactor = 70, parallel_workers = 2);
    CREATE INDEX t_b ON t (b) WITH (fillfactor = 80, deduplicate_items = off);
    CREATE STATISTICS s ON a, b FROM t;
    CREATE PUBLICATION p FOR TABLE t;
    GRANT SELECT, INSERT ON t TO PUBLIC;`;
    const other = `
    CREATE TABLE t (gone int, b text);
    ALTER TABLE t DROP gone, ADD a int NOT NULL, ALTER b SET DEFAULT 'x';
    ALTER TABLE t ADD CONSTRAINT t_check CHECK (a > length(b)), SET (parallel_workers = 2), SET (fillfactor = 70);
    CREATE INDEX t_b ON t (b) WITH (deduplicate_items = off);
    ALTER INDEX t_b SET (fillfactor = 80);
    GRANT INSERT ON t TO PUBLIC;
    GRANT SELECT ON t TO PUBLIC;
    REVOKE SELECT ON t FROM postgres;
    GRANT SELECT ON t TO postgres;
    CREATE STATISTICS s ON b, a FROM t;
    CREATE PUBLICATION p FOR TABLE t;`;
    expect(await differences(major, one, other)).toEqual(equal);
  },
);

test('a partition that was made apart and attached is like one that was made in place', async () => {
  const other = `
    CREATE TABLE t (a int NOT NULL) PARTITION BY LIST (a);
    CREATE TABLE r (x int);`;
  const one = `
    CREATE TABLE t (a int PRIMARY KEY) PARTITION BY LIST (a);
    CREATE TABLE t_1 PARTITION OF t FOR VALUES IN (1);
    CREATE TABLE r (x int CONSTRAINT x_fkey REFERENCES t);`;
  const apart = `${other}
    CREATE TABLE t_1 (a int CONSTRAINT t_a_not_null NOT NULL);
    ALTER TABLE t_1 ADD PRIMARY KEY (a);
    ALTER TABLE t ATTACH PARTITION t_1 FOR VALUES IN (1);
    ALTER TABLE t ADD PRIMARY KEY (a);
    ALTER TABLE r ADD CONSTRAINT new_fkey FOREIGN KEY (x) REFERENCES t;
    ALTER TABLE r RENAME CONSTRAINT new_fkey TO x_fkey;`;
  expect(await differences(18, one, apart)).toEqual(equal);
  expect(await differences(14, one, apart)).toEqual(equal);
});

test('an index of a partitioned table that misses a partition is seen', async () => {
  const tables = `
    CREATE TABLE t (a int) PARTITION BY LIST (a);
    CREATE TABLE t_1 PARTITION OF t FOR VALUES IN (1);
    CREATE INDEX t_1_a_idx ON t_1 (a);
    CREATE INDEX t_a_idx ON ONLY t (a);`;
  const { catalogue } = await differences(18, `${tables} ALTER INDEX t_a_idx ATTACH PARTITION t_1_a_idx;`, tables);
  expect(catalogue).toContain('pg_index public.t_a_idx\n');
  expect(catalogue).toContain('  - indisvalid: true\n  + indisvalid: false');
});

test('a generated column that is stored is not one that is virtual', async () => {
  const table = (kind: string): string => `CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a * 2) ${kind})`;
  const { dump, catalogue } = await differences(18, table('STORED'), table('VIRTUAL'));
  expect(catalogue).toContain('pg_attribute public.t.b\n  - attgenerated: s\n  + attgenerated: v');
  expect(dump).toContain('TABLE public.t');
});

test.each([
  {
    what: 'the order of a composite type',
    one: 'CREATE TYPE c AS (a int, b int)',
    other: 'CREATE TYPE c AS (b int, a int)',
  },
  { what: 'the order of an enum', one: `CREATE TYPE e AS ENUM ('a', 'b')`, other: `CREATE TYPE e AS ENUM ('b', 'a')` },
  {
    what: 'the order of an index',
    one: 'CREATE TABLE t (a int, b int); CREATE INDEX i ON t (a, b)',
    other: 'CREATE TABLE t (a int, b int); CREATE INDEX i ON t (b, a)',
  },
  {
    what: 'a right of one column',
    one: 'CREATE TABLE t (a int); GRANT SELECT (a) ON t TO PUBLIC',
    other: 'CREATE TABLE t (a int)',
  },
  {
    what: 'who owns a sequence',
    one: 'CREATE TABLE t (a serial)',
    other: `CREATE TABLE t (a int NOT NULL); CREATE SEQUENCE t_a_seq AS int; ALTER TABLE t ALTER a SET DEFAULT nextval('t_a_seq')`,
  },
])('$what is seen by both', async ({ one, other }) => {
  const { dump, catalogue } = await differences(18, one, other);
  expect(dump).not.toBe('');
  expect(catalogue).not.toBe('');
});

test('a dump of a database that is not there says so', async () => {
  await using pgDump = new PgDump();
  await using server = await openShadowServer();
  await expect(pgDump.dump(server.url('nowhere'))).rejects.toThrow('database "nowhere" does not exist');
  expect(await pgDump.dump(server.url())).toContain('PostgreSQL database dump');
});
