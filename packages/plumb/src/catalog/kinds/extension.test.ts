import { expect, test } from 'vitest';
import { upOf } from '../../../test/diff-sql.ts';
import { migrate, sqlOf } from '../../../test/migrate.ts';

test('extensions come in the order in which they need each other, and before what uses them', async () => {
  const { up } = await migrate(
    'CREATE TABLE t (id integer);',
    `CREATE SCHEMA extensions;
    CREATE EXTENSION earthdistance SCHEMA extensions CASCADE;
    CREATE EXTENSION "uuid-ossp" SCHEMA extensions;
    CREATE EXTENSION citext;
    CREATE TABLE t (id integer, key uuid DEFAULT extensions.uuid_generate_v4(), name citext);
    COMMENT ON EXTENSION citext IS 'whatever the case';`,
  );
  const sql = sqlOf(up);
  expect(sql.slice(0, 5)).toEqual([
    'CREATE SCHEMA extensions',
    'CREATE EXTENSION "uuid-ossp" SCHEMA extensions',
    'CREATE EXTENSION citext SCHEMA public',
    'CREATE EXTENSION cube SCHEMA extensions',
    'CREATE EXTENSION earthdistance SCHEMA extensions',
  ]);
  expect(sql.at(-1)).toBe("COMMENT ON EXTENSION citext IS 'whatever the case'");
});

test('the comment that an extension comes with is its own', async () => {
  const { up, down } = await migrate(
    'CREATE EXTENSION citext;',
    'CREATE EXTENSION citext; COMMENT ON EXTENSION citext IS NULL;',
  );
  expect(sqlOf(up)).toEqual(['COMMENT ON EXTENSION citext IS NULL']);
  expect(sqlOf(down)).toEqual(["COMMENT ON EXTENSION citext IS 'data type for case-insensitive character strings'"]);
});

test('an extension is updated, and made anew where only an older version will do', async () => {
  const { up, down } = await migrate("CREATE EXTENSION hstore VERSION '1.4';", 'CREATE EXTENSION hstore;');
  expect(sqlOf(up)).toEqual(['ALTER EXTENSION hstore UPDATE']);
  expect(sqlOf(down)).toEqual(['DROP EXTENSION hstore', "CREATE EXTENSION hstore SCHEMA public VERSION '1.4'"]);
});

test('what stands in for an extension has no version', async () => {
  const { up } = await migrate('', 'CREATE EXTENSION vector; CREATE TABLE t (v vector(3));');
  expect(sqlOf(up)[0]).toBe('CREATE EXTENSION vector SCHEMA public');
});

test('an extension moves with all that it holds, also to a schema that is new', async () => {
  const schema = (name: string): string => `
    ${name === 'public' ? '' : `CREATE SCHEMA ${name};`}
    CREATE EXTENSION citext SCHEMA ${name};
    CREATE TABLE t (id integer PRIMARY KEY, name ${name}.citext UNIQUE);
    CREATE VIEW v AS SELECT name FROM t WHERE name OPERATOR(${name}.=) 'a';
  `;
  expect(await upOf(schema('public'), schema('ext'))).toEqual([
    'CREATE SCHEMA ext',
    'ALTER EXTENSION citext SET SCHEMA ext',
  ]);
});
