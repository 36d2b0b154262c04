import { expect, test } from 'vitest';
import { onEachMajor } from '../../../test/watched.ts';

onEachMajor([14, 18], (watch) => {
  test.each<[sql: string, does: string]>([
    [
      'ALTER TABLE loose ALTER a SET NOT NULL, DROP CONSTRAINT a_set',
      'AccessExclusive loose; scans loose; blocks loose',
    ],
    ['ALTER TABLE loose DROP CONSTRAINT a_set', 'AccessExclusive loose'],
    ['ALTER TABLE orders ADD CONSTRAINT c CHECK (total > 0)', 'AccessExclusive orders; scans orders; blocks orders'],
    ['ALTER TABLE orders ADD CONSTRAINT c CHECK (total > 0) NOT VALID', 'AccessExclusive orders'],
    [
      'ALTER TABLE loose ADD FOREIGN KEY (person) REFERENCES people',
      'ShareRowExclusive loose, ShareRowExclusive people; scans loose, people; blocks loose, people',
    ],
    [
      'ALTER TABLE loose ADD FOREIGN KEY (person) REFERENCES people NOT VALID',
      'ShareRowExclusive loose, ShareRowExclusive people',
    ],
    [
      'ALTER TABLE loose ADD CONSTRAINT f FOREIGN KEY (person) REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED',
      'ShareRowExclusive loose, ShareRowExclusive people; scans loose, people; blocks loose, people',
    ],
    ['ALTER TABLE orders DROP CONSTRAINT orders_person_fkey', 'AccessExclusive orders, AccessExclusive people'],
    ['ALTER TABLE orders ALTER CONSTRAINT orders_person_fkey DEFERRABLE', 'AccessExclusive orders'],
    ['ALTER TABLE orders RENAME CONSTRAINT orders_person_fkey TO f', 'AccessExclusive orders'],
    ['ALTER TABLE loose ADD UNIQUE (b)', 'AccessExclusive loose; scans loose; blocks loose'],
    ['ALTER TABLE loose ADD PRIMARY KEY (key)', 'AccessExclusive loose; scans loose; blocks loose'],
    ['ALTER TABLE loose ADD PRIMARY KEY (id)', 'AccessExclusive loose; scans loose; blocks loose'],
    ['ALTER TABLE loose ADD PRIMARY KEY USING INDEX loose_key', 'AccessExclusive loose'],
    ['ALTER TABLE loose ADD PRIMARY KEY USING INDEX loose_id', 'AccessExclusive loose; scans loose; blocks loose'],
    ['ALTER TABLE loose ADD CONSTRAINT u UNIQUE USING INDEX loose_id', 'AccessExclusive loose'],
    ['ALTER TABLE loose ADD EXCLUDE (b WITH =)', 'AccessExclusive loose; scans loose; blocks loose'],
    ['ALTER TABLE people DROP CONSTRAINT people_pkey CASCADE', 'AccessExclusive orders, AccessExclusive people'],
  ])('%s', async (sql, does) => {
    expect(await watch(sql)).toBe(does);
  });
});

onEachMajor([18], (watch) => {
  test.each<[sql: string, does: string]>([
    ['ALTER TABLE orders ADD CONSTRAINT nn NOT NULL total NOT VALID', 'AccessExclusive orders'],
    [
      'ALTER TABLE orders ALTER CONSTRAINT orders_person_fkey NOT ENFORCED',
      'AccessExclusive orders, AccessExclusive people',
    ],
  ])('%s', async (sql, does) => {
    expect(await watch(sql)).toBe(does);
  });
});
