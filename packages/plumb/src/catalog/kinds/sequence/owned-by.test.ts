import { expect, test } from 'vitest';
import { migrate, sqlOf } from '../../../../test/migrate.ts';

const tables = `
  CREATE TABLE t (id int); ALTER TABLE t OWNER TO app_owner;
  CREATE TABLE u (id int); ALTER TABLE u OWNER TO writer;
`;

test('a sequence belongs to whom its table belongs to', async () => {
  const { up } = await migrate(
    `${tables} CREATE SEQUENCE a; CREATE SEQUENCE b; ALTER SEQUENCE b OWNER TO writer; ALTER SEQUENCE b OWNED BY u.id;`,
    `${tables} CREATE SEQUENCE a; ALTER SEQUENCE a OWNER TO app_owner; ALTER SEQUENCE a OWNED BY t.id;
    CREATE SEQUENCE b; CREATE SEQUENCE c; ALTER SEQUENCE c OWNER TO writer; ALTER SEQUENCE c OWNED BY u.id;`,
  );
  expect(sqlOf(up).filter((sql) => !sql.startsWith('SELECT'))).toEqual([
    'ALTER SEQUENCE public.a OWNER TO app_owner',
    'ALTER SEQUENCE public.a OWNED BY public.t.id',
    'ALTER SEQUENCE public.b OWNED BY NONE',
    'ALTER SEQUENCE public.b OWNER TO CURRENT_USER',
    'CREATE SEQUENCE public.c',
    'ALTER SEQUENCE public.c OWNER TO writer',
    'ALTER SEQUENCE public.c OWNED BY public.u.id',
  ]);
});

test('a new owner of a table takes new sequences along', async () => {
  await migrate(
    'CREATE TABLE t (id int);',
    'CREATE TABLE t (id serial); CREATE SEQUENCE q OWNED BY t.id; ALTER TABLE t OWNER TO app_owner;',
  );
});
