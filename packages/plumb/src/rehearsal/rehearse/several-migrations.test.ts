import { expect, test } from 'vitest';
import { onEachMajor } from '../../../test/rehearsed.ts';

onEachMajor([14, 18], (rehearsed) => {
  test('a relation keeps the name that it had before all migrations', async () => {
    const first = 'ALTER TABLE orders RENAME TO purchases';
    const second = 'ALTER TABLE purchases ALTER note SET NOT NULL';
    expect(await rehearsed(first, second)).toEqual([
      'AccessExclusive orders',
      'AccessExclusive orders; scans orders; blocks orders',
    ]);
  });

  test('what an earlier migration made does not count, and what it locked is let go', async () => {
    expect(
      await rehearsed(
        'CREATE TABLE fresh (id int); ALTER TABLE orders ADD more int',
        'ALTER TABLE fresh ADD more int; CREATE INDEX ON people (n)',
      ),
    ).toEqual(['', 'AccessExclusive orders', '', 'Share people; scans people; blocks people']);
  });

  test('what is set for the session holds to the end of its migration', async () => {
    expect(
      await rehearsed(
        'CREATE SCHEMA s; SET search_path = s; CREATE TABLE orders (id int)',
        'ALTER TABLE orders ADD more int',
      ),
    ).toEqual(['', '', '', 'AccessExclusive orders']);
  });
});
