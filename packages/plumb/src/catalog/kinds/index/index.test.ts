import { expect, test } from 'vitest';
import { migrate, sqlOf } from '../../../../test/migrate.ts';

const table = 'CREATE TABLE t (id int, a text, b text, j jsonb, p point, arr int[]);';

test('indexes of every method come and go without blocking', async () => {
  const { up, down } = await migrate(
    table,
    `${table}
      CREATE INDEX i1 ON t (a text_pattern_ops DESC NULLS LAST, b COLLATE "C" NULLS FIRST) INCLUDE (id)
        WITH (fillfactor = 70) WHERE b IS NOT NULL;
      CREATE UNIQUE INDEX i2 ON t (lower(a), (b || 'x'));
      CREATE INDEX i3 ON t USING gin (j jsonb_path_ops) WITH (fastupdate = off);
      CREATE INDEX i4 ON t USING gist (p) WITH (buffering = on);
      CREATE INDEX i5 ON t USING hash (id);
      CREATE INDEX "I 6" ON t USING brin (id int4_minmax_multi_ops (values_per_range = 16)) WITH (pages_per_range = 4);
      CREATE INDEX i7 ON t USING spgist (p);
      CREATE UNIQUE INDEX i8 ON t (id) NULLS NOT DISTINCT;
      ALTER INDEX i2 ALTER COLUMN 2 SET STATISTICS 0;`,
  );
  expect(sqlOf(up)).toEqual([
    'CREATE INDEX CONCURRENTLY "I 6" ON public.t USING brin (id int4_minmax_multi_ops (values_per_range=\'16\')) WITH (pages_per_range = 4)',
    'CREATE INDEX CONCURRENTLY i1 ON public.t (a text_pattern_ops DESC NULLS LAST, b COLLATE "C" NULLS FIRST) INCLUDE (id) WITH (fillfactor = 70) WHERE (b IS NOT NULL)',
    "CREATE UNIQUE INDEX CONCURRENTLY i2 ON public.t (lower(a), ((b || 'x'::text)))",
    'ALTER INDEX public.i2 ALTER COLUMN 2 SET STATISTICS 0',
    "CREATE INDEX CONCURRENTLY i3 ON public.t USING gin (j jsonb_path_ops) WITH (fastupdate = 'off')",
    "CREATE INDEX CONCURRENTLY i4 ON public.t USING gist (p) WITH (buffering = 'on')",
    'CREATE INDEX CONCURRENTLY i5 ON public.t USING hash (id)',
    'CREATE INDEX CONCURRENTLY i7 ON public.t USING spgist (p)',
    'CREATE UNIQUE INDEX CONCURRENTLY i8 ON public.t (id) NULLS NOT DISTINCT',
  ]);
  expect(sqlOf(down)).toContain('DROP INDEX CONCURRENTLY public."I 6"');
  expect(up.every(({ sql, transaction }) => sql.includes('CONCURRENTLY') === (transaction === null))).toBe(true);
});

test('a changed definition is built beside the old one, which is used until then', async () => {
  const { up } = await migrate(
    `${table} CREATE INDEX i ON t (a); COMMENT ON INDEX i IS 'kept'; CREATE UNIQUE INDEX u ON t (id); ALTER TABLE t CLUSTER ON i;`,
    `${table} CREATE INDEX i ON t (b); COMMENT ON INDEX i IS 'kept'; CREATE UNIQUE INDEX u ON t (id); ALTER TABLE t CLUSTER ON i;`,
  );
  const steps = sqlOf(up).filter((sql) => !/^COMMENT|CLUSTER/.test(sql));
  expect(steps).toEqual([
    'CREATE INDEX CONCURRENTLY i_plumb_new ON public.t (b)',
    'DROP INDEX CONCURRENTLY public.i',
    'ALTER INDEX public.i_plumb_new RENAME TO i',
  ]);
});

test('a foreign key is rebuilt for the index that it stands on', async () => {
  const schema = (index: string): string =>
    `CREATE TABLE t (id int NOT NULL, a int); CREATE UNIQUE INDEX u ON t ${index}; CREATE TABLE c (id int REFERENCES t (id));`;
  await migrate(schema('(id)'), schema('(id) INCLUDE (a)'), { rows: 'INSERT INTO t VALUES (1, 1)' });
});

test('storage options and statistics are changed where they are', async () => {
  const schema = (options: string, target: number): string =>
    `${table} CREATE INDEX i ON t (lower(a)) ${options}; ALTER INDEX i ALTER COLUMN 1 SET STATISTICS ${target};`;
  const { up } = await migrate(
    schema('WITH (fillfactor = 70, deduplicate_items = off)', 100),
    schema('WITH (fillfactor = 80)', 200),
  );
  expect(sqlOf(up)).toEqual([
    'ALTER INDEX public.i RESET (deduplicate_items)',
    'ALTER INDEX public.i SET (fillfactor = 80)',
    'ALTER INDEX public.i ALTER COLUMN 1 SET STATISTICS 200',
  ]);
});

test('indexes follow the types of their columns by themselves', async () => {
  const schema = (type: string): string => `
    CREATE TABLE t (a ${type} NOT NULL CHECK (a <> 'x'), b int, UNIQUE (a));
    CREATE INDEX ON t (a); CREATE INDEX ON t (lower(a)) WHERE a <> 'y'; CREATE STATISTICS s ON a, b FROM t;
  `;
  const { up, down } = await migrate(schema('varchar(10)'), schema('text'));
  expect(sqlOf(up)).toEqual(['ALTER TABLE public.t ALTER COLUMN a TYPE text']);
  expect(sqlOf(down)).toEqual(['ALTER TABLE public.t ALTER COLUMN a TYPE character varying(10)']);
});

test('indexes of materialized views', async () => {
  const view = `${table} CREATE MATERIALIZED VIEW m AS SELECT id, a FROM t;`;
  const { up } = await migrate(view, `${view} CREATE UNIQUE INDEX ON m (id); CREATE INDEX ON m (lower(a));`);
  expect(sqlOf(up)).toEqual([
    'CREATE UNIQUE INDEX CONCURRENTLY m_id_idx ON public.m (id)',
    'CREATE INDEX CONCURRENTLY m_lower_idx ON public.m (lower(a))',
  ]);
});

test('an index that could not be built is built again, and never made invalid', async () => {
  const schema = `${table} CREATE UNIQUE INDEX i ON t (a);`;
  // What a CREATE INDEX CONCURRENTLY that fails leaves behind.
  const invalid = `${schema} UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'i'::regclass;`;
  const { up, down } = await migrate(invalid, schema);
  expect(sqlOf(up)).toEqual(['REINDEX INDEX CONCURRENTLY public.i']);
  expect(down).toEqual([]);
});
