import { expect, test } from 'vitest';
import { onEachMajor } from '../../../test/watched.ts';

onEachMajor([14, 18], (watch) => {
  test.each<[sql: string, does: string]>([
    ['CREATE TABLE kid (x int) INHERITS (parent)', 'ShareUpdateExclusive parent'],
    [
      "CREATE TABLE logs_3 PARTITION OF logs FOR VALUES FROM ('2022-01-01') TO ('2023-01-01')",
      'AccessExclusive logs, AccessExclusive logs_rest; scans logs_rest; blocks logs, logs_rest',
    ],
    [
      "ALTER TABLE logs ATTACH PARTITION plainlog FOR VALUES FROM ('2022-01-01') TO ('2023-01-01')",
      'ShareUpdateExclusive logs, AccessExclusive logs_rest, AccessExclusive plainlog; scans logs_rest, plainlog; blocks logs_rest, plainlog',
    ],
    [
      "ALTER TABLE logs ATTACH PARTITION checked FOR VALUES FROM ('2023-01-01') TO ('2024-01-01')",
      'AccessExclusive checked, ShareUpdateExclusive logs, AccessExclusive logs_rest; scans logs_rest; blocks checked, logs_rest',
    ],
    [
      'ALTER TABLE logs DETACH PARTITION logs_1',
      'AccessExclusive logs, AccessExclusive logs_1, AccessExclusive logs_rest',
    ],
    ['DROP TABLE logs_1', 'AccessExclusive logs, AccessExclusive logs_1, AccessExclusive logs_rest'],
    [
      'DROP TABLE logs',
      'AccessExclusive logs, AccessExclusive logs_1, AccessExclusive logs_2, AccessExclusive logs_rest',
    ],
    [
      'ALTER TABLE logs ADD COLUMN extra int',
      'AccessExclusive logs, AccessExclusive logs_1, AccessExclusive logs_2, AccessExclusive logs_rest',
    ],
    [
      'ALTER TABLE logs ALTER id TYPE bigint',
      'AccessExclusive logs, AccessExclusive logs_1, AccessExclusive logs_2, AccessExclusive logs_rest; rewrites logs_1, logs_2, logs_rest; scans logs_1, logs_2, logs_rest; blocks logs, logs_1, logs_2, logs_rest',
    ],
    [
      'ALTER TABLE logs ADD CHECK (id > 0)',
      'AccessExclusive logs, AccessExclusive logs_1, AccessExclusive logs_2, AccessExclusive logs_rest; scans logs_1, logs_2, logs_rest; blocks logs, logs_1, logs_2, logs_rest',
    ],
    [
      'CREATE INDEX ON logs (id)',
      'Share logs, Share logs_1, Share logs_2, Share logs_rest; scans logs_1, logs_2, logs_rest; blocks logs, logs_1, logs_2, logs_rest',
    ],
    ['ALTER TABLE parent ADD COLUMN x int', 'AccessExclusive child, AccessExclusive parent'],
    ['ALTER TABLE ONLY parent ALTER v SET STATISTICS 10', 'ShareUpdateExclusive parent'],
    [
      'ALTER TABLE parent ADD CHECK (v > 0)',
      'AccessExclusive child, AccessExclusive parent; scans child, parent; blocks child, parent',
    ],
    [
      'ALTER TABLE parent ALTER v SET NOT NULL',
      'AccessExclusive child, AccessExclusive parent; scans child, parent; blocks child, parent',
    ],
    ['ALTER TABLE child NO INHERIT parent', 'AccessExclusive child, AccessShare parent'],
    ['DROP TABLE child', 'AccessExclusive child'],
  ])('%s', async (sql, does) => {
    expect(await watch(sql)).toBe(does);
  });
});

onEachMajor([14], (watch) => {
  test.each<[sql: string, does: string]>([
    [
      'ALTER TABLE logs ADD PRIMARY KEY (id, at)',
      'AccessExclusive logs, Share logs_1, Share logs_2, Share logs_rest; scans logs_1, logs_2, logs_rest; blocks logs, logs_1, logs_2, logs_rest',
    ],
  ])('%s', async (sql, does) => {
    expect(await watch(sql)).toBe(does);
  });
});

onEachMajor([18], (watch) => {
  test.each<[sql: string, does: string]>([
    [
      'ALTER TABLE logs ADD PRIMARY KEY (id, at)',
      'AccessExclusive logs, AccessExclusive logs_1, AccessExclusive logs_2, AccessExclusive logs_rest; scans logs_1, logs_2, logs_rest; blocks logs, logs_1, logs_2, logs_rest',
    ],
  ])('%s', async (sql, does) => {
    expect(await watch(sql)).toBe(does);
  });
});
