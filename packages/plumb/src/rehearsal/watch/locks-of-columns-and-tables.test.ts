import { expect, test } from 'vitest';
import { onEachMajor } from '../../../test/watched.ts';

onEachMajor([14, 18], (watch) => {
  test.each<[sql: string, does: string]>([
    ['ALTER TABLE orders ALTER total SET NOT NULL', 'AccessExclusive orders; scans orders; blocks orders'],
    ['ALTER TABLE loose ALTER a SET NOT NULL', 'AccessExclusive loose'],
    ['ALTER TABLE orders ALTER total DROP NOT NULL', 'AccessExclusive orders'],
    ['ALTER TABLE orders ALTER total SET DEFAULT 3', 'AccessExclusive orders'],
    ['ALTER TABLE orders ADD COLUMN a int', 'AccessExclusive orders'],
    ['ALTER TABLE orders ADD COLUMN a int NOT NULL DEFAULT 5', 'AccessExclusive orders'],
    ['ALTER TABLE orders ADD COLUMN a timestamptz DEFAULT now()', 'AccessExclusive orders'],
    [
      'ALTER TABLE orders ADD COLUMN a timestamptz DEFAULT clock_timestamp()',
      'AccessExclusive orders; rewrites orders; rebuilds orders_pkey; scans orders; blocks orders',
    ],
    [
      'ALTER TABLE orders ADD COLUMN a uuid DEFAULT gen_random_uuid()',
      'AccessExclusive orders; rewrites orders; rebuilds orders_pkey; scans orders; blocks orders',
    ],
    [
      'ALTER TABLE orders ADD COLUMN a serial',
      'AccessExclusive orders; rewrites orders; rebuilds orders_pkey; scans orders; blocks orders',
    ],
    [
      'ALTER TABLE orders ADD COLUMN a int GENERATED ALWAYS AS IDENTITY',
      'AccessExclusive orders; rewrites orders; rebuilds orders_pkey; scans orders; blocks orders',
    ],
    [
      'ALTER TABLE orders ADD COLUMN a int GENERATED ALWAYS AS (total + 1) STORED',
      'AccessExclusive orders; rewrites orders; rebuilds orders_pkey; scans orders; blocks orders',
    ],
    [
      'ALTER TABLE orders ADD COLUMN a positive',
      'AccessExclusive orders; rewrites orders; rebuilds orders_pkey; scans orders; blocks orders',
    ],
    [
      'ALTER TABLE orders ADD COLUMN a positive DEFAULT 1',
      'AccessExclusive orders; rewrites orders; rebuilds orders_pkey; scans orders; blocks orders',
    ],
    ['ALTER TABLE orders ADD COLUMN a plain', 'AccessExclusive orders'],
    ["ALTER TABLE orders ADD COLUMN a mood DEFAULT 'ok'", 'AccessExclusive orders'],
    ['ALTER TABLE orders ADD COLUMN a int CHECK (a > 0)', 'AccessExclusive orders; scans orders; blocks orders'],
    ['ALTER TABLE orders ADD COLUMN a int UNIQUE', 'AccessExclusive orders; scans orders; blocks orders'],
    ['ALTER TABLE orders ADD COLUMN a int REFERENCES people', 'AccessExclusive orders, ShareRowExclusive people'],
    [
      'ALTER TABLE orders ADD COLUMN a int DEFAULT 1 REFERENCES people',
      'AccessExclusive orders, ShareRowExclusive people; scans orders, people; blocks orders, people',
    ],
    ['ALTER TABLE orders ADD COLUMN IF NOT EXISTS total int', 'AccessExclusive orders'],
    [
      'ALTER TABLE orders DROP COLUMN total CASCADE',
      'AccessExclusive orders, AccessExclusive sums, AccessExclusive totals',
    ],
    ['ALTER TABLE orders RENAME COLUMN note TO remark', 'AccessExclusive orders'],
    [
      'ALTER TABLE people ALTER email TYPE varchar(100)',
      'AccessExclusive people; rebuilds people_lower; scans people; blocks people',
    ],
    [
      'ALTER TABLE people ALTER email TYPE varchar(30)',
      'AccessExclusive people; rewrites people; rebuilds people_born, people_lower, people_name, people_pkey; scans people; blocks people',
    ],
    [
      'ALTER TABLE people ALTER email TYPE text',
      'AccessExclusive people; rebuilds people_lower; scans people; blocks people',
    ],
    ['ALTER TABLE people ALTER code TYPE text', 'AccessExclusive people; scans people; blocks people'],
    ['ALTER TABLE people ALTER code TYPE varchar(40)', 'AccessExclusive people; scans people; blocks people'],
    ['ALTER TABLE orders ALTER note TYPE text COLLATE "C"', 'AccessExclusive orders'],
    ['ALTER TABLE people ALTER n TYPE numeric(12,2)', 'AccessExclusive people'],
    [
      'ALTER TABLE people ALTER n TYPE numeric(12,4)',
      'AccessExclusive people; rewrites people; rebuilds people_born, people_lower, people_name, people_pkey; scans people; blocks people',
    ],
    ['ALTER TABLE people ALTER n TYPE numeric', 'AccessExclusive people'],
    [
      'ALTER TABLE orders ALTER id TYPE bigint',
      'AccessExclusive items, AccessExclusive orders; rewrites orders; rebuilds orders_pkey; scans items, orders; blocks items, orders',
    ],
    [
      'ALTER TABLE people ALTER born TYPE timestamptz',
      'AccessExclusive people; rebuilds people_born; scans people; blocks people',
    ],
    [
      "ALTER TABLE people ALTER born TYPE timestamptz USING born AT TIME ZONE 'UTC'",
      'AccessExclusive people; rewrites people; rebuilds people_born, people_lower, people_name, people_pkey; scans people; blocks people',
    ],
    ['ALTER TABLE people ALTER born3 TYPE timestamptz', 'AccessExclusive people'],
    ['ALTER TABLE people ALTER born3 TYPE timestamp', 'AccessExclusive people'],
    [
      'ALTER TABLE people ALTER feeling TYPE text',
      'AccessExclusive people; rewrites people; rebuilds people_born, people_lower, people_name, people_pkey; scans people; blocks people',
    ],
    [
      'ALTER TABLE people ALTER ref TYPE text',
      'AccessExclusive people; rewrites people; rebuilds people_born, people_lower, people_name, people_pkey; scans people; blocks people',
    ],
    ['ALTER TABLE orders ALTER note SET STATISTICS 100', 'ShareUpdateExclusive orders'],
    ['ALTER TABLE orders ALTER note SET STORAGE EXTERNAL', 'AccessExclusive orders'],
    ['ALTER TABLE orders ALTER note SET COMPRESSION pglz', 'AccessExclusive orders'],
    ['ALTER TABLE orders SET (fillfactor = 70)', 'ShareUpdateExclusive orders'],
    ['ALTER TABLE orders RESET (fillfactor)', 'ShareUpdateExclusive orders'],
    ['ALTER TABLE orders SET LOGGED', 'AccessExclusive orders'],
    ['ALTER TABLE orders REPLICA IDENTITY FULL', 'AccessExclusive orders'],
    ['ALTER TABLE orders ENABLE ROW LEVEL SECURITY', 'AccessExclusive orders'],
    ['ALTER TABLE orders OWNER TO CURRENT_USER', 'AccessExclusive orders'],
    ['ALTER TABLE orders RENAME TO purchases', 'AccessExclusive orders'],
    ['COMMENT ON TABLE orders IS $$x$$', 'ShareUpdateExclusive orders'],
    ["COMMENT ON COLUMN orders.total IS 'x'", 'ShareUpdateExclusive orders'],
    ['CREATE STATISTICS st ON person, total FROM orders', 'ShareUpdateExclusive orders'],
    ['CREATE TABLE copy AS SELECT * FROM orders', 'AccessShare orders; scans orders'],
    ['CREATE TABLE copy (LIKE orders INCLUDING ALL)', 'AccessShare orders'],
    ['CREATE TABLE IF NOT EXISTS orders (id int)', ''],
  ])('%s', async (sql, does) => {
    expect(await watch(sql)).toBe(does);
  });
});

onEachMajor([18], (watch) => {
  test.each<[sql: string, does: string]>([
    ['ALTER TABLE orders ADD COLUMN a int GENERATED ALWAYS AS (total + 1)', 'AccessExclusive orders'],
  ])('%s', async (sql, does) => {
    expect(await watch(sql)).toBe(does);
  });
});
