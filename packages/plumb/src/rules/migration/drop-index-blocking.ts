import { listed } from '../blocked.ts';
import { defineMigrationRule } from '../rule.ts';
import { isPartitioned } from '../sql/built-concurrently.ts';
import { outsideOfTransaction } from '../sql/sections.ts';
import { keptFromWriters } from '../strong-locks.ts';

export default defineMigrationRule({
  id: 'drop-index-blocking',
  group: 'locks',
  severity: 'warning',
  title: 'Readers wait for an index to go',
  why: 'DROP INDEX takes ACCESS EXCLUSIVE on the table. It is soon done, but first waits for every query that runs, and all that come meanwhile wait behind it.',
  todo: 'Drop it CONCURRENTLY, outside of a transaction: one index at a time, without CASCADE.',
  bad: [
    { base: 'CREATE TABLE t (a int); CREATE INDEX i ON t (a)', sql: 'DROP INDEX i' },
    {
      base: 'CREATE SCHEMA s; CREATE TABLE s.t (a int); CREATE INDEX "I" ON s.t (a)',
      sql: 'DROP INDEX IF EXISTS s."I" CASCADE',
    },
    {
      base: 'CREATE TABLE t (a int, b int); CREATE INDEX i ON t (a); CREATE INDEX j ON t (b)',
      sql: 'DROP INDEX i, j',
    },
  ],
  good: [
    { base: 'CREATE TABLE t (a int); CREATE INDEX i ON t (a)', sql: 'DROP INDEX CONCURRENTLY i' },
    { sql: 'CREATE TABLE t (a int); CREATE INDEX i ON t (a); DROP INDEX i' },
    { base: 'CREATE TABLE t (a int)', sql: 'DROP INDEX IF EXISTS nowhere' },
    { base: 'CREATE TABLE t (a int); CREATE INDEX i ON t (a)', sql: 'DROP TABLE t' },
  ],
  *check({ steps, before }) {
    for (const step of steps) {
      const { tree, observation } = step;
      if (tree === null || !('DropStmt' in tree) || tree.DropStmt.removeType !== 'OBJECT_INDEX') continue;
      const tables = keptFromWriters(observation?.locks);
      if (tree.DropStmt.concurrent || tables.length === 0) continue;
      const { objects = [], behavior } = tree.DropStmt;
      const written = step.sql.replace(/^drop\s+index\b/i, '$& CONCURRENTLY');
      const alone = objects.length === 1 && behavior !== 'DROP_CASCADE' && written !== step.sql;
      const partitioned = tables.some((name) => isPartitioned(before, name));
      const fix = {
        description: 'Drop it while others read and write, outside of a transaction.',
        sql: outsideOfTransaction(written),
      };
      yield {
        step,
        message: `Everyone who needs ${listed(tables)} waits until the index is gone, and it waits for all that run now.`,
        objects: tables,
        evidence: { ...observation },
        ...(alone && !partitioned ? { fix } : {}),
      };
    }
  },
});
