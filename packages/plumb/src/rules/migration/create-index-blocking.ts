import { blocking, blocksItself, listed } from '../blocked.ts';
import { defineMigrationRule } from '../rule.ts';
import { written } from '../sql/alter-table.ts';
import { builtConcurrently } from '../sql/built-concurrently.ts';

export default defineMigrationRule({
  id: 'create-index-blocking',
  group: 'locks',
  severity: 'error',
  title: 'Writers wait for an index',
  why: 'CREATE INDEX holds SHARE on the table until it is built: nobody inserts, updates or deletes meanwhile.',
  todo: 'Build it CONCURRENTLY, outside of a transaction. On a partitioned table: `CREATE INDEX … ON ONLY` the parent, CONCURRENTLY on each partition, then `ALTER INDEX … ATTACH PARTITION`.',
  bad: [
    { base: 'CREATE TABLE t (id int, a int)', sql: 'CREATE INDEX t_a ON t (a)' },
    {
      base: 'CREATE SCHEMA s; CREATE TABLE s."T" (id int, b text)',
      sql: 'CREATE UNIQUE INDEX IF NOT EXISTS i ON s."T" USING btree (lower(b)) WHERE id > 0',
    },
    {
      base: 'CREATE TABLE p (a int) PARTITION BY LIST (a); CREATE TABLE c PARTITION OF p FOR VALUES IN (1)',
      sql: 'CREATE INDEX p_a ON p USING btree (a)',
    },
    { base: 'CREATE TABLE t (a int); CREATE MATERIALIZED VIEW m AS SELECT a FROM t', sql: 'CREATE INDEX ON m (a)' },
    { base: 'CREATE TABLE t (a int)', sql: 'ALTER TABLE t ADD COLUMN b int; CREATE INDEX ON t (b)' },
  ],
  good: [
    { base: 'CREATE TABLE t (a int)', sql: 'CREATE INDEX CONCURRENTLY t_a ON t (a)' },
    { sql: 'CREATE TABLE t (a int); CREATE INDEX ON t (a)' },
    { base: 'CREATE TABLE t (a int); CREATE INDEX t_a ON t (a)', sql: 'CREATE INDEX IF NOT EXISTS t_a ON t (a)' },
    {
      base: 'CREATE TABLE p (a int) PARTITION BY LIST (a); CREATE TABLE c PARTITION OF p FOR VALUES IN (1)',
      sql: 'CREATE INDEX p_a ON ONLY p (a)',
    },
    { base: 'CREATE TABLE t (a int)', sql: 'CREATE MATERIALIZED VIEW m AS SELECT a FROM t; CREATE INDEX ON m (a)' },
  ],
  *check(view) {
    for (const step of view.steps) {
      const { tree } = step;
      const blocks = blocksItself(step);
      if (tree === null || !('IndexStmt' in tree) || blocks.length === 0 || tree.IndexStmt.concurrent) continue;
      const { idxname = 'the index', relation = {} } = tree.IndexStmt;
      yield blocking(
        step,
        view,
        `Nobody can write to ${listed(blocks)} while ${idxname} is built on ${written(relation)}.`,
        builtConcurrently(step, relation, view.before),
      );
    }
  },
});
