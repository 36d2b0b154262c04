import { expect, test } from 'vitest';
import { onEachMajor } from '../../../test/watched.ts';

onEachMajor([14, 18], (watch) => {
  test.each<[sql: string, does: string]>([
    ["SELECT setval('goods_id_seq', 100)", 'RowExclusive goods_id_seq'],
    ['UPDATE orders SET total = 0', 'RowExclusive orders; scans orders'],
    ['UPDATE orders SET total = 0 WHERE id = 3', 'RowExclusive orders'],
    ['UPDATE orders SET person = 3 WHERE id = 3', 'RowExclusive orders'],
    ['DELETE FROM orders WHERE id = 3', 'RowExclusive items, RowExclusive orders; scans items'],
    ["INSERT INTO orders VALUES (1000, 1, 1, 'x')", 'RowExclusive orders, RowShare people'],
    ['SELECT * FROM names', 'AccessShare names, AccessShare people; scans people'],
    ['SELECT * FROM people FOR UPDATE', 'RowShare people; scans people'],
    [
      'TRUNCATE orders CASCADE',
      'AccessExclusive items, AccessExclusive orders; rewrites items, orders; rebuilds items_pkey, orders_pkey; scans items, orders; blocks items, orders',
    ],
    [
      'TRUNCATE loose',
      'AccessExclusive loose; rewrites loose; rebuilds loose_id, loose_key; scans loose; blocks loose',
    ],
    [
      'TRUNCATE loose RESTART IDENTITY',
      'AccessExclusive loose; rewrites loose; rebuilds loose_id, loose_key; scans loose; blocks loose',
    ],
    ['LOCK TABLE orders', 'AccessExclusive orders'],
    ['DROP TABLE items', 'AccessExclusive items, AccessExclusive orders'],
    [
      'DROP TABLE orders CASCADE',
      'AccessExclusive items, AccessExclusive orders, AccessExclusive people, AccessExclusive sums, AccessExclusive totals',
    ],
    ['DROP TABLE people CASCADE', 'AccessExclusive names, AccessExclusive orders, AccessExclusive people'],
    [
      'DROP SCHEMA public CASCADE',
      'AccessExclusive checked, AccessExclusive child, AccessExclusive goods, AccessExclusive goods_id_seq, AccessExclusive items, AccessExclusive logs, AccessExclusive logs_1, AccessExclusive logs_2, AccessExclusive logs_rest, AccessExclusive loose, AccessExclusive names, AccessExclusive orders, AccessExclusive parent, AccessExclusive people, AccessExclusive plainlog, AccessExclusive raw, AccessExclusive sums, AccessExclusive totals',
    ],
    [
      'DO $$ BEGIN ALTER TABLE loose ADD COLUMN x int; CREATE INDEX ON orders (total); END $$',
      'AccessExclusive loose, Share orders; scans orders; blocks loose, orders',
    ],
    ['SELECT grow()', 'AccessExclusive loose'],
    [
      "DO $$ BEGIN EXECUTE format('ALTER TABLE %I ALTER total SET NOT NULL', 'orders'); END $$",
      'AccessExclusive orders; scans orders; blocks orders',
    ],
    ['DO $$ BEGIN DROP TABLE loose; CREATE TABLE loose (id int); END $$', 'AccessExclusive loose'],
  ])('%s', async (sql, does) => {
    expect(await watch(sql)).toBe(does);
  });
});
