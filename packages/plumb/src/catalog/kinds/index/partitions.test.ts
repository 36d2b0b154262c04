import { expect, test } from 'vitest';
import { migrate, sqlOf } from '../../../../test/migrate.ts';

const parent = (more = ''): string => `CREATE TABLE p (id int NOT NULL, a int, b text${more}) PARTITION BY RANGE (id);`;
const child = (number: number, more = ''): string =>
  `CREATE TABLE p${number} PARTITION OF p FOR VALUES FROM (${number}) TO (${number + 1}) ${more};`;

test('one statement makes the indexes of new partitions, where their names are what PostgreSQL chooses', async () => {
  const { up } = await migrate(
    '',
    `${parent(', PRIMARY KEY (id)')} ${child(1)} ${child(2, 'PARTITION BY RANGE (id)')}
     CREATE TABLE p21 PARTITION OF p2 DEFAULT;
     CREATE INDEX ON p (a); CREATE INDEX i ON p (lower(b)) WHERE a > 0;`,
  );
  expect(sqlOf(up).filter((sql) => sql.includes('INDEX'))).toEqual([
    'CREATE INDEX i ON public.p (lower(b)) WHERE (a > 0)',
    'CREATE INDEX p_a_idx ON public.p (a)',
  ]);
});

test('indexes of partitions keep names and storage of their own', async () => {
  const { up } = await migrate(
    '',
    `${parent(', PRIMARY KEY (id), UNIQUE (id, a)')} ${child(1)} ${child(2)}
     CREATE INDEX i ON p (a); CREATE INDEX j ON p (a) WHERE a > 0;
     ALTER INDEX p1_pkey RENAME TO odd; ALTER INDEX p2_a_idx1 RENAME TO "Odd"; ALTER INDEX p1_a_idx SET (fillfactor = 70);
     ALTER TABLE p2 RENAME CONSTRAINT p2_id_a_key TO odd2;`,
  );
  expect(sqlOf(up)).toContain('CREATE INDEX p1_a_idx ON public.p1 (a) WITH (fillfactor = 70)');
  expect(sqlOf(up)).toContain('ALTER INDEX public.p_pkey ATTACH PARTITION public.odd');
});

test('partitions in use get their indexes one by one', async () => {
  const { up } = await migrate(
    `${parent()} ${child(1)} ${child(2)}`,
    `${parent(', UNIQUE (id)')} ${child(1)} ${child(2)} CREATE INDEX i ON p (a);`,
    { rows: 'INSERT INTO p VALUES (1, 1), (2, 2)' },
  );
  expect(sqlOf(up)).toEqual([
    'ALTER TABLE ONLY public.p ADD CONSTRAINT p_id_key UNIQUE (id)',
    'CREATE INDEX i ON ONLY public.p (a)',
    'CREATE UNIQUE INDEX CONCURRENTLY p1_id_key ON public.p1 (id)',
    'ALTER TABLE public.p1 ADD CONSTRAINT p1_id_key UNIQUE USING INDEX p1_id_key',
    'ALTER INDEX public.p_id_key ATTACH PARTITION public.p1_id_key',
    'CREATE UNIQUE INDEX CONCURRENTLY p2_id_key ON public.p2 (id)',
    'ALTER TABLE public.p2 ADD CONSTRAINT p2_id_key UNIQUE USING INDEX p2_id_key',
    'ALTER INDEX public.p_id_key ATTACH PARTITION public.p2_id_key',
    'CREATE INDEX CONCURRENTLY p1_a_idx ON public.p1 (a)',
    'ALTER INDEX public.i ATTACH PARTITION public.p1_a_idx',
    'CREATE INDEX CONCURRENTLY p2_a_idx ON public.p2 (a)',
    'ALTER INDEX public.i ATTACH PARTITION public.p2_a_idx',
  ]);
});

test('a new partition has its indexes from its parent, and is only told other names', async () => {
  const before = `${parent(', PRIMARY KEY (id)')} ${child(1)} CREATE INDEX i ON p (a); CREATE INDEX j ON p (a) WHERE a > 0;`;
  const { up } = await migrate(
    before,
    `${before} ${child(2)} ALTER INDEX p2_pkey RENAME TO odd; ALTER INDEX p2_a_idx1 RENAME TO odd1;`,
  );
  expect(sqlOf(up).filter((sql) => sql.includes('RENAME'))).toEqual([
    'ALTER TABLE public.p2 RENAME CONSTRAINT p2_pkey TO odd',
    'ALTER INDEX public.p2_a_idx1 RENAME TO odd1',
  ]);
});

test('a table is given the indexes of the one that it is attached to before', async () => {
  const before = `${parent(', PRIMARY KEY (id)')} CREATE INDEX i ON p (a);
    CREATE TABLE q (id int NOT NULL, a int, b text); CREATE INDEX qa ON q (a);`;
  const { up } = await migrate(before, `${before} ALTER TABLE p ATTACH PARTITION q FOR VALUES FROM (1) TO (2);`, {
    major: 17,
    rows: 'INSERT INTO q VALUES (1, 1)',
  });
  expect(sqlOf(up)).toEqual([
    'CREATE UNIQUE INDEX CONCURRENTLY q_pkey ON public.q (id)',
    'ALTER TABLE public.q ADD CONSTRAINT q_pkey PRIMARY KEY USING INDEX q_pkey',
    'ALTER TABLE public.p ATTACH PARTITION public.q FOR VALUES FROM (1) TO (2)',
  ]);
});

