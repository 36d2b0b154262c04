import { blocking, blocksItself, listed } from '../blocked.ts';
import { defineMigrationRule } from '../rule.ts';
import { keptFromReaders } from '../strong-locks.ts';

export default defineMigrationRule({
  id: 'work-after-access-exclusive',
  group: 'locks',
  severity: 'error',
  title: 'Work while a lock from before is held',
  why: 'A transaction keeps its locks to its end. What a statement before it locked stays locked while this one works through a whole table, though it needs no such lock itself.',
  todo: 'Commit first: put what reads or writes many rows into a section of its own, `-- plumb:up`.',
  bad: [
    {
      base: 'CREATE TABLE t (id int PRIMARY KEY, a int)',
      sql: 'ALTER TABLE t ADD COLUMN b int; UPDATE t SET b = a WHERE b IS NULL',
    },
    {
      base: 'CREATE SCHEMA s; CREATE TABLE s."T" (a int); CREATE TABLE s.u (a int)',
      sql: 'BEGIN; ALTER TABLE s."T" RENAME COLUMN a TO b; DELETE FROM s.u WHERE a IS NULL; COMMIT;',
    },
    {
      base: 'CREATE TABLE t (a int); CREATE TABLE u (a int)',
      sql: 'LOCK TABLE t; INSERT INTO u SELECT a FROM t',
    },
    { base: 'CREATE TABLE t (a int); CREATE TABLE u (a int)', sql: 'DROP TABLE t; CREATE TABLE v AS SELECT a FROM u' },
  ],
  good: [
    {
      base: 'CREATE TABLE t (id int PRIMARY KEY, a int)',
      sql: '-- plumb:up\nALTER TABLE t ADD COLUMN b int;\n-- plumb:up\nUPDATE t SET b = a WHERE b IS NULL;',
    },
    { base: 'CREATE TABLE t (a int)', sql: 'UPDATE t SET a = 1 WHERE a = 2; ALTER TABLE t ADD b int' },
    { base: 'CREATE TABLE t (a int)', sql: 'ALTER TABLE t ADD b int; ALTER TABLE t ALTER b SET DEFAULT 1' },
    { base: 'CREATE TABLE t (a int)', sql: 'CREATE TABLE u (a int); INSERT INTO u SELECT a FROM t' },
  ],
  *check(view) {
    for (const step of view.steps) {
      const { observation } = step;
      if (observation === null || blocksItself(step).length > 0) continue;
      const held = keptFromReaders(observation.held);
      const { scans, rewrites, rebuilds } = observation;
      const work = [...new Set([...rewrites, ...rebuilds, ...scans])];
      if (held.length === 0 || work.length === 0) continue;
      const since = step.earlier.find((each) =>
        held.some((table) => each.observation?.locks[table] === 'AccessExclusiveLock'),
      );
      yield blocking(
        step,
        view,
        `While it goes through ${listed(work)}, nobody can read or write ${listed(held)}, locked${since === undefined ? ' before' : ` since line ${since.line}`}.`,
      );
    }
  },
});
