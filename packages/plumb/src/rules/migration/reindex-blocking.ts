import { blocking, blocksItself, listed } from '../blocked.ts';
import { defineMigrationRule } from '../rule.ts';
import { outsideOfTransaction } from '../sql/sections.ts';

export default defineMigrationRule({
  id: 'reindex-blocking',
  group: 'locks',
  severity: 'error',
  title: 'Everyone waits for REINDEX',
  why: 'Nobody writes to the table while its indexes are built, and queries wait as soon as they look at one of them, which planning does.',
  todo: 'REINDEX … CONCURRENTLY builds new ones beside the old, outside of a transaction.',
  bad: [
    { base: 'CREATE TABLE t (a int); CREATE INDEX i ON t (a)', sql: 'REINDEX INDEX i' },
    { base: 'CREATE SCHEMA s; CREATE TABLE s."T" (a int PRIMARY KEY)', sql: 'REINDEX TABLE s."T"' },
    { base: 'CREATE SCHEMA s; CREATE TABLE s.t (a int PRIMARY KEY)', sql: 'REINDEX SCHEMA s' },
    { base: 'CREATE TABLE t (a int PRIMARY KEY)', sql: 'REINDEX (VERBOSE) TABLE t' },
  ],
  good: [
    { base: 'CREATE TABLE t (a int); CREATE INDEX i ON t (a)', sql: 'REINDEX INDEX CONCURRENTLY i' },
    { base: 'CREATE TABLE t (a int PRIMARY KEY)', sql: 'REINDEX (CONCURRENTLY) TABLE t' },
    { sql: 'CREATE TABLE t (a int PRIMARY KEY); REINDEX TABLE t' },
  ],
  *check(view) {
    for (const step of view.steps) {
      const { tree, observation } = step;
      const blocks = blocksItself(step);
      if (tree === null || !('ReindexStmt' in tree) || blocks.length === 0) continue;
      if (isConcurrent(tree.ReindexStmt.params)) continue;
      const written = step.sql.replace(
        /^reindex\s+(?:\([^)]*\)\s*)?(?:index|table|schema|database)\b/i,
        '$& CONCURRENTLY',
      );
      const fix = {
        description: 'Build new indexes beside the old, outside of a transaction.',
        sql: outsideOfTransaction(written),
      };
      yield blocking(
        step,
        view,
        `Others wait for ${listed(blocks)} while ${listed(observation?.rebuilds ?? [])} is built anew.`,
        written === step.sql ? {} : { fix },
      );
    }
  },
});

function isConcurrent(params: readonly unknown[] | undefined): boolean {
  return JSON.stringify(params ?? []).includes('"defname":"concurrently"');
}
