import { lostParts } from '../part-changes.ts';
import { partName } from '../part-name.ts';
import { defineMigrationRule } from '../rule.ts';

export default defineMigrationRule({
  id: 'drop-table',
  group: 'data',
  severity: 'error',
  title: 'A table and its rows are dropped',
  why: 'The rows are gone, and only a backup brings them back. Whatever still reads the table fails at once.',
  todo: 'See that nothing uses it any more, keep a copy, and drop it in a release of its own: `ALTER TABLE … RENAME TO …_dropped` first shows who does.',
  bad: [
    { base: 'CREATE TABLE orders (id int PRIMARY KEY)', sql: 'DROP TABLE orders' },
    {
      base: 'CREATE SCHEMA app; CREATE TABLE app."Order Lines" (id int); CREATE TABLE app.b (id int)',
      sql: 'DROP TABLE IF EXISTS app."Order Lines", app.b CASCADE',
    },
    {
      base: 'CREATE TABLE m (a int) PARTITION BY RANGE (a); CREATE TABLE m1 PARTITION OF m DEFAULT',
      sql: 'DROP TABLE m1',
    },
    { base: 'CREATE TABLE t (a int)', sql: "DO $$ BEGIN EXECUTE 'DROP TABLE ' || 't'; END $$" },
    { base: 'CREATE TABLE a (id int)', sql: 'ALTER TABLE a RENAME TO b; DROP TABLE b' },
  ],
  good: [
    { base: 'CREATE TABLE t (a int)', sql: 'DROP TABLE IF EXISTS nothing' },
    { sql: 'CREATE TABLE t (a int); DROP TABLE t' },
    { base: 'CREATE TABLE t (a int)', sql: 'CREATE TEMP TABLE t2 AS SELECT * FROM t; DROP TABLE t2' },
    { base: 'CREATE TABLE t (a int); CREATE VIEW v AS SELECT 1 AS a', sql: 'DROP VIEW v' },
    { base: 'CREATE TABLE t (a int); CREATE INDEX i ON t (a)', sql: 'DROP INDEX i' },
  ],
  *check({ steps }) {
    for (const step of steps) {
      const objects = lostParts(step, 'table').map(partName);
      if (objects.length === 0) continue;
      const rows = objects.length === 1 ? 'all its rows' : 'all their rows';
      yield { step, message: `${objects.join(', ')} and ${rows} are dropped.`, objects };
    }
  },
});
