import { expect, test } from 'vitest';
import { migrate, sqlOf } from '../../../../test/migrate.ts';

const table = 'CREATE TABLE t (id int NOT NULL, a int, b text';

test('keys, checks and foreign keys are written into a new table', async () => {
  const { up } = await migrate(
    '',
    `
      CREATE TABLE p (id int PRIMARY KEY, k text UNIQUE);
      CREATE TABLE c (
        id int,
        p int DEFAULT 0 REFERENCES p ON DELETE SET DEFAULT DEFERRABLE,
        k text REFERENCES p (k) MATCH FULL ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT "c pk" PRIMARY KEY (id) INCLUDE (k) WITH (fillfactor = 70),
        CONSTRAINT u UNIQUE NULLS NOT DISTINCT (p, k) DEFERRABLE,
        CHECK (id > 0 AND k <> '') NO INHERIT
      );
    `,
  );
  expect(sqlOf(up)).toEqual([
    `CREATE TABLE public.p (
  id integer NOT NULL,
  k text,
  CONSTRAINT p_pkey PRIMARY KEY (id),
  CONSTRAINT p_k_key UNIQUE (k)
)`,
    `CREATE TABLE public.c (
  id integer NOT NULL,
  p integer DEFAULT 0,
  k text,
  CONSTRAINT c_check CHECK ((id > 0) AND (k <> ''::text)) NO INHERIT,
  CONSTRAINT "c pk" PRIMARY KEY (id) INCLUDE (k) WITH (fillfactor = 70),
  CONSTRAINT u UNIQUE NULLS NOT DISTINCT (p, k) DEFERRABLE,
  CONSTRAINT c_p_fkey FOREIGN KEY (p) REFERENCES public.p (id) ON DELETE SET DEFAULT DEFERRABLE,
  CONSTRAINT c_k_fkey FOREIGN KEY (k) REFERENCES public.p (k) MATCH FULL ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED
)`,
  ]);
});

test('a table in use gets its constraints while others go on working', async () => {
  const { up } = await migrate(
    `CREATE TABLE p (id int PRIMARY KEY); ${table});`,
    `
      CREATE TABLE p (id int PRIMARY KEY);
      ${table}, CONSTRAINT t_pk PRIMARY KEY (id), CONSTRAINT u UNIQUE (b) DEFERRABLE, CHECK (a > 0),
        FOREIGN KEY (a) REFERENCES p);
    `,
    { rows: "INSERT INTO p VALUES (1); INSERT INTO t VALUES (1, 1, 'x'), (2, NULL, 'y')" },
  );
  expect(sqlOf(up)).toEqual([
    'ALTER TABLE public.t ADD CONSTRAINT t_a_check CHECK (a > 0) NOT VALID',
    'ALTER TABLE public.t ADD CONSTRAINT t_a_fkey FOREIGN KEY (a) REFERENCES public.p (id) NOT VALID',
    'ALTER TABLE public.t VALIDATE CONSTRAINT t_a_check',
    'ALTER TABLE public.t VALIDATE CONSTRAINT t_a_fkey',
    'CREATE UNIQUE INDEX CONCURRENTLY t_pk ON public.t (id)',
    'ALTER TABLE public.t ADD CONSTRAINT t_pk PRIMARY KEY USING INDEX t_pk',
    'CREATE UNIQUE INDEX CONCURRENTLY u ON public.t (b)',
    'ALTER TABLE public.t ADD CONSTRAINT u UNIQUE USING INDEX u DEFERRABLE',
  ]);
  expect(up.flatMap(({ hazards }) => hazards).map(({ kind }) => kind)).toEqual([
    ...['scans-table', 'may-fail-on-rows', 'scans-table', 'may-fail-on-rows'],
    ...['scans-table', 'may-fail-on-rows', 'scans-table', 'may-fail-on-rows'],
  ]);
});

test('the short forms say what they block', async () => {
  const { up } = await migrate(
    `CREATE TABLE p (id int PRIMARY KEY); ${table});`,
    `CREATE TABLE p (id int PRIMARY KEY); ${table}, PRIMARY KEY (id), CHECK (a > 0), FOREIGN KEY (a) REFERENCES p);`,
    { online: false },
  );
  expect(up.map(({ sql, hazards }) => [sql, ...hazards.map(({ kind }) => kind)])).toEqual([
    ['ALTER TABLE public.t ADD CONSTRAINT t_a_check CHECK (a > 0)', 'blocks-reads', 'may-fail-on-rows'],
    [
      'ALTER TABLE public.t ADD CONSTRAINT t_a_fkey FOREIGN KEY (a) REFERENCES public.p (id)',
      'blocks-writes',
      'may-fail-on-rows',
    ],
    ['ALTER TABLE public.t ADD CONSTRAINT t_pkey PRIMARY KEY (id)', 'blocks-reads', 'may-fail-on-rows'],
  ]);
});

