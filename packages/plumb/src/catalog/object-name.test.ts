import { expect, test } from 'vitest';
import { openShadowServer } from '../postgres/embedded/embedded-server.ts';
import { identifier } from './identifier.ts';
import { chosenName, nameBeside } from './object-name.ts';

test.each([
  ['users', 'id'],
  ['a_table_with_a_name_that_goes_on_and_on_and_on_until_it_ends_here', 'id'],
  ['t', 'a_column_with_a_name_that_goes_on_and_on_and_on_until_it_ends_abc'],
  ['a_table_whose_name_is_rather_long_and_goes_on', 'a_column_whose_name_is_rather_long_and_goes_on'],
  ['größentabelle_für_übergroße_größen_äöü', 'öäüöäüöäüöäüöäüöäü_spalte'],
])('PostgreSQL names the sequence of %s (%s) as foretold', async (table, column) => {
  await using server = await openShadowServer();
  await using shadow = await server.createShadow();
  const client = await shadow.connect();
  try {
    await client.query(`CREATE TABLE ${identifier(table)} (${identifier(column)} serial)`);
    const { rows } = await client.query<{ relname: string }>(`SELECT relname FROM pg_class WHERE relkind = 'S'`);
    const [cutTable, cutColumn] = [table, column].map((name) => clipped(name));
    expect(rows).toEqual([{ relname: chosenName(cutTable ?? '', cutColumn ?? '', 'seq') }]);
  } finally {
    await client.end();
  }
});

test('a long name is cut for what stands beside it, and stays unlike others that begin alike', () => {
  expect(nameBeside('users', '_plumb_new')).toBe('users_plumb_new');
  const long = 'ä'.repeat(31);
  const names = [nameBeside(`${long}a`, '_plumb_new'), nameBeside(`${long}b`, '_plumb_new')];
  expect(new Set(names).size).toBe(2);
  for (const name of names) {
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(63);
    expect(name).toMatch(/^ä+_[0-9a-f]{8}_plumb_new$/);
  }
});

/** Names themselves have 63 bytes at most. */
function clipped(name: string): string {
  let text = name;
  while (Buffer.byteLength(text) > 63) text = text.slice(0, -1);
  return text;
}