test('an index that only the partitioned table has stays so, and can be completed', async () => {
  const tables = `${parent()} ${child(1)} ${child(2)}`;
  const only = `${tables} CREATE INDEX i ON ONLY p (a); CREATE INDEX i1 ON p1 (a); ALTER INDEX i ATTACH PARTITION i1;`;
  await migrate(tables, only);
  await migrate(only, `${only} CREATE INDEX i2 ON p2 (a); ALTER INDEX i ATTACH PARTITION i2;`);
});

test('a partition keeps its index when the partitioned table loses its own', async () => {
  const tables = `${parent()} ${child(1)}`;
  await migrate(`${tables} CREATE INDEX ON p (a);`, `${tables} CREATE INDEX p1_a_idx ON p1 (a);`);
});

test('an index of a partitioned table is built anew beside the one in use, partition by partition', async () => {
  const tables = `${parent()} ${child(1)} ${child(2, 'PARTITION BY RANGE (a)')} CREATE TABLE p21 PARTITION OF p2 DEFAULT;`;
  const { up, mended } = await migrate(
    `${tables} CREATE INDEX i ON p (a); COMMENT ON INDEX i IS 'all';`,
    `${tables} CREATE INDEX i ON p (b) WITH (fillfactor = 70); COMMENT ON INDEX i IS 'all';`,
    { rows: 'INSERT INTO p VALUES (1, 1), (2, 2)' },
  );
  expect(mended).toBe(false);
  expect(sqlOf(up)).toEqual([
    'CREATE INDEX i_plumb_new ON ONLY public.p (b) WITH (fillfactor = 70)',
    'CREATE INDEX p2_b_idx ON ONLY public.p2 (b) WITH (fillfactor = 70)',
    'ALTER INDEX public.i_plumb_new ATTACH PARTITION public.p2_b_idx',
    'CREATE INDEX CONCURRENTLY p1_b_idx ON public.p1 (b) WITH (fillfactor = 70)',
    'ALTER INDEX public.i_plumb_new ATTACH PARTITION public.p1_b_idx',
    'CREATE INDEX CONCURRENTLY p21_b_idx ON public.p21 (b) WITH (fillfactor = 70)',
    'ALTER INDEX public.p2_b_idx ATTACH PARTITION public.p21_b_idx',
    'DROP INDEX public.i',
    'ALTER INDEX public.i_plumb_new RENAME TO i',
    "COMMENT ON INDEX public.i IS 'all'",
  ]);
});

test('where the indexes of partitions keep their names, they are put aside until the old ones go', async () => {
  const tables = `${parent()} ${child(1)} ${child(2)}`;
  const { up, mended } = await migrate(
    `${tables} CREATE INDEX i ON p (a) WHERE a > 0;`,
    `${tables} CREATE INDEX i ON p (a) WHERE a > 1;`,
  );
  expect(mended).toBe(false);
  expect(sqlOf(up).slice(-6)).toEqual([
    'ALTER INDEX public.p1_a_idx RENAME TO p1_a_idx_plumb_old',
    'ALTER INDEX public.p1_a_idx_plumb_new RENAME TO p1_a_idx',
    'ALTER INDEX public.p2_a_idx RENAME TO p2_a_idx_plumb_old',
    'ALTER INDEX public.p2_a_idx_plumb_new RENAME TO p2_a_idx',
    'DROP INDEX public.i',
    'ALTER INDEX public.i_plumb_new RENAME TO i',
  ]);
});

test('an index that a foreign key stands on, or that gets other partitions, is made anew at its place', async () => {
  const tables = `${parent()} ${child(1)}`;
  const key = (method: string): string => `${tables} CREATE UNIQUE INDEX k ON p (id${method});
    CREATE TABLE r (id int REFERENCES p (id));`;
  const besideNone = ({ up }: Awaited<ReturnType<typeof migrate>>): void =>
    expect(sqlOf(up).filter((sql) => sql.includes('_plumb_new'))).toEqual([]);
  besideNone(await migrate(key(''), key(') WITH (fillfactor = 70')));
  besideNone(await migrate(`${tables} CREATE INDEX i ON p (a);`, `${tables} ${child(2)} CREATE INDEX i ON p (b);`));
});

test('exclusions of partitioned tables are made by one statement', async () => {
  const schema = (exclusion: string): string => `
    CREATE EXTENSION btree_gist;
    CREATE TABLE p (id int, t int4range${exclusion}) PARTITION BY LIST (id);
    CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);
  `;
  const exclusion = ', CONSTRAINT x EXCLUDE USING gist (id WITH =, t WITH &&)';
  await migrate(schema(''), `${schema(exclusion)} ALTER TABLE p1 RENAME CONSTRAINT p1_id_t_excl TO odd;`);
});

test('indexes of partitioned tables trade their names and definitions', async () => {
  const tables = `${parent()} ${child(1)} ${child(2)}`;
  await migrate(
    `${tables} CREATE INDEX i ON p (a); CREATE INDEX j ON p (b);`,
    `${tables} CREATE INDEX i ON p (b); CREATE INDEX j ON p (a);`,
  );
});