test('a query finds the rows on which a constraint would fail', async () => {
  const { up } = await migrate(
    `CREATE TABLE p (a int, b int, UNIQUE (a, b)); ${table});`,
    `CREATE TABLE p (a int, b int, UNIQUE (a, b)); ${table}, FOREIGN KEY (id, a) REFERENCES p (a, b) MATCH FULL);`,
  );
  expect(up.at(-1)?.hazards.at(-1)?.message).toContain(
    'SELECT * FROM public.t AS c WHERE (c.id IS NOT NULL OR c.a IS NOT NULL) AND NOT EXISTS (SELECT FROM public.p AS p WHERE p.a = c.id AND p.b = c.a)',
  );
});

test('a changed constraint holds until its successor does', async () => {
  const { up } = await migrate(
    `CREATE TABLE p (id int PRIMARY KEY); ${table}, CONSTRAINT c CHECK (a > 0), CONSTRAINT f FOREIGN KEY (a) REFERENCES p,
       CONSTRAINT u UNIQUE (a));
     COMMENT ON CONSTRAINT u ON t IS 'kept';`,
    `CREATE TABLE p (id int PRIMARY KEY); ${table}, CONSTRAINT c CHECK (a > 1),
       CONSTRAINT f FOREIGN KEY (a) REFERENCES p ON DELETE CASCADE, CONSTRAINT u UNIQUE (a, b));
     COMMENT ON CONSTRAINT u ON t IS 'kept';`,
  );
  expect(sqlOf(up).filter((sql) => !sql.startsWith('COMMENT'))).toEqual([
    'ALTER TABLE public.t ADD CONSTRAINT c_plumb_new CHECK (a > 1) NOT VALID',
    'ALTER TABLE public.t ADD CONSTRAINT f_plumb_new FOREIGN KEY (a) REFERENCES public.p (id) ON DELETE CASCADE NOT VALID',
    'ALTER TABLE public.t VALIDATE CONSTRAINT c_plumb_new',
    'ALTER TABLE public.t DROP CONSTRAINT c',
    'ALTER TABLE public.t RENAME CONSTRAINT c_plumb_new TO c',
    'ALTER TABLE public.t VALIDATE CONSTRAINT f_plumb_new',
    'ALTER TABLE public.t DROP CONSTRAINT f',
    'ALTER TABLE public.t RENAME CONSTRAINT f_plumb_new TO f',
    'CREATE UNIQUE INDEX CONCURRENTLY u_plumb_new ON public.t (a, b)',
    'ALTER TABLE public.t DROP CONSTRAINT u, ADD CONSTRAINT u UNIQUE USING INDEX u_plumb_new',
  ]);
});

test('what ALTER can do is done by ALTER', async () => {
  const tables = (foreignKey: string, more: string): string => `
    CREATE TABLE p (id int PRIMARY KEY); ${table}, CONSTRAINT f FOREIGN KEY (a) REFERENCES p ${foreignKey});
    ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) ${more};
  `;
  const { up } = await migrate(tables('', 'NOT VALID'), tables('DEFERRABLE INITIALLY DEFERRED', ''));
  expect(sqlOf(up)).toEqual([
    'ALTER TABLE public.t ALTER CONSTRAINT f DEFERRABLE INITIALLY DEFERRED',
    'ALTER TABLE public.t VALIDATE CONSTRAINT c',
  ]);
});

test('enforcement of foreign keys is switched, of checks swapped', async () => {
  const tables = (how: string): string => `
    CREATE TABLE p (id int PRIMARY KEY);
    ${table}, CONSTRAINT f FOREIGN KEY (a) REFERENCES p ${how}, CONSTRAINT c CHECK (a > 0) ${how});
  `;
  const { up, down } = await migrate(tables(''), tables('NOT ENFORCED'));
  expect(sqlOf(up)).toContain('ALTER TABLE public.t ALTER CONSTRAINT f NOT ENFORCED');
  expect(sqlOf(up)).toContain('ALTER TABLE public.t DROP CONSTRAINT c, ADD CONSTRAINT c CHECK (a > 0) NOT ENFORCED');
  expect(sqlOf(down)).toContain('ALTER TABLE public.t ALTER CONSTRAINT f ENFORCED');
});

test('a unique index becomes a constraint without being built again', async () => {
  const { up } = await migrate(
    `${table}); CREATE UNIQUE INDEX t_pkey ON t (id); CREATE UNIQUE INDEX u ON t (a) INCLUDE (b); CREATE TABLE c (a int REFERENCES t (id));`,
    `${table}, PRIMARY KEY (id), CONSTRAINT u UNIQUE (a) INCLUDE (b)); CREATE TABLE c (a int REFERENCES t (id));`,
  );
  expect(sqlOf(up)).toEqual([
    'ALTER TABLE public.t ADD CONSTRAINT t_pkey PRIMARY KEY USING INDEX t_pkey',
    'ALTER TABLE public.t ADD CONSTRAINT u UNIQUE USING INDEX u',
  ]);
});

