import { expect, test } from 'vitest';
import { migrate, sqlOf } from '../../../test/migrate.ts';

const table = 'CREATE TABLE t (id int, a text);';

test.each([14, 18])('materialized views are made as they are read on PostgreSQL %i', async (major) => {
  await migrate(
    '',
    `${table}
    CREATE MATERIALIZED VIEW m1 AS SELECT * FROM t;
    CREATE MATERIALIZED VIEW m2 WITH (fillfactor = 70, toast.autovacuum_enabled = false) AS
      SELECT id, a AS "A b" FROM m1 WITH NO DATA;
    CREATE UNIQUE INDEX ON m1 (id);
    ALTER MATERIALIZED VIEW m1 ALTER COLUMN a SET STATISTICS 77, ALTER COLUMN a SET STORAGE EXTERNAL,
      ALTER COLUMN a SET COMPRESSION pglz, ALTER COLUMN id SET (n_distinct = 5);`,
    { major },
  );
});

test('another query means to compute it anew, with its indexes and comments', async () => {
  const schema = (columns: string): string => `${table}
    CREATE MATERIALIZED VIEW m AS SELECT ${columns} FROM t; CREATE INDEX m_id ON m (id); COMMENT ON COLUMN m.id IS 'x';
    CREATE VIEW v AS SELECT id FROM m;`;
  const { up, rows } = await migrate(schema('id'), schema('id, a'), {
    rows: `INSERT INTO t VALUES (1, 'x'); REFRESH MATERIALIZED VIEW m`,
    query: 'SELECT * FROM m',
  });
  expect(rows).toEqual([[1, 'x']]);
  expect(up.find(({ sql }) => sql.startsWith('CREATE MATERIALIZED'))?.hazards).toMatchObject([
    { kind: 'object-unavailable', objects: ['public.m'] },
  ]);
});

test('without rows it is made where it had none before', async () => {
  const schema = (columns: string, end: string): string =>
    `${table} CREATE MATERIALIZED VIEW m AS SELECT ${columns} FROM t ${end};`;
  const empty = await migrate(schema('id', 'WITH NO DATA'), schema('a', 'WITH NO DATA'));
  expect(sqlOf(empty.up)[1]).toMatch(/WITH NO DATA$/);
  const filled = await migrate(schema('id', ''), schema('a', 'WITH NO DATA'));
  expect(sqlOf(filled.up)[1]).not.toContain('WITH NO DATA');
});

test.each([15, 18])('options and settings of columns change in place on PostgreSQL %i', async (major) => {
  const { up, down } = await migrate(
    `${table} CREATE MATERIALIZED VIEW m WITH (fillfactor = 70) AS SELECT * FROM t;`,
    `${table} CREATE MATERIALIZED VIEW m WITH (autovacuum_enabled = false) AS SELECT * FROM t;
    ALTER MATERIALIZED VIEW m ALTER COLUMN a SET STORAGE EXTERNAL, ALTER COLUMN id SET STATISTICS 5;`,
    { major },
  );
  expect(sqlOf(up)).toEqual([
    'ALTER MATERIALIZED VIEW public.m RESET (fillfactor)',
    `ALTER MATERIALIZED VIEW public.m SET (autovacuum_enabled = 'false')`,
    'ALTER MATERIALIZED VIEW public.m ALTER COLUMN id SET STATISTICS 5',
    'ALTER MATERIALIZED VIEW public.m ALTER COLUMN a SET STORAGE EXTERNAL',
  ]);
  expect(sqlOf(down)).toContain('ALTER MATERIALIZED VIEW public.m ALTER COLUMN a SET STORAGE EXTENDED');
});
