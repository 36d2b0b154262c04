import { expect, test } from 'vitest';
import { migrate, sqlOf } from '../../../../test/migrate.ts';

const schema = `
  CREATE TYPE pair AS (a integer, b text);
  CREATE TYPE span AS RANGE (SUBTYPE = float8);
  CREATE DOMAIN age AS integer NOT NULL CONSTRAINT positive CHECK (value > 0);
  CREATE TABLE t (id integer GENERATED ALWAYS AS IDENTITY CONSTRAINT t_pk PRIMARY KEY, n integer NOT NULL);
  CREATE TABLE parted (id integer, at date, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
  CREATE TABLE parted_1 PARTITION OF parted FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
  CREATE VIEW v AS SELECT id, n FROM t;
  CREATE MATERIALIZED VIEW m AS SELECT id FROM t;
  CREATE INDEX t_n ON t (n);
  CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
  CREATE TRIGGER tr AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
  CREATE POLICY p ON t;
  CREATE RULE r AS ON DELETE TO t DO NOTHING;
  CREATE STATISTICS st ON id, n FROM t;
  CREATE SCHEMA other;
`;

const phrases = [
  'COLUMN pair.a',
  'COLUMN parted.id',
  'COLUMN parted_1.id',
  'COLUMN m.id',
  'COLUMN t.n',
  'COLUMN v.n',
  'CONSTRAINT parted_1_pkey ON parted_1',
  'CONSTRAINT parted_pkey ON parted',
  'CONSTRAINT positive ON DOMAIN age',
  'CONSTRAINT t_pk ON t',
  'DOMAIN age',
  'FUNCTION f()',
  'FUNCTION span(float8, float8)',
  'INDEX parted_1_pkey',
  'INDEX t_n',
  'INDEX t_pk',
  'MATERIALIZED VIEW m',
  'POLICY p ON t',
  'RULE r ON t',
  'SCHEMA other',
  'SEQUENCE t_id_seq',
  'STATISTICS st',
  'TABLE t',
  'TRIGGER tr ON t',
  'TYPE pair',
  'TYPE span',
  'TYPE span_multirange',
  'VIEW v',
];
const since17 = ['CONSTRAINT age_not_null ON DOMAIN age'];
const since18 = ['CONSTRAINT t_n_not_null ON t'];

test.each([14, 15, 16, 17, 18])('on PostgreSQL %i a comment can be on everything', async (major) => {
  const all = [...phrases, ...(major >= 17 ? since17 : []), ...(major >= 18 ? since18 : [])];
  const comments = (text: (phrase: string) => string): string =>
    all.map((phrase) => `COMMENT ON ${phrase} IS ${text(phrase)};`).join('\n');
  const { up, down } = await migrate(schema, `${schema} ${comments((phrase) => `'on ${phrase}'`)}`, { major });
  expect(up.length).toBe(all.length);
  expect(down.map(({ sql }) => sql.endsWith(' IS NULL'))).toEqual(all.map(() => true));
  await migrate('', `${schema} ${comments(() => "E'it''s a\\\\b\\nc'")}`, { major });
});

test('comments are changed, and go with what they are on', async () => {
  const table = 'CREATE TABLE t (id integer); CREATE VIEW v AS SELECT id FROM t;';
  const { up } = await migrate(
    `${table} COMMENT ON TABLE t IS 'one'; COMMENT ON VIEW v IS 'goes'; COMMENT ON SCHEMA public IS 'mine';`,
    `CREATE TABLE t (id integer); COMMENT ON TABLE t IS 'two';`,
  );
  expect(sqlOf(up).toSorted()).toEqual([
    "COMMENT ON SCHEMA public IS 'standard public schema'",
    "COMMENT ON TABLE public.t IS 'two'",
    'DROP VIEW public.v',
  ]);
});

test('comments stay when what they are on is rebuilt', async () => {
  const view = (more: string): string => `
    CREATE TABLE t (id integer, n ${more});
    CREATE VIEW v AS SELECT id, n FROM t;
    COMMENT ON VIEW v IS 'a view'; COMMENT ON COLUMN v.n IS 'a column';
  `;
  const { up } = await migrate(view('integer'), view('text'));
  expect(sqlOf(up)).toEqual(
    expect.arrayContaining(["COMMENT ON VIEW public.v IS 'a view'", "COMMENT ON COLUMN public.v.n IS 'a column'"]),
  );
});
