import { expect, test } from 'vitest';
import { onEachMajor } from '../../../test/rehearsed.ts';

const withoutRows = `
CREATE TABLE people (id int PRIMARY KEY CHECK (id > 1000));
CREATE TABLE orders (id int PRIMARY KEY, person int, total int);
CREATE TABLE logs (id int, at date, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE TABLE logs_1 PARTITION OF logs FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE moved (id int PRIMARY KEY) PARTITION BY RANGE (id);
CREATE TABLE moved_rest PARTITION OF moved DEFAULT;
CREATE TABLE old (id int);
CREATE TABLE refs (id int, log int, log_at date);
CREATE TABLE kinds (id int PRIMARY KEY);
CREATE TABLE things (id int PRIMARY KEY, kind int REFERENCES kinds);
CREATE TABLE old_things (id int, kind int);
`;

onEachMajor(
  [14, 18],
  (rehearsed) => {
    test.each<[file: string, steps: readonly string[]]>([
      ['UPDATE logs_1 SET id = id + 100', ['AccessShare logs, RowExclusive logs_1; scans logs_1']],
      [
        'ALTER TABLE orders ADD CONSTRAINT f FOREIGN KEY (person) REFERENCES people',
        [
          'ShareRowExclusive orders, ShareRowExclusive people; scans orders, people; blocks orders, people',
          'fails on rows: insert or update on table "orders" violates foreign key constraint "f"',
        ],
      ],
      [
        'ALTER TABLE refs ADD CONSTRAINT f FOREIGN KEY (log, log_at) REFERENCES logs',
        [
          'ShareRowExclusive logs, ShareRowExclusive logs_1, ShareRowExclusive refs; scans logs_1, refs; blocks logs, logs_1, refs',
          'fails on rows: insert or update on table "refs" violates foreign key constraint "f"',
        ],
      ],
      [
        'INSERT INTO things SELECT * FROM old_things',
        [
          'RowShare kinds, AccessShare old_things, RowExclusive things; scans old_things',
          'fails on rows: duplicate key value violates unique constraint "things_pkey"',
        ],
      ],
      [
        'INSERT INTO moved SELECT * FROM old',
        [
          'RowExclusive moved, RowExclusive moved_rest, AccessShare old; scans old',
          'fails on rows: duplicate key value violates unique constraint "moved_rest_pkey"',
        ],
      ],
    ])('%s', async (file, steps) => {
      expect(await rehearsed(file)).toEqual(steps);
    });
  },
  withoutRows,
);
