import { expect, test } from 'vitest';
import { onEachMajor } from '../../../test/watched.ts';

onEachMajor([14, 18], (watch) => {
  test.each<[sql: string, does: string]>([
    [
      'REFRESH MATERIALIZED VIEW totals',
      'AccessShare orders, AccessExclusive totals; rewrites totals; scans orders; blocks totals',
    ],
    [
      'REFRESH MATERIALIZED VIEW CONCURRENTLY sums',
      'AccessShare orders, Exclusive sums; scans orders, sums; blocks sums',
    ],
    ['REFRESH MATERIALIZED VIEW totals WITH NO DATA', 'AccessExclusive totals; rewrites totals; blocks totals'],
    ['CREATE MATERIALIZED VIEW mv AS SELECT * FROM orders', 'AccessShare orders; scans orders'],
    ['CREATE VIEW v AS SELECT * FROM orders', 'AccessShare orders'],
    ['CREATE OR REPLACE VIEW names AS SELECT id, name, email FROM people', 'AccessExclusive names, AccessShare people'],
    ['DROP VIEW names', 'AccessExclusive names'],
    ['ALTER VIEW names RENAME TO nn', 'AccessExclusive names'],
    ['DROP MATERIALIZED VIEW totals', 'AccessExclusive totals'],
  ])('%s', async (sql, does) => {
    expect(await watch(sql)).toBe(does);
  });
});
