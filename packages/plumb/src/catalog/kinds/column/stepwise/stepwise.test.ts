import { expect, test } from 'vitest';
import { type Migrated, type MigrateOptions, migrate, sqlOf } from '../../../../../test/migrate.ts';

const majors = [14, 18];

/** In an order that needed no mending. */
async function migrateStepwise(before: string, after: string, options: MigrateOptions): Promise<Migrated> {
  const migrated = await migrate(before, after, { ...options, stepwise: true });
  expect(migrated.mended).toBe(false);
  return migrated;
}

/** What is sent in one transaction with the statement that drops the old column. */
function swapOf({ up }: Migrated, column = /./): readonly string[] {
  const transaction = up.find(({ sql }) => / DROP COLUMN /.test(sql) && column.test(sql))?.transaction;
  return sqlOf(up.filter((step) => step.transaction === transaction));
}

test.each(majors)('on PostgreSQL %i a key that others refer to grows while it is in use', async (major) => {
  const schema = (type: string, reference = type): string => `
    CREATE TABLE parent (id ${type} GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text);
    CREATE TABLE child (id integer PRIMARY KEY, parent ${reference} REFERENCES parent ON DELETE CASCADE);
    COMMENT ON CONSTRAINT parent_pkey ON parent IS 'the key';
  `;
  const rows = `
    INSERT INTO parent (name) VALUES ('a'), ('b'), ('c');
    DELETE FROM parent WHERE id = 3;
    INSERT INTO child VALUES (1, 1), (2, 2), (3, NULL);
  `;
  const query = `
    WITH added AS (INSERT INTO parent (name) VALUES ('d') RETURNING id, pg_typeof(id)::text AS type)
    SELECT added.id::text, added.type, (SELECT array_agg(parent::integer ORDER BY id) FROM child) FROM added
  `;
  for (const reference of ['bigint', 'integer']) {
    const migrated = await migrateStepwise(schema('integer'), schema('bigint', reference), {
      major,
      rows,
      query,
    });
    expect(migrated.rows).toEqual([['4', 'bigint', [1, 2, null]]]);
    expect(sqlOf(migrated.up).some((sql) => /ALTER COLUMN \w+ TYPE/.test(sql))).toBe(false);
    expect(swapOf(migrated)).toContain(
      'ALTER TABLE public.parent DROP CONSTRAINT parent_pkey, ADD CONSTRAINT parent_pkey PRIMARY KEY USING INDEX parent_pkey_plumb_new',
    );
  }
});

test.each(majors)('on PostgreSQL %i a column keeps all that hangs on it', async (major) => {
  const schema = (type: string): string => `
    CREATE TABLE account (id integer PRIMARY KEY);
    CREATE TABLE t (
      "Id" integer PRIMARY KEY,
      account integer NOT NULL REFERENCES account,
      "Amount" ${type} NOT NULL DEFAULT 7 CONSTRAINT positive CHECK ("Amount" > 0),
      note text,
      CONSTRAINT once UNIQUE (account, "Amount") DEFERRABLE INITIALLY DEFERRED,
      CHECK (note <> 'Amount' OR "Amount" < 1000)
    );
    CREATE UNIQUE INDEX by_amount ON t ("Amount" DESC, lower(note)) INCLUDE (account) WHERE "Amount" > 10;
    CREATE INDEX clustered ON t ((abs("Amount") + account));
    ALTER INDEX clustered ALTER COLUMN 1 SET STATISTICS 500;
    ALTER TABLE t CLUSTER ON clustered;
    CREATE UNIQUE INDEX identifies ON t ("Amount");
    ALTER TABLE t REPLICA IDENTITY USING INDEX identifies;
    ALTER TABLE t ALTER "Amount" SET STATISTICS 200, ALTER "Amount" SET (n_distinct = 5);
    CREATE STATISTICS stats ON account, "Amount" FROM t;
    CREATE VIEW v AS SELECT "Amount", note FROM t;
    CREATE VIEW w AS SELECT sum("Amount") FROM v;
    CREATE MATERIALIZED VIEW m AS SELECT "Amount" FROM t;
    CREATE UNIQUE INDEX m_amount ON m ("Amount");
    ALTER TABLE t ENABLE ROW LEVEL SECURITY;
    CREATE POLICY small ON t USING ("Amount" < 100);
    CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
    CREATE TRIGGER large BEFORE UPDATE OF "Amount" ON t FOR EACH ROW WHEN (NEW."Amount" > 50) EXECUTE FUNCTION f();
    COMMENT ON COLUMN t."Amount" IS 'cents';
    COMMENT ON INDEX by_amount IS 'an index';
    COMMENT ON CONSTRAINT positive ON t IS 'a check';
    GRANT SELECT ("Amount"), UPDATE ("Amount") ON t TO pg_monitor;
    GRANT SELECT ON v TO pg_monitor;
  `;
  const migrated = await migrateStepwise(schema('integer'), schema('bigint'), {
    major,
    rows: `
      INSERT INTO account VALUES (1), (2);
      INSERT INTO t VALUES (1, 1, 5, 'a'), (2, 1, 20, 'b'), (3, 2, 21, NULL);
      INSERT INTO t ("Id", account) VALUES (4, 2);
    `,
    query: `SELECT array_agg("Amount"::integer ORDER BY "Id"), min(pg_typeof("Amount")::text) FROM t`,
  });
  expect(migrated.rows).toEqual([[[5, 20, 21, 7], 'bigint']]);
  const swap = swapOf(migrated);
  expect(swap).toContain('DROP VIEW public.w');
  expect(swap.some((sql) => sql.startsWith('CREATE VIEW public.w'))).toBe(true);
  expect(swap.some((sql) => /CREATE (UNIQUE )?INDEX .* ON public\.t|VALIDATE|^UPDATE/.test(sql))).toBe(false);
});

