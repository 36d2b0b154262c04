import { isTable } from '../../catalog/kinds/table/table-facts.ts';
import { listed } from '../blocked.ts';
import { defineMigrationRule } from '../rule.ts';
import { alterations } from '../sql/alter-table.ts';
import { outsideOfTransaction } from '../sql/sections.ts';
import { seenName } from '../sql/seen-name.ts';
import { keptFromReaders } from '../strong-locks.ts';

export default defineMigrationRule({
  id: 'detach-blocking',
  group: 'locks',
  severity: 'warning',
  title: 'Detaching locks the parent',
  why: 'DETACH PARTITION takes ACCESS EXCLUSIVE on the partitioned table: it waits for every query that runs, and all that come meanwhile wait behind it.',
  todo: 'DETACH PARTITION … CONCURRENTLY, outside of a transaction. It is refused while there is a default partition.',
  bad: [
    {
      base: 'CREATE TABLE p (a int) PARTITION BY LIST (a); CREATE TABLE c PARTITION OF p FOR VALUES IN (1)',
      sql: 'ALTER TABLE p DETACH PARTITION c',
    },
    {
      base: 'CREATE SCHEMA s; CREATE TABLE s."P" (a int) PARTITION BY LIST (a); CREATE TABLE s."C" PARTITION OF s."P" FOR VALUES IN (1); CREATE TABLE s.d PARTITION OF s."P" DEFAULT',
      sql: 'ALTER TABLE IF EXISTS s."P" DETACH PARTITION s."C"',
    },
  ],
  good: [
    {
      base: 'CREATE TABLE p (a int) PARTITION BY LIST (a); CREATE TABLE c PARTITION OF p FOR VALUES IN (1)',
      sql: 'ALTER TABLE p DETACH PARTITION c CONCURRENTLY',
    },
    {
      sql: 'CREATE TABLE p (a int) PARTITION BY LIST (a); CREATE TABLE c PARTITION OF p FOR VALUES IN (1); ALTER TABLE p DETACH PARTITION c',
    },
    { base: 'CREATE TABLE p (a int); CREATE TABLE c () INHERITS (p)', sql: 'ALTER TABLE c NO INHERIT p' },
  ],
  *check({ steps, before, ...view }) {
    const tables = [...before.objects.values()].filter(isTable);
    for (const { step, relation, command } of alterations({ steps, before, ...view }, 'AT_DetachPartition')) {
      const { def } = command;
      const locked = keptFromReaders(step.observation?.locks);
      const parent = seenName(step.observation?.locks ?? {}, relation);
      if (def === undefined || !('PartitionCmd' in def) || def.PartitionCmd.concurrent) continue;
      if (parent === null || !locked.includes(parent)) continue;
      const others = locked.filter((table) => table !== parent);
      // it locks the default partition, too
      const hasDefault = others.length > 1 || tables.every(({ facts }) => facts.partitionOf === null);
      const fix = {
        description: 'Detach it while others read and write, outside of a transaction.',
        sql: outsideOfTransaction(`${step.sql} CONCURRENTLY`),
      };
      yield {
        step,
        message: `Nobody can read or write ${listed(locked)} until the transaction ends.`,
        objects: locked,
        evidence: { ...step.observation },
        ...(hasDefault ? {} : { fix }),
      };
    }
  },
});
