import { listed } from '../blocked.ts';
import { defineMigrationRule } from '../rule.ts';
import { setBefore } from '../set-before.ts';
import { keptFromWriters } from '../strong-locks.ts';

export default defineMigrationRule({
  id: 'lock-timeout-missing',
  group: 'locks',
  severity: 'warning',
  title: 'Nothing ends the wait for a lock',
  why: 'Where a long query holds the table, the statement waits for it, and everyone else waits behind the statement. `plumb up` sets lock_timeout itself and tries again; psql and most other tools don’t.',
  todo: "`SET lock_timeout = '3s'` before it, and try again when it fails.",
  // what plumb applies needs none
  optional: true,
  bad: [
    { base: 'CREATE TABLE t (a int)', sql: 'ALTER TABLE t ADD COLUMN b int' },
    { base: 'CREATE SCHEMA s; CREATE TABLE s."T" (a int)', sql: 'SET statement_timeout = 5000; DROP TABLE s."T"' },
    {
      base: 'CREATE TABLE t (a int)',
      sql: 'ALTER TABLE t ADD b int; SET lock_timeout = 1000; ALTER TABLE t ADD c int',
    },
    { base: 'CREATE TABLE t (a int)', sql: 'SET lock_timeout = 0; ALTER TABLE t ADD b int' },
  ],
  good: [
    { base: 'CREATE TABLE t (a int)', sql: "SET lock_timeout = '3s'; ALTER TABLE t ADD COLUMN b int" },
    { base: 'CREATE TABLE t (a int)', sql: 'BEGIN; SET LOCAL lock_timeout TO 2000; DROP TABLE t; COMMIT;' },
    { sql: 'CREATE TABLE t (a int); ALTER TABLE t ADD b int' },
    { base: 'CREATE TABLE t (a int)', sql: 'CREATE INDEX CONCURRENTLY ON t (a)' },
  ],
  *check(view) {
    const told = new Set<string>();
    for (const step of view.steps) {
      const tables = keptFromWriters(step.observation?.locks);
      if (tables.length === 0 || told.has(step.version)) continue;
      if (!/^0|^$/.test(setBefore(step, 'lock_timeout', view) ?? '')) continue;
      told.add(step.version);
      yield {
        step,
        message: `It waits for ${listed(tables)} as long as it takes, and everyone else waits behind it.`,
        objects: tables,
        fix: { description: 'Give up after three seconds.', sql: `SET lock_timeout = '3s';\n${step.sql};` },
      };
    }
  },
});
