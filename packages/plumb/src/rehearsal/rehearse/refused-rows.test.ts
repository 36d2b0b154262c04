import { expect, test } from 'vitest';
import { onEachMajor } from '../../../test/rehearsed.ts';

onEachMajor([18], (rehearsed) => {
  test.each<[file: string, steps: readonly string[]]>([
    [
      'ALTER TABLE orders ADD COLUMN a int NOT NULL',
      [
        'AccessExclusive orders; scans orders; blocks orders',
        'fails on rows: column "a" of relation "orders" contains null values',
      ],
    ],
    [
      'INSERT INTO goods (price) VALUES (3)',
      [
        'RowExclusive goods, RowExclusive goods_id_seq',
        'fails on rows: duplicate key value violates unique constraint "goods_pkey"',
      ],
    ],
    [
      'DELETE FROM people',
      [
        'RowExclusive people; scans people',
        'fails on rows: update or delete on table "people" violates foreign key constraint "orders_person_fkey" on table "orders"',
      ],
    ],
    [
      'INSERT INTO loose (id, key, a) SELECT id + 1000, note, 1 FROM orders',
      [
        'RowExclusive loose, AccessShare orders; scans orders',
        'fails on rows: duplicate key value violates unique constraint "loose_key"',
      ],
    ],
    [
      'ALTER TABLE orders ADD CHECK (total > 1000000)',
      [
        'AccessExclusive orders; scans orders; blocks orders',
        'fails on rows: check constraint "orders_total_check" of relation "orders" is violated by some row',
      ],
    ],
    [
      `ALTER TABLE orders ADD COLUMN must int NOT NULL;
ALTER TABLE loose ADD COLUMN x int`,
      [
        'AccessExclusive orders; scans orders; blocks orders',
        'AccessExclusive loose',
        'fails on rows: column "must" of relation "orders" contains null values',
      ],
    ],
    [
      'ALTER TABLE orders ADD CONSTRAINT u UNIQUE (note)',
      ['AccessExclusive orders; scans orders; blocks orders', 'fails on rows: could not create unique index "u"'],
    ],
  ])('%s', async (file, steps) => {
    expect(await rehearsed(file)).toEqual(steps);
  });
});
