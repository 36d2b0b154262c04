import { expect, test } from 'vitest';
import { onEachMajor } from '../../../test/watched.ts';

onEachMajor([14, 18], (watch) => {
  test.each<[sql: string, does: string]>([
    ['ALTER TABLE orders CLUSTER ON orders_pkey', 'ShareUpdateExclusive orders'],
    ['CREATE INDEX ON orders (total)', 'Share orders; scans orders; blocks orders'],
    ['CREATE UNIQUE INDEX ON orders (total)', 'Share orders; scans orders; blocks orders'],
    ['CREATE INDEX IF NOT EXISTS people_name ON people (name)', 'Share people'],
    ['DROP INDEX people_name', 'AccessExclusive people'],
    ['DROP INDEX IF EXISTS nothing_here', ''],
    ['ALTER INDEX people_name RENAME TO p_name', ''],
    ['ALTER INDEX people_name SET (fillfactor = 50)', ''],
    ['REINDEX INDEX people_name', 'Share people; rebuilds people_name; scans people; blocks people'],
    [
      'REINDEX TABLE people',
      'Share people; rebuilds people_born, people_lower, people_name, people_pkey; scans people; blocks people',
    ],
    [
      'CLUSTER orders USING orders_pkey',
      'AccessExclusive orders; rewrites orders; rebuilds orders_pkey; scans orders; blocks orders',
    ],
    ['ANALYZE orders', 'ShareUpdateExclusive orders'],
    [
      'ANALYZE',
      'ShareUpdateExclusive checked, ShareUpdateExclusive child, ShareUpdateExclusive goods, ShareUpdateExclusive items, ShareUpdateExclusive logs, ShareUpdateExclusive logs_1, ShareUpdateExclusive logs_2, ShareUpdateExclusive logs_rest, ShareUpdateExclusive loose, ShareUpdateExclusive orders, ShareUpdateExclusive parent, ShareUpdateExclusive people, ShareUpdateExclusive plainlog, ShareUpdateExclusive raw, ShareUpdateExclusive sums, ShareUpdateExclusive totals',
    ],
    ['CREATE UNIQUE INDEX ON totals (person)', 'Share totals; scans totals; blocks totals'],
  ])('%s', async (sql, does) => {
    expect(await watch(sql)).toBe(does);
  });
});