test('a foreign key is taken down for the key that it needs, and finds the new one', async () => {
  const { up } = await migrate(
    'CREATE TABLE t (id int PRIMARY KEY, u uuid NOT NULL); CREATE TABLE c (id int REFERENCES t);',
    'CREATE TABLE t (id int NOT NULL UNIQUE, u uuid CONSTRAINT t_pkey PRIMARY KEY); CREATE TABLE c (id int REFERENCES t (id));',
    { rows: "INSERT INTO t VALUES (1, 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'); INSERT INTO c VALUES (1)" },
  );
  expect(sqlOf(up).at(-1)).toBe('ALTER TABLE public.c VALIDATE CONSTRAINT c_id_fkey');
});

test('a column loses NOT NULL after it has left the primary key', async () => {
  await migrate(
    'CREATE TABLE t (id int PRIMARY KEY, u uuid NOT NULL);',
    'CREATE TABLE t (id int, u uuid CONSTRAINT t_pkey PRIMARY KEY);',
  );
});

test('exclusions keep their methods, conditions and statistics', async () => {
  const schema = (options: string, target: number): string => `
    CREATE EXTENSION btree_gist;
    CREATE TABLE t (r int, p tsrange, v bool, s text,
      CONSTRAINT x EXCLUDE USING gist (r WITH =, p WITH &&) ${options},
      CONSTRAINT y EXCLUDE (lower(s) text_pattern_ops WITH =));
    ALTER INDEX y ALTER COLUMN 1 SET STATISTICS ${target};
  `;
  await migrate('CREATE EXTENSION btree_gist;', schema('WITH (fillfactor = 80) WHERE (v) DEFERRABLE', 500));
  const { up } = await migrate(schema('WITH (fillfactor = 80)', 500), schema('WITH (fillfactor = 90) WHERE (v)', 300));
  expect(sqlOf(up)).toEqual([
    'ALTER TABLE public.t DROP CONSTRAINT x, ADD CONSTRAINT x EXCLUDE USING gist (r WITH =, p WITH &&) WITH (fillfactor = 90) WHERE (v)',
    'ALTER INDEX public.y ALTER COLUMN 1 SET STATISTICS 300',
  ]);
});

test('temporal keys and their foreign keys', async () => {
  await migrate(
    'CREATE EXTENSION btree_gist; CREATE TABLE p (id int, valid daterange); CREATE TABLE c (id int, p int, valid daterange);',
    `
      CREATE EXTENSION btree_gist;
      CREATE TABLE p (id int, valid daterange, PRIMARY KEY (id, valid WITHOUT OVERLAPS));
      CREATE TABLE c (id int, p int, valid daterange, UNIQUE (id, valid WITHOUT OVERLAPS),
        FOREIGN KEY (p, PERIOD valid) REFERENCES p (id, PERIOD valid));
    `,
  );
});

test('columns that one foreign key sets to null', async () => {
  const schema = (action: string): string =>
    `CREATE TABLE p (a int, b int, PRIMARY KEY (a, b)); CREATE TABLE c (a int, b int, FOREIGN KEY (a, b) REFERENCES p ${action});`;
  await migrate(schema('ON DELETE SET NULL'), schema('ON DELETE SET NULL (b)'), { major: 15 });
});

test('before PostgreSQL 18 a partitioned table checks a foreign key at once', async () => {
  const schema = (foreignKey: string): string =>
    `CREATE TABLE o (id int PRIMARY KEY); CREATE TABLE p (id int, o int ${foreignKey}) PARTITION BY LIST (id);
     CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);`;
  const { up } = await migrate(schema(''), schema('REFERENCES o'), { major: 17 });
  expect(up.map(({ hazards }) => hazards.map(({ kind }) => kind))).toEqual([['blocks-writes', 'may-fail-on-rows']]);
});

test('checks come and go with the tables that they are inherited from', async () => {
  const parent =
    'CREATE TABLE p (id int, CONSTRAINT c CHECK (id > 0)); CREATE TABLE r (id int, CONSTRAINT c CHECK (id > 0));';
  const { up } = await migrate(
    `${parent} CREATE TABLE q (x int) INHERITS (p);`,
    `${parent} CREATE TABLE q (id int, x int, CONSTRAINT c CHECK (id > 0)); ALTER TABLE r INHERIT p;`,
  );
  expect(sqlOf(up)).toEqual(['ALTER TABLE public.q NO INHERIT public.p', 'ALTER TABLE public.r INHERIT public.p']);
});
