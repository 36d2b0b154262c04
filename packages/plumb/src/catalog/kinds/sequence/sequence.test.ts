import { expect, test } from 'vitest';
import { migrate, sqlOf } from '../../../../test/migrate.ts';

test('a sequence changes in place, and is moved within bounds that grow closer', async () => {
  const { up, rows } = await migrate(
    'CREATE SEQUENCE s MAXVALUE 100;',
    'CREATE SEQUENCE s MINVALUE 50 START 60 CYCLE;',
    {
      rows: `SELECT nextval('s');`,
      query: `SELECT nextval('s')`,
    },
  );
  expect(sqlOf(up)).toEqual([
    `SELECT setval('public.s', greatest(last_value, 50), is_called AND last_value = greatest(last_value, 50)) FROM public.s`,
    'ALTER SEQUENCE public.s MINVALUE 50 MAXVALUE 9223372036854775807 START WITH 60 CYCLE',
  ]);
  expect(rows).toEqual([['50']]);
});

test('a sequence changes its owner before the column goes that owned it', async () => {
  const { up } = await migrate(
    `CREATE SEQUENCE s; CREATE TABLE a (id integer DEFAULT nextval('s'), x integer); CREATE TABLE b (id integer);
     ALTER SEQUENCE s OWNED BY a.id;`,
    `CREATE SEQUENCE s; CREATE TABLE a (x integer); CREATE TABLE b (id integer DEFAULT nextval('s'));
     ALTER SEQUENCE s OWNED BY b.id;`,
  );
  expect(sqlOf(up)).toEqual([
    'ALTER TABLE public.a ALTER COLUMN id DROP DEFAULT',
    'ALTER SEQUENCE public.s OWNED BY public.b.id',
    `ALTER TABLE public.b ALTER COLUMN id SET DEFAULT nextval('public.s'::regclass)`,
    'ALTER TABLE public.a DROP COLUMN id',
  ]);
});

test('a serial of another size takes its sequence along', async () => {
  const { up } = await migrate('CREATE TABLE t (id serial);', 'CREATE TABLE t (id bigserial);');
  expect(sqlOf(up)).toEqual([
    'ALTER TABLE public.t ALTER COLUMN id TYPE bigint',
    'ALTER SEQUENCE public.t_id_seq AS bigint',
  ]);
});
