import { expect, test } from 'vitest';
import { onEachMajor } from '../../../test/rehearsed.ts';

onEachMajor([18], (rehearsed) => {
  test.each<[file: string, steps: readonly string[]]>([
    [
      'REINDEX SCHEMA public',
      [
        'Share checked, Share child, Share goods, Share items, Share logs_1, Share logs_2, Share logs_rest, Share loose, Share orders, Share parent, Share people, Share plainlog, Share raw; rebuilds goods_pkey, items_pkey, loose_id, loose_key, orders_pkey, people_born, people_lower, people_name, people_pkey, sums_person; scans goods, items, loose, orders, people, sums; blocks checked, child, goods, items, logs_1, logs_2, logs_rest, loose, orders, parent, people, plainlog, raw',
      ],
    ],
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
    [
      'VACUUM',
      [
        'ShareUpdateExclusive checked, ShareUpdateExclusive child, ShareUpdateExclusive goods, ShareUpdateExclusive items, ShareUpdateExclusive logs, ShareUpdateExclusive logs_1, ShareUpdateExclusive logs_2, ShareUpdateExclusive logs_rest, ShareUpdateExclusive loose, ShareUpdateExclusive orders, ShareUpdateExclusive parent, ShareUpdateExclusive people, ShareUpdateExclusive plainlog, ShareUpdateExclusive raw',
      ],
    ],
    ['CALL work()', ['RowExclusive loose, RowExclusive orders; scans loose, orders']],
  ])('%s', async (file, steps) => {
    expect(await rehearsed(file)).toEqual(steps);
  });
});
