import { listed, severityAtSize } from '../blocked.ts';
import { defineMigrationRule } from '../rule.ts';
import { keptFromWriters } from '../strong-locks.ts';

export default defineMigrationRule({
  id: 'cluster',
  group: 'locks',
  severity: 'error',
  title: 'CLUSTER writes the table anew',
  why: 'It holds ACCESS EXCLUSIVE while every row and every index is written anew: nobody reads or writes the table meanwhile, and the order is lost again as rows change.',
  todo: 'Use pg_repack or pg_squeeze, which keep others out only for a moment, or an index that holds what the queries read (INCLUDE).',
  bad: [
    { base: 'CREATE TABLE t (a int); CREATE INDEX i ON t (a)', sql: 'CLUSTER t USING i' },
    { base: 'CREATE SCHEMA s; CREATE TABLE s."T" (a int PRIMARY KEY)', sql: 'CLUSTER VERBOSE s."T" USING "T_pkey"' },
    { base: 'CREATE TABLE t (a int PRIMARY KEY); ALTER TABLE t CLUSTER ON t_pkey', sql: 'CLUSTER t' },
  ],
  good: [
    { base: 'CREATE TABLE t (a int PRIMARY KEY)', sql: 'ALTER TABLE t CLUSTER ON t_pkey' },
    { sql: 'CREATE TABLE t (a int PRIMARY KEY); CLUSTER t USING t_pkey' },
    { base: 'CREATE TABLE cluster (a int)', sql: 'ANALYZE cluster' },
  ],
  *check(view) {
    for (const step of view.steps) {
      const { tree, observation } = step;
      if (tree === null || !('ClusterStmt' in tree)) continue;
      const tables = keptFromWriters(observation?.locks);
      const named = tree.ClusterStmt.relation !== undefined;
      if (named && observation !== null && tables.length === 0) continue;
      yield {
        step,
        message: `${tables.length === 0 ? 'Every table that was clustered before' : listed(tables)} is written anew, and nobody can read or write it meanwhile.`,
        objects: tables,
        severity: severityAtSize(tables, view, 'error'),
        evidence: { ...observation, seconds: step.seconds },
      };
    }
  },
});
