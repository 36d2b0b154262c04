import { blocking, blocksItself } from '../blocked.ts';
import { defineMigrationRule } from '../rule.ts';
import { attachedPartitions } from '../sql/attached.ts';

export default defineMigrationRule({
  id: 'attach-builds-index',
  group: 'locks',
  severity: 'error',
  title: 'Attaching builds indexes',
  why: 'A partition needs every index that its parent has. Those that it lacks are built under ACCESS EXCLUSIVE: nobody reads or writes the table meanwhile.',
  todo: 'Create the same indexes on the table CONCURRENTLY before: ATTACH takes them over.',
  bad: [
    {
      base: 'CREATE TABLE p (a int, b int) PARTITION BY LIST (a); CREATE INDEX ON p (b); CREATE TABLE c (a int NOT NULL CHECK (a = 1), b int)',
      sql: 'ALTER TABLE p ATTACH PARTITION c FOR VALUES IN (1)',
    },
    {
      base: 'CREATE SCHEMA s; CREATE TABLE s."P" (a int PRIMARY KEY) PARTITION BY RANGE (a); CREATE TABLE s."C" (a int NOT NULL)',
      sql: 'ALTER TABLE s."P" ATTACH PARTITION s."C" FOR VALUES FROM (1) TO (10)',
    },
  ],
  good: [
    {
      base: 'CREATE TABLE p (a int, b int) PARTITION BY LIST (a); CREATE INDEX ON p (b); CREATE TABLE c (a int NOT NULL CHECK (a = 1), b int); CREATE INDEX x ON c (b)',
      sql: 'ALTER TABLE p ATTACH PARTITION c FOR VALUES IN (1)',
    },
    {
      base: 'CREATE TABLE p (a int PRIMARY KEY) PARTITION BY LIST (a); CREATE TABLE c (a int PRIMARY KEY CHECK (a = 1))',
      sql: 'ALTER TABLE p ATTACH PARTITION c FOR VALUES IN (1)',
    },
    {
      base: 'CREATE TABLE p (a int, b int) PARTITION BY LIST (a); CREATE INDEX ON p (b)',
      sql: 'CREATE TABLE c (a int, b int); ALTER TABLE p ATTACH PARTITION c FOR VALUES IN (1)',
    },
  ],
  *check(view) {
    for (const { step, parent, child, lacksIndexes } of attachedPartitions(view)) {
      if (child === null || !lacksIndexes || !step.observation?.scans.includes(child)) continue;
      if (blocksItself(step).length === 0) continue;
      yield blocking(
        step,
        view,
        `${child} lacks indexes that ${parent ?? 'its parent'} has: they are built while nobody can read or write it.`,
      );
    }
  },
});
