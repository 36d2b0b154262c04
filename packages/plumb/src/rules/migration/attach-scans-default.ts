import { blocking, blocksItself, listed } from '../blocked.ts';
import { defineMigrationRule } from '../rule.ts';
import { attachedPartitions } from '../sql/attached.ts';

export default defineMigrationRule({
  id: 'attach-scans-default',
  group: 'locks',
  severity: 'error',
  title: 'Attaching reads the default partition',
  why: 'Rows that belong into the new partition may lie in the default one: PostgreSQL reads all of it under ACCESS EXCLUSIVE, and nobody reads or writes it meanwhile.',
  todo: 'Add a CHECK to the default partition that it holds none of them, NOT VALID at first, and validate it in a transaction of its own. It proves it, and can be dropped afterwards.',
  bad: [
    {
      base: 'CREATE TABLE p (a int) PARTITION BY RANGE (a); CREATE TABLE d PARTITION OF p DEFAULT; CREATE TABLE c (a int, CHECK (a IS NOT NULL AND a >= 1000000 AND a < 1000001))',
      sql: 'ALTER TABLE p ATTACH PARTITION c FOR VALUES FROM (1000000) TO (1000001)',
    },
    {
      base: 'CREATE SCHEMA s; CREATE TABLE s."P" (a int) PARTITION BY LIST (a); CREATE TABLE s."D" PARTITION OF s."P" DEFAULT',
      sql: 'CREATE TABLE s.c (a int); ALTER TABLE s."P" ATTACH PARTITION s.c FOR VALUES IN (123456789)',
    },
  ],
  good: [
    {
      base: 'CREATE TABLE p (a int) PARTITION BY LIST (a); CREATE TABLE c (a int)',
      sql: 'ALTER TABLE p ATTACH PARTITION c FOR VALUES IN (1)',
    },
    {
      base: 'CREATE TABLE p (a int) PARTITION BY LIST (a); CREATE TABLE d PARTITION OF p DEFAULT; ALTER TABLE d ADD CHECK (a IS NULL OR a <> 7); CREATE TABLE c (a int)',
      sql: 'ALTER TABLE p ATTACH PARTITION c FOR VALUES IN (7)',
    },
    {
      sql: 'CREATE TABLE p (a int) PARTITION BY LIST (a); CREATE TABLE d PARTITION OF p DEFAULT; CREATE TABLE c (a int); ALTER TABLE p ATTACH PARTITION c FOR VALUES IN (1)',
    },
  ],
  *check(view) {
    for (const { step, child } of attachedPartitions(view)) {
      const others = (step.observation?.scans ?? []).filter((table) => table !== child);
      const read = others.filter((table) => blocksItself(step).includes(table));
      if (read.length === 0) continue;
      yield blocking(step, view, `Every row of ${listed(read)} is looked at while nobody can read or write it.`);
    }
  },
});
