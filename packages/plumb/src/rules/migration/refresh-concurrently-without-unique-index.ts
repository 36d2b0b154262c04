import { failedStep } from '../failed-step.ts';
import { defineMigrationRule } from '../rule.ts';
import { written } from '../sql/alter-table.ts';

export default defineMigrationRule({
  id: 'refresh-concurrently-without-unique-index',
  group: 'locks',
  severity: 'error',
  title: 'Nothing tells the rows of the view apart',
  why: 'PostgreSQL refuses to refresh CONCURRENTLY without a unique index on columns of the materialized view: one without WHERE and without expressions.',
  todo: 'Create one before: `CREATE UNIQUE INDEX CONCURRENTLY … ON …`.',
  bad: [
    {
      base: 'CREATE TABLE t (a int); CREATE MATERIALIZED VIEW m AS SELECT a FROM t',
      sql: 'REFRESH MATERIALIZED VIEW CONCURRENTLY m',
    },
    {
      base: 'CREATE SCHEMA s; CREATE TABLE s.t (a int); CREATE MATERIALIZED VIEW s."M" AS SELECT DISTINCT a FROM s.t; CREATE INDEX ON s."M" (a); CREATE UNIQUE INDEX ON s."M" ((a + 1))',
      sql: 'REFRESH MATERIALIZED VIEW CONCURRENTLY s."M"',
    },
    {
      base: 'CREATE TABLE t (a int)',
      sql: 'CREATE MATERIALIZED VIEW m AS SELECT a FROM t; REFRESH MATERIALIZED VIEW CONCURRENTLY m',
    },
  ],
  good: [
    {
      base: 'CREATE TABLE t (a int); CREATE MATERIALIZED VIEW m AS SELECT DISTINCT a FROM t; CREATE UNIQUE INDEX ON m (a)',
      sql: 'REFRESH MATERIALIZED VIEW CONCURRENTLY m',
    },
    {
      base: 'CREATE TABLE t (a int); CREATE MATERIALIZED VIEW m AS SELECT DISTINCT a FROM t',
      sql: 'CREATE UNIQUE INDEX ON m (a); REFRESH MATERIALIZED VIEW CONCURRENTLY m',
    },
    {
      base: 'CREATE TABLE t (a int); CREATE MATERIALIZED VIEW m AS SELECT a FROM t',
      sql: 'REFRESH MATERIALIZED VIEW m',
    },
  ],
  *check(view) {
    const failed = failedStep(view);
    const tree = failed?.step.tree ?? null;
    // 55000: an object isn't in the state that is asked for
    if (failed?.sqlstate !== '55000' || tree === null || !('RefreshMatViewStmt' in tree)) return;
    const { relation = {}, concurrent } = tree.RefreshMatViewStmt;
    if (!concurrent) return;
    const name = written(relation);
    yield {
      step: failed.step,
      message: `${name} has no unique index that tells its rows apart.`,
      objects: [name],
      evidence: { sqlstate: failed.sqlstate },
    };
  },
});