test.each(majors)('on PostgreSQL %i the owned sequence of a serial stays where it stands', async (major) => {
  const { rows, up } = await migrateStepwise(
    'CREATE TABLE t (id serial PRIMARY KEY, n integer);',
    'CREATE TABLE t (id bigserial PRIMARY KEY, n integer);',
    {
      major,
      rows: 'INSERT INTO t (n) VALUES (1), (2), (3); DELETE FROM t WHERE n = 3;',
      query: 'INSERT INTO t (n) VALUES (4) RETURNING id::integer',
    },
  );
  expect(rows).toEqual([[4]]);
  expect(sqlOf(up)).toContain('ALTER SEQUENCE public.t_id_seq OWNED BY public.t.id_plumb_new');
});

test.each(majors)('on PostgreSQL %i values are converted as the short form converts them', async (major) => {
  const table = (number: string, time: string, list: string, kind: string): string => `
    CREATE TYPE mood AS ENUM ('sad', 'ok');
    CREATE TABLE t (id uuid PRIMARY KEY, n ${number}, at ${time} NOT NULL, list ${list}, kind ${kind});`;
  const before = table('varchar(20)', 'timestamp', 'integer', 'text');
  const after = table('integer', 'timestamptz', 'bigint[]', 'mood');
  const rows = `
    SET timezone = 'Asia/Tokyo';
    INSERT INTO t VALUES
      (gen_random_uuid(), ' 12', '2026-03-01 12:00', 5, 'ok'),
      (gen_random_uuid(), NULL, '2026-07-01 12:00', NULL, NULL);`;
  const query = `SELECT n, to_char(at AT TIME ZONE 'UTC', 'MM-DD HH24'), list::text, kind::text FROM t ORDER BY at`;
  const [short, stepwise] = [
    await migrate(before, after, { major, rows, query }),
    await migrateStepwise(before, after, { major, rows, query }),
  ];
  expect(stepwise.rows).toEqual([
    [12, '03-01 03', '{5}', 'ok'],
    [null, '07-01 03', null, null],
  ]);
  expect(stepwise.rows).toEqual(short.rows);
  expect(sqlOf(stepwise.up).some((sql) => /ALTER COLUMN \w+ TYPE/.test(sql))).toBe(false);
  expect(stepwise.up.flatMap(({ backfill }) => backfill?.key ?? [])).toEqual(['id', 'id', 'id', 'id']);
});

test('columns that keys have in common change together', async () => {
  const schema = (type: string): string => `
    CREATE TABLE a (x ${type}, y ${type} NOT NULL, z integer, PRIMARY KEY (x, z), UNIQUE (y, x), CHECK (x < y));
    CREATE TABLE b (id integer PRIMARY KEY, x ${type}, z integer, up integer REFERENCES b, FOREIGN KEY (x, z) REFERENCES a);
    CREATE VIEW v AS SELECT a.x, b.z FROM a JOIN b USING (x);
  `;
  const { rows, up } = await migrateStepwise(schema('integer'), schema('text'), {
    rows: 'INSERT INTO a VALUES (1, 2, 3); INSERT INTO b VALUES (1, 1, 3);',
    query: 'SELECT a.x, a.y, b.x FROM a, b',
  });
  expect(rows).toEqual([['1', '2', '1']]);
  expect(sqlOf(up).filter((sql) => sql.includes(' TYPE '))).toEqual([]);
});

