import { isConstraint } from '../../catalog/kinds/constraint/constraint-facts.ts';
import { blocking, blocksItself } from '../blocked.ts';
import { defineMigrationRule } from '../rule.ts';
import { attachedPartitions } from '../sql/attached.ts';

export default defineMigrationRule({
  id: 'attach-partition-scan',
  group: 'locks',
  severity: 'error',
  title: 'Attaching reads the whole partition',
  why: 'PostgreSQL checks under ACCESS EXCLUSIVE that each of its rows belongs there: nobody reads or writes the table meanwhile.',
  todo: 'Add a CHECK of the same bounds NOT VALID, with `key IS NOT NULL`, and validate it in a transaction of its own. It proves it, and can be dropped afterwards.',
  bad: [
    {
      base: 'CREATE TABLE p (a int) PARTITION BY RANGE (a); CREATE TABLE c (a int)',
      sql: 'ALTER TABLE p ATTACH PARTITION c FOR VALUES FROM (1) TO (100)',
    },
    {
      base: `CREATE SCHEMA s; CREATE TABLE s."P" (k text, n int) PARTITION BY LIST (k); CREATE TABLE s."C" (k text CHECK (k = 'a'), n int)`,
      sql: `ALTER TABLE ONLY s."P" ATTACH PARTITION s."C" FOR VALUES IN ('a')`,
    },
    {
      base: 'CREATE TABLE p (a int NOT NULL) PARTITION BY HASH (a); CREATE TABLE c (a int NOT NULL)',
      sql: 'ALTER TABLE p ATTACH PARTITION c FOR VALUES WITH (MODULUS 2, REMAINDER 0)',
    },
  ],
  good: [
    {
      base: 'CREATE TABLE p (a int) PARTITION BY RANGE (a); CREATE TABLE c (a int, CHECK (a IS NOT NULL AND a >= 1 AND a < 100))',
      sql: 'ALTER TABLE p ATTACH PARTITION c FOR VALUES FROM (1) TO (100)',
    },
    {
      base: 'CREATE TABLE p (a int) PARTITION BY LIST (a); CREATE TABLE c (a int NOT NULL CHECK (a = 1))',
      sql: 'ALTER TABLE p ATTACH PARTITION c FOR VALUES IN (1)',
    },
    {
      base: 'CREATE TABLE p (a int) PARTITION BY LIST (a)',
      sql: 'CREATE TABLE c (a int); ALTER TABLE p ATTACH PARTITION c FOR VALUES IN (1)',
    },
  ],
  *check(view) {
    const checks = [...view.before.objects.values()].filter(isConstraint);
    for (const { step, child, lacksIndexes } of attachedPartitions(view)) {
      if (child === null || !step.observation?.scans.includes(child) || blocksItself(step).length === 0) continue;
      const proven = checks.some(
        ({ facts }) => facts.type === 'check' && facts.validated && `${facts.schema}.${facts.table}` === child,
      );
      // the scan is that of an index then
      if (lacksIndexes && proven) continue;
      yield blocking(step, view, `Every row of ${child} is checked while nobody can read or write it.`);
    }
  },
});
