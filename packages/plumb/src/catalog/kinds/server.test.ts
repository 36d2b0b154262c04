import { expect, test } from 'vitest';
import { migrate, sqlOf } from '../../../test/migrate.ts';

const extension = 'CREATE EXTENSION postgres_fdw;';

test('a server is altered, with its options one by one', async () => {
  const { up } = await migrate(
    `${extension} CREATE SERVER s VERSION '14' FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'a', dbname 'app');`,
    `${extension} CREATE SERVER s FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'b', port '5433');`,
  );
  expect(sqlOf(up)).toEqual(["ALTER SERVER s VERSION NULL OPTIONS (DROP dbname, SET host 'b', ADD port '5433')"]);
});

test('a server of another type is made anew with all that is on it', async () => {
  const schema = (type: string): string => `${extension}
    CREATE SERVER s TYPE '${type}' FOREIGN DATA WRAPPER postgres_fdw;
    CREATE USER MAPPING FOR PUBLIC SERVER s;
    CREATE FOREIGN TABLE f (id int) SERVER s;
    CREATE VIEW v AS SELECT id FROM f;
    GRANT USAGE ON FOREIGN SERVER s TO reader;
    COMMENT ON SERVER s IS 'x';`;
  const { up } = await migrate(schema('a'), schema('b'));
  expect(up).toHaveLength(10);
});

test('secrets are neither compared nor told, and a comment asks for them', async () => {
  const mapping = (password: string): string =>
    `${extension} CREATE SERVER s FOREIGN DATA WRAPPER postgres_fdw;
    CREATE USER MAPPING FOR CURRENT_USER SERVER s OPTIONS (user 'app', password '${password}');`;
  const same = await migrate(mapping('geheim'), mapping('secreto'));
  expect(same.up).toEqual([]);
  const { up, down } = await migrate(extension, mapping('geheim'));
  expect(JSON.stringify({ up, down })).not.toContain('geheim');
  expect(up.at(-1)).toMatchObject({
    sql: `CREATE USER MAPPING FOR CURRENT_USER SERVER s\n  OPTIONS ("user" 'app')`,
    comment:
      "Secrets are no part of a migration. Add them by hand: ALTER USER MAPPING FOR CURRENT_USER SERVER s OPTIONS (ADD password '…')",
  });
  expect(down[0]?.hazards).toMatchObject([{ kind: 'irreversible' }]);
});

test('a wrapper of its own gets other functions', async () => {
  const { up } = await migrate(
    `${extension} CREATE FOREIGN DATA WRAPPER w VALIDATOR postgres_fdw_validator;`,
    `${extension} CREATE FOREIGN DATA WRAPPER w HANDLER postgres_fdw_handler;`,
  );
  expect(sqlOf(up)).toEqual(['ALTER FOREIGN DATA WRAPPER w HANDLER public.postgres_fdw_handler NO VALIDATOR']);
});
