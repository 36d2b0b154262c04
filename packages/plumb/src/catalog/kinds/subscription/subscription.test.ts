import { expect, test } from 'vitest';
import { migrate, sqlOf } from '../../../../test/migrate.ts';
import { withoutSecrets } from './connection-text.ts';

const made = (options: string, connection = 'host=main dbname=app', publications = 'p'): string =>
  `CREATE SUBSCRIPTION s CONNECTION '${connection}' PUBLICATION ${publications} WITH (connect = false${options});`;

test('a subscription is made without reaching for its publisher, and says what to do there', async () => {
  const { up, down } = await migrate('', `${made(", slot_name = 'x', binary")} COMMENT ON SUBSCRIPTION s IS 'x';`);
  expect(up[0]).toMatchObject({
    sql: `CREATE SUBSCRIPTION s
  CONNECTION 'host=main dbname=app'
  PUBLICATION p
  WITH (connect = false, slot_name = 'x', binary = 'true')`,
    comment:
      "To set it going: SELECT pg_create_logical_replication_slot('x', 'pgoutput') at its publisher; ALTER SUBSCRIPTION s ENABLE; ALTER SUBSCRIPTION s REFRESH PUBLICATION",
  });
  expect(sqlOf(down)).toEqual([
    'COMMENT ON SUBSCRIPTION s IS NULL',
    'ALTER SUBSCRIPTION s SET (slot_name = NONE)',
    'DROP SUBSCRIPTION s',
  ]);
});

test('its password is neither compared nor told', async () => {
  const connection = (password: string): string => `host=main password=${password} dbname=app`;
  expect((await migrate(made('', connection('geheim')), made('', connection('secreto')))).up).toEqual([]);
  const { up } = await migrate('', made('', connection('geheim')));
  expect(JSON.stringify(up)).not.toContain('geheim');
  expect(up[0]?.comment).toContain('Add the password');
});

test.each([
  ["host=a password='it\\' s'x dbname=b", 'host=a dbname=b'],
  ["password = 'a b\\' c' host=a", 'host=a'],
  ['host=a sslpassword=x\\ y', 'host=a'],
  ['postgres://u:p@h:1/db?sslmode=require&password=x', 'postgres://u@h:1/db?sslmode=require'],
  ['postgres://u:p/@?@h/db', 'postgres://u@h/db'],
  ['postgresql://u@h/db?password=x&a=b', 'postgresql://u@h/db?a=b'],
])('nothing secret is left of %s', (connection, text) => {
  expect(withoutSecrets(connection)).toEqual({ text, hadSecrets: true });
});

test.each([14, 16, 17, 18])('what it takes and how is changed on PostgreSQL %i', async (major) => {
  const options = [
    ', synchronous_commit = local, streaming = on',
    ...(major >= 15 ? [', disable_on_error = true, two_phase = true'] : []),
    ...(major >= 16 ? [', origin = none, run_as_owner = true, password_required = false'] : []),
    ...(major >= 17 ? [', failover = true'] : []),
  ].join('');
  await migrate(made(', slot_name = NONE'), made(`${options}, slot_name = NONE`, 'host=other dbname=app', 'p, "Q x"'), {
    major,
  });
});

test('one that runs rests while its slot changes', async () => {
  const { up } = await migrate(
    `${made(", slot_name = 'a'")} ALTER SUBSCRIPTION s ENABLE;`,
    `${made(", slot_name = 'b'")} ALTER SUBSCRIPTION s ENABLE;`,
  );
  expect(sqlOf(up)).toEqual([
    'ALTER SUBSCRIPTION s DISABLE',
    "ALTER SUBSCRIPTION s SET (slot_name = 'b')",
    'ALTER SUBSCRIPTION s ENABLE',
  ]);
});
