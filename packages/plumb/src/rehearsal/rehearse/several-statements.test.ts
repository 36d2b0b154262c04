import { expect, test } from 'vitest';
import { onEachMajor } from '../../../test/rehearsed.ts';

onEachMajor([18], (rehearsed) => {
  test.each<[file: string, steps: readonly string[]]>([
    [
      `ALTER TABLE orders ADD CONSTRAINT nn CHECK (total IS NOT NULL) NOT VALID;
ALTER TABLE orders VALIDATE CONSTRAINT nn;
ALTER TABLE orders ALTER total SET NOT NULL;
ALTER TABLE orders DROP CONSTRAINT nn`,
      [
        'AccessExclusive orders',
        'ShareUpdateExclusive orders; scans orders; blocks orders',
        'AccessExclusive orders',
        'AccessExclusive orders',
      ],
    ],
    [
      `ALTER TABLE orders ADD CONSTRAINT nn NOT NULL total NOT VALID;
ALTER TABLE orders VALIDATE CONSTRAINT nn`,
      ['AccessExclusive orders', 'ShareUpdateExclusive orders; scans orders; blocks orders'],
    ],
    [
      `ALTER TABLE orders ADD CONSTRAINT nn NOT NULL total NOT VALID;
ALTER TABLE orders ALTER total SET NOT NULL`,
      ['AccessExclusive orders', 'AccessExclusive orders; scans orders; blocks orders'],
    ],
    [
      `SET timezone = 'UTC';
ALTER TABLE people ALTER born TYPE timestamptz`,
      ['', 'AccessExclusive people; rebuilds people_born; scans people; blocks people'],
    ],
    [
      `SET timezone = 'Europe/Berlin';
ALTER TABLE people ALTER born TYPE timestamptz`,
      [
        '',
        'AccessExclusive people; rewrites people; rebuilds people_born, people_lower, people_name, people_pkey; scans people; blocks people',
      ],
    ],
    [
      `SET LOCAL timezone = 'Europe/Berlin';
ALTER TABLE people ALTER born TYPE timestamptz`,
      [
        '',
        'AccessExclusive people; rewrites people; rebuilds people_born, people_lower, people_name, people_pkey; scans people; blocks people',
      ],
    ],
    [
      `ALTER TABLE orders RENAME TO purchases;
ALTER TABLE purchases ADD COLUMN x int;
CREATE INDEX ON purchases (total)`,
      ['AccessExclusive orders', 'AccessExclusive orders', 'Share orders; scans orders; blocks orders'],
    ],
    [
      `CREATE SCHEMA shop;
ALTER TABLE orders SET SCHEMA shop;
ALTER TABLE shop.orders ALTER total SET NOT NULL`,
      ['', 'AccessExclusive orders', 'AccessExclusive orders; scans orders; blocks orders'],
    ],
    [
      `ALTER TABLE orders ADD CONSTRAINT c CHECK (total > 0) NOT VALID;
ALTER TABLE orders VALIDATE CONSTRAINT c`,
      ['AccessExclusive orders', 'ShareUpdateExclusive orders; scans orders; blocks orders'],
    ],
    [
      `ALTER TABLE loose ADD CONSTRAINT f FOREIGN KEY (person) REFERENCES people NOT VALID;
ALTER TABLE loose VALIDATE CONSTRAINT f`,
      [
        'ShareRowExclusive loose, ShareRowExclusive people',
        'ShareUpdateExclusive loose, RowShare people; scans loose, people; blocks loose, people',
      ],
    ],
    [
      `ALTER TABLE orders ALTER CONSTRAINT orders_person_fkey NOT ENFORCED;
ALTER TABLE orders ALTER CONSTRAINT orders_person_fkey ENFORCED`,
      [
        'AccessExclusive orders, AccessExclusive people',
        'AccessExclusive orders, ShareRowExclusive people; scans orders, people; blocks orders, people',
      ],
    ],
    [
      `CREATE TABLE fresh (id int PRIMARY KEY, person int REFERENCES people);
ALTER TABLE fresh ADD COLUMN x int;
CREATE INDEX ON fresh (x)`,
      ['ShareRowExclusive people', '', ''],
    ],
    [
      `CREATE TABLE fresh (id int PRIMARY KEY);
ALTER TABLE fresh ADD person int;
ALTER TABLE fresh ADD FOREIGN KEY (person) REFERENCES people`,
      ['', '', 'ShareRowExclusive people'],
    ],
    [
      `ALTER TABLE logs_rest ADD CONSTRAINT no22 CHECK (at < '2022-01-01' OR at >= '2023-01-01') NOT VALID;
ALTER TABLE logs_rest VALIDATE CONSTRAINT no22;
ALTER TABLE logs ATTACH PARTITION plainlog FOR VALUES FROM ('2022-01-01') TO ('2023-01-01')`,
      [
        'AccessExclusive logs_rest',
        'ShareUpdateExclusive logs_rest; scans logs_rest; blocks logs_rest',
        'ShareUpdateExclusive logs, AccessExclusive logs_rest, AccessExclusive plainlog; scans plainlog; blocks logs_rest, plainlog',
      ],
    ],
    [
      `CREATE INDEX logs_id ON ONLY logs (id);
CREATE INDEX logs_1_id ON logs_1 (id);
ALTER INDEX logs_id ATTACH PARTITION logs_1_id`,
      ['Share logs', 'Share logs_1; scans logs_1; blocks logs, logs_1', 'AccessShare logs, AccessShare logs_1'],
    ],
    [
      `CREATE TABLE other (id int, v int, w int);
ALTER TABLE other INHERIT parent`,
      ['', 'ShareUpdateExclusive parent'],
    ],
    [
      `ALTER DOMAIN positive ADD CONSTRAINT small CHECK (VALUE < 1000) NOT VALID;
ALTER DOMAIN positive VALIDATE CONSTRAINT small`,
      ['', 'Share goods; scans goods; blocks goods'],
    ],
    [
      `ALTER TYPE mood ADD VALUE 'happy';
ALTER TABLE orders ADD COLUMN x int`,
      ['', 'AccessExclusive orders'],
    ],
    [
      `LOCK TABLE orders IN SHARE MODE;
UPDATE loose SET b = 1`,
      ['Share orders', 'RowExclusive loose; scans loose; blocks orders'],
    ],
    [
      `ALTER TABLE orders ADD COLUMN x int;
ALTER TABLE orders ADD COLUMN y int;
UPDATE orders SET x = 1;
CREATE INDEX ON people (email)`,
      [
        'AccessExclusive orders',
        'AccessExclusive orders',
        'RowExclusive orders; scans orders; blocks orders',
        'Share people; scans people; blocks orders, people',
      ],
    ],
    [
      `ALTER TABLE orders ADD COLUMN x int;
SAVEPOINT s;
ALTER TABLE loose ADD COLUMN x int;
ROLLBACK TO SAVEPOINT s;
ALTER TABLE loose ALTER b SET NOT NULL;
UPDATE orders SET total = 1`,
      [
        'AccessExclusive orders',
        '',
        'AccessExclusive loose',
        '',
        'AccessExclusive loose; scans loose; blocks loose, orders',
        'RowExclusive orders; scans orders; blocks loose, orders',
      ],
    ],
    [
      `BEGIN;
ALTER TABLE orders ADD COLUMN x int;
COMMIT;
BEGIN;
ALTER TABLE orders ALTER total SET NOT NULL;
COMMIT;`,
      ['AccessExclusive orders', 'AccessExclusive orders; scans orders; blocks orders'],
    ],
    [
      `SET lock_timeout = '2s';
SET statement_timeout = '5s';
ALTER TABLE orders ADD COLUMN x int`,
      ['', '', 'AccessExclusive orders'],
    ],
    [
      `SET LOCAL lock_timeout = '2s';
ALTER TABLE orders ADD COLUMN x int;
RESET lock_timeout`,
      ['', 'AccessExclusive orders', ''],
    ],
    [
      `CREATE SCHEMA s;
SET LOCAL search_path = s;
CREATE TABLE orders (id int);
ALTER TABLE orders ADD COLUMN x int;
ALTER TABLE public.orders ADD COLUMN x int`,
      ['', '', '', '', 'AccessExclusive orders'],
    ],
    [
      `CREATE SCHEMA s;
SET search_path = s, public;
CREATE TABLE extra (id int);
ALTER TABLE orders ADD COLUMN x int`,
      ['', '', '', 'AccessExclusive orders'],
    ],
    [
      `SELECT set_config('search_path', 'public', true);
ALTER TABLE orders ADD COLUMN x int`,
      ['', 'AccessExclusive orders'],
    ],
    [
      `CREATE TEMP TABLE t ON COMMIT DROP AS SELECT id FROM orders;
UPDATE orders SET total = 1 WHERE id IN (SELECT id FROM t);
ALTER TABLE loose ADD COLUMN x int`,
      ['AccessShare orders; scans orders', 'RowExclusive orders; scans orders', 'AccessExclusive loose'],
    ],
    [
      `CREATE TABLE orders_new (LIKE orders INCLUDING ALL);
INSERT INTO orders_new SELECT * FROM orders;
ALTER TABLE orders RENAME TO orders_old;
ALTER TABLE orders_new RENAME TO orders;
ALTER TABLE orders ADD COLUMN z int;
DROP TABLE orders_old CASCADE`,
      [
        'AccessShare orders',
        'AccessShare orders; scans orders',
        'AccessExclusive orders',
        '',
        '',
        'AccessExclusive items, AccessExclusive orders, AccessExclusive people, AccessExclusive sums, AccessExclusive totals',
      ],
    ],
    [
      `DROP TABLE loose;
CREATE TABLE loose (id int);
CREATE INDEX ON loose (id)`,
      ['AccessExclusive loose', '', ''],
    ],
    [
      `SET session_replication_role = replica;
INSERT INTO orders VALUES (5000, 1, 1, 'x');
SET session_replication_role = DEFAULT`,
      ['', 'RowExclusive orders', ''],
    ],
  ])('%s', async (file, steps) => {
    expect(await rehearsed(file)).toEqual(steps);
  });
});
