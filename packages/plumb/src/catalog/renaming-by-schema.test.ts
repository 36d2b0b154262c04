import { expect, test } from 'vitest';
import { upOf } from '../../test/diff-sql.ts';

const types = [
  ["TYPE one AS ENUM ('a')", "TYPE two AS ENUM ('a')", 'ALTER TYPE public.one RENAME TO two'],
  ['TYPE one AS (a integer)', 'TYPE two AS (a integer)', 'ALTER TYPE public.one RENAME TO two'],
  ['DOMAIN one AS text', 'DOMAIN two AS text', 'ALTER DOMAIN public.one RENAME TO two'],
  ['DOMAIN one AS text', 'DOMAIN other.one AS text', 'ALTER DOMAIN public.one SET SCHEMA other'],
] as const;

test.each(types)('a type that columns use is renamed where that is said: %s, %s', async (before, after, sql) => {
  const [, one = ''] = before.split(' ');
  const [, two = ''] = after.split(' ');
  const schema = (type: string, name: string): string =>
    `CREATE SCHEMA other; CREATE ${type}; CREATE TABLE t (id integer PRIMARY KEY, c ${name}, many ${name}[]);`;
  const rename = [`public.${one}=${two.includes('.') ? two : `public.${two}`}`];
  expect(await upOf(schema(before, one), schema(after, two), { rename })).toEqual([sql]);
});

test.each(types)(
  'a type that no column uses is renamed where it is alike but for its name: %s, %s',
  async (...types) => {
    const [before, after, sql] = types;
    expect(await upOf(`CREATE SCHEMA other; CREATE ${before};`, `CREATE SCHEMA other; CREATE ${after};`)).toEqual([
      sql,
    ]);
  },
);

test('a collation that columns use is renamed under them', async () => {
  const schema = (name: string): string => `
    CREATE COLLATION ${name} (provider = icu, locale = 'en-u-kn-true');
    CREATE TABLE t (id integer PRIMARY KEY, a text COLLATE ${name});
    CREATE INDEX t_a ON t (a);
  `;
  expect(await upOf(schema('one'), schema('two'))).toEqual(['ALTER COLLATION public.one RENAME TO two']);
});

test('types of different kinds trade their names', async () => {
  const up = await upOf(
    "CREATE TYPE one AS ENUM ('a'); CREATE DOMAIN two AS text; CREATE TABLE t (a one, b two);",
    "CREATE TYPE two AS ENUM ('a'); CREATE DOMAIN one AS text; CREATE TABLE t (a two, b one);",
    { rename: ['none'] },
  );
  expect(up.join('\n')).not.toContain('DROP COLUMN');
});
