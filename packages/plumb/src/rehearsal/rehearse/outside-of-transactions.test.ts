import { expect, test } from 'vitest';
import { onEachMajor } from '../../../test/rehearsed.ts';

onEachMajor([18], (rehearsed) => {
  test.each<[file: string, steps: readonly string[]]>([
    ['CREATE INDEX CONCURRENTLY ON orders (total)', ['ShareUpdateExclusive orders; scans orders']],
    ['CREATE UNIQUE INDEX CONCURRENTLY u ON orders (total)', ['ShareUpdateExclusive orders; scans orders']],
    ['DROP INDEX CONCURRENTLY people_name', ['ShareUpdateExclusive people']],
    ['REINDEX INDEX CONCURRENTLY people_name', ['ShareUpdateExclusive people; rebuilds people_name; scans people']],
    [
      'REINDEX TABLE CONCURRENTLY people',
      ['ShareUpdateExclusive people; rebuilds people_born, people_lower, people_name, people_pkey; scans people'],
    ],
    ['VACUUM orders', ['ShareUpdateExclusive orders']],
    [
      'VACUUM FULL orders',
      ['AccessExclusive orders; rewrites orders; rebuilds orders_pkey; scans orders; blocks orders'],
    ],
    ['VACUUM ANALYZE orders', ['ShareUpdateExclusive orders']],
    ['CALL work()', ['RowExclusive loose, RowExclusive orders; scans loose, orders']],
    [
      'DO $$ BEGIN INSERT INTO orders SELECT id + 1000, id FROM people; COMMIT; DELETE FROM raw; COMMIT; END $$',
      ['RowExclusive orders, RowShare people, RowExclusive raw; scans people, raw'],
    ],
  ])('%s', async (file, steps) => {
    expect(await rehearsed(file)).toEqual(steps);
  });

  // nobody can hold a materialized view so that VACUUM and REINDEX wait for it: its lock is seen by chance
  test('VACUUM locks one table after the other', async () => {
    const [did = ''] = await rehearsed('VACUUM');
    const tables =
      'checked child goods items logs logs_1 logs_2 logs_rest loose orders parent people plainlog raw'.split(' ');
    const known = did.replace(', ShareUpdateExclusive sums', '').replace(', ShareUpdateExclusive totals', '');
    expect(known).toBe(tables.map((table) => `ShareUpdateExclusive ${table}`).join(', '));
  });

  test('REINDEX SCHEMA locks one table after the other', async () => {
    const [did = ''] = await rehearsed('REINDEX SCHEMA public');
    for (const table of ['checked', 'goods', 'logs_1', 'orders', 'people', 'raw'])
      expect(did).toContain(`Share ${table}`);
    expect(did).toContain('rebuilds goods_pkey, items_pkey');
  });
});
