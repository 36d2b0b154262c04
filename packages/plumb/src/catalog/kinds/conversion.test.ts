import { expect, test } from 'vitest';
import { migrate, sqlOf } from '../../../test/migrate.ts';

test('a schema has one default conversion for a pair of encodings', async () => {
  const conversion = (name: string): string =>
    `CREATE DEFAULT CONVERSION ${name} FOR 'UTF8' TO 'LATIN1' FROM utf8_to_iso8859_1;`;
  const { up } = await migrate(conversion('one'), conversion('two'));
  expect(sqlOf(up)).toEqual([
    'DROP CONVERSION public.one',
    "CREATE DEFAULT CONVERSION public.two FOR 'UTF8' TO 'LATIN1' FROM utf8_to_iso8859_1",
  ]);
});
