import { listOf, numberOf } from '../../tree/plan-tree.ts';
import { shop } from '../examples/shop.ts';
import { figure, kilobytes } from '../figures.ts';
import { definePlanFinding } from '../plan-finding.ts';
import { memorySetting } from '../work-memory.ts';

export default definePlanFinding({
  id: 'hash-aggregate-spill',
  from: 'execution',
  severity: 'warning',
  title: 'Groups don’t fit into memory',
  why: 'There are more groups than work_mem holds, so rows are put into temporary files and grouped in several passes.',
  todo: 'Raise work_mem or hash_mem_multiplier for this query, or group fewer rows.',
  over: ['temp-blocks'],
  bad: [
    {
      base: shop,
      sql: "SET work_mem = '64kB'; SET enable_sort = off; SELECT customer_id, sum(amount) FROM orders GROUP BY customer_id",
    },
    { base: shop, sql: "SET work_mem = '128kB'; SET enable_sort = off; SELECT DISTINCT code, status FROM orders" },
  ],
  good: [
    { base: shop, sql: 'SELECT customer_id, sum(amount) FROM orders GROUP BY customer_id' },
    { base: shop, sql: "SET work_mem = '64kB'; SELECT status, count(*) FROM orders GROUP BY status" },
  ],
  *check({ plan, settings }) {
    for (const node of plan.nodes) {
      const disk = numberOf(node, 'Disk Usage') ?? 0;
      const batches = numberOf(node, 'HashAgg Batches') ?? 0;
      if (node.type !== 'Aggregate' || (disk === 0 && batches <= 1)) continue;
      yield {
        message: `Grouping by ${listOf(node, 'Group Key').join(', ')} takes ${figure(batches)} batches and ${kilobytes(disk)} of temporary files, because work_mem is ${settings.work_mem ?? 'too small'}.`,
        node,
        evidence: { batches, kilobytes: disk },
        remedies: [
          {
            kind: 'run',
            description: 'For this query alone, in its transaction',
            sql: `SET LOCAL work_mem = '${memorySetting(disk + (numberOf(node, 'Peak Memory Usage') ?? 0))}';`,
          },
        ],
      };
    }
  },
});