test.each([
  [
    'what uses the column changes, comes and goes',
    `CREATE TABLE p (id integer PRIMARY KEY); CREATE TABLE q (id bigint PRIMARY KEY);
     CREATE TABLE t (id integer NOT NULL CONSTRAINT k UNIQUE, c integer REFERENCES p);
     CREATE INDEX i ON t (c); CREATE INDEX gone ON t (id, c); CREATE VIEW v AS SELECT c FROM t;`,
    `CREATE TABLE p (id integer PRIMARY KEY); CREATE TABLE q (id bigint PRIMARY KEY);
     CREATE TABLE t (id bigint NOT NULL CONSTRAINT k PRIMARY KEY, c bigint NOT NULL REFERENCES q);
     CREATE UNIQUE INDEX i ON t (c, id) WHERE id > 5; CREATE INDEX new ON t (c); CREATE VIEW v AS SELECT id AS c FROM t;`,
  ],
  [
    'other columns move to the successor of the type that it leaves',
    `CREATE TYPE mood AS ENUM ('a', 'b', 'c');
     CREATE TABLE t (id integer PRIMARY KEY, c mood DEFAULT 'a', d mood, e integer);
     CREATE INDEX i ON t (c, d, e); CREATE VIEW v AS SELECT c, d, e FROM t;`,
    `CREATE TYPE mood AS ENUM ('a', 'b');
     CREATE TABLE t (id integer PRIMARY KEY, c text DEFAULT 'a', d mood, e bigint);
     CREATE INDEX i ON t (c, d, e); CREATE VIEW v AS SELECT c, d, e FROM t;`,
  ],
  [
    'names are long, and must be quoted',
    `CREATE SCHEMA "S p"; CREATE TABLE "S p"."${'T'.repeat(60)}" ("a.b" serial PRIMARY KEY,
       "${'é'.repeat(31)}" integer NOT NULL CONSTRAINT ${'k'.repeat(63)} UNIQUE, "x""y" varchar(5) CHECK ("x""y" <> 'x"y'));`,
    `CREATE SCHEMA "S p"; CREATE TABLE "S p"."${'T'.repeat(60)}" ("a.b" bigserial PRIMARY KEY,
       "${'é'.repeat(31)}" bigint NOT NULL CONSTRAINT ${'k'.repeat(63)} UNIQUE, "x""y" integer CHECK ("x""y" <> 7));`,
  ],
])('a type changes in steps while %s', async (_, before, after) => {
  const { up } = await migrateStepwise(before, after, {});
  expect(up.some(({ backfill }) => backfill !== null)).toBe(true);
});

test('nothing that takes long comes between what goes and what takes its place', async () => {
  const schema = (type: string, more: string): string => `
    CREATE TABLE t (id integer PRIMARY KEY, a ${type}, b ${type}, c integer CONSTRAINT small CHECK (c < 9));
    CREATE TABLE u (id integer PRIMARY KEY, a ${type});
    CREATE INDEX i ON t (a); CREATE INDEX j ON t (b); CREATE VIEW v AS SELECT a FROM t; CREATE VIEW w AS SELECT v.a, b FROM v, t;
    ${more}`;
  const migrated = await migrateStepwise(
    schema('integer', 'CREATE INDEX goes ON t (a, c); CREATE INDEX leaves ON u (id);'),
    schema('bigint', 'CREATE INDEX comes ON t (a, c); CREATE INDEX other ON u (id);'),
    {},
  );
  const swap = swapOf(migrated, /public\.t .* a$/);
  const words = ['DROP VIEW public.w', 'DROP INDEX public.i', 'DROP COLUMN a', 'DROP COLUMN b', 'CREATE VIEW public.w'];
  for (const word of words) expect(swap.join()).toContain(word);
  expect(swap.join()).not.toContain('ALTER TABLE public.u');
});

test('a change of type that writes nothing anew stays what it is', async () => {
  const schema = (type: string): string => `CREATE TABLE t (id integer PRIMARY KEY, v ${type});`;
  const { up } = await migrate(schema('varchar(10)'), schema('varchar(20)'), { stepwise: true });
  expect(sqlOf(up)).toEqual(['ALTER TABLE public.t ALTER COLUMN v TYPE character varying(20)']);
});
