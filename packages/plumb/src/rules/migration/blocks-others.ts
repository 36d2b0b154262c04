import { blocking } from '../blocked.ts';
import { defineMigrationRule } from '../rule.ts';

export default defineMigrationRule({
  id: 'blocks-others',
  group: 'locks',
  fallback: true,
  severity: 'warning',
  title: 'The application waits',
  why: 'Requests that need the table wait until the statement is done, and all that come behind them wait, too.',
  todo: 'See whether there is a form that works without a strong lock, or do it in a transaction of its own where the tables are small.',
  bad: [
    {
      base: 'CREATE TABLE t (a int); CREATE TABLE u (a int)',
      sql: 'LOCK TABLE t IN SHARE MODE; SELECT count(*) FROM u',
    },
  ],
  good: [
    { base: 'CREATE TABLE t (a int)', sql: 'ALTER TABLE t ADD COLUMN b int' },
    { base: 'CREATE TABLE t (a int)', sql: 'UPDATE t SET a = 1' },
    { sql: 'CREATE TABLE t (a int); CREATE INDEX ON t (a)' },
    {
      base: 'CREATE TABLE t (a int); CREATE MATERIALIZED VIEW m AS SELECT DISTINCT a FROM t; CREATE UNIQUE INDEX ON m (a)',
      sql: 'REFRESH MATERIALIZED VIEW CONCURRENTLY m',
    },
  ],
  *check(view) {
    for (const step of view.steps) {
      const { blocks, observation, tree } = step;
      if (blocks.length === 0 || observation === null) continue;
      // its lock lets others read, and nobody writes to a materialized view
      if (tree !== null && 'RefreshMatViewStmt' in tree && tree.RefreshMatViewStmt.concurrent) continue;
      const { rewrites, rebuilds, scans } = observation;
      const work = [
        ...rewrites.map((table) => `rewrites ${table}`),
        ...rebuilds.map((index) => `builds ${index} anew`),
        ...scans.filter((table) => !rewrites.includes(table)).map((table) => `reads all of ${table}`),
      ];
      yield blocking(step, view, `While it ${work.join(' and ')}, others wait for ${blocks.join(', ')}.`);
    }
  },
});
