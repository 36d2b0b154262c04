import { blocking, blocksItself, listed } from '../blocked.ts';
import { defineMigrationRule } from '../rule.ts';
import { keptFromReaders } from '../strong-locks.ts';

export default defineMigrationRule({
  id: 'create-partition-of',
  group: 'locks',
  severity: 'warning',
  title: 'A new partition locks its parent',
  why: 'CREATE TABLE … PARTITION OF takes ACCESS EXCLUSIVE on the parent, so that all of its readers wait; where there is a default partition, that is read from one end to the other, too.',
  todo: 'Create the table by itself (`LIKE … INCLUDING ALL`), then ATTACH PARTITION, which lets others read and write the parent.',
  bad: [
    {
      base: 'CREATE TABLE p (a int) PARTITION BY RANGE (a)',
      sql: 'CREATE TABLE c PARTITION OF p FOR VALUES FROM (1) TO (10)',
    },
    {
      base: 'CREATE SCHEMA s; CREATE TABLE s."P" (a int) PARTITION BY LIST (a); CREATE TABLE s.d PARTITION OF s."P" DEFAULT',
      sql: 'CREATE TABLE IF NOT EXISTS s.c PARTITION OF s."P" FOR VALUES IN (123456789)',
    },
  ],
  good: [
    {
      base: 'CREATE TABLE p (a int) PARTITION BY LIST (a)',
      sql: 'CREATE TABLE c (LIKE p INCLUDING ALL); ALTER TABLE p ATTACH PARTITION c FOR VALUES IN (1)',
    },
    { sql: 'CREATE TABLE p (a int) PARTITION BY LIST (a); CREATE TABLE c PARTITION OF p FOR VALUES IN (1)' },
    { base: 'CREATE TABLE p (a int)', sql: 'CREATE TABLE c () INHERITS (p)' },
  ],
  *check(view) {
    for (const step of view.steps) {
      const { tree, observation } = step;
      if (tree === null || !('CreateStmt' in tree) || tree.CreateStmt.partbound === undefined) continue;
      const tables = keptFromReaders(observation?.locks);
      const name = tree.CreateStmt.relation?.relname ?? '';
      if (observation === null || tables.length === 0) continue;
      if (blocksItself(step).length > 0) {
        const read = listed(observation.scans);
        yield blocking(
          step,
          view,
          `For ${name}, all of ${read} is read while nobody can read or write ${listed(tables)}.`,
        );
      } else {
        const message = `Nobody can read or write ${listed(tables)} from when ${name} is made until the transaction ends.`;
        yield { step, message, objects: tables, evidence: { ...observation } };
      }
    }
  },
});
