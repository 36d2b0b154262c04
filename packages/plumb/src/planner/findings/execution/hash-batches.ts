import { numberOf } from '../../tree/plan-tree.ts';
import { shop } from '../examples/shop.ts';
import { figure, kilobytes } from '../figures.ts';
import { definePlanFinding } from '../plan-finding.ts';
import { memorySetting } from '../work-memory.ts';

export default definePlanFinding({
  id: 'hash-batches',
  from: 'execution',
  severity: 'warning',
  title: 'A hash table doesn’t fit into memory',
  why: 'It is made in several batches: the rows of both sides of the join are written to temporary files and read again.',
  todo: 'Raise work_mem or hash_mem_multiplier for this query, or join fewer or narrower rows.',
  over: ['temp-blocks', 'wide-rows'],
  bad: [
    {
      base: shop,
      sql: "SET work_mem = '256kB'; SET max_parallel_workers_per_gather = 0; SELECT a.note FROM orders a JOIN orders b ON b.id = a.customer_id WHERE b.note <> a.code",
    },
    {
      base: shop,
      sql: "SET work_mem = '64kB'; SELECT o.id, c.email FROM orders o JOIN customers c ON c.id = o.customer_id",
    },
  ],
  good: [
    {
      base: shop,
      sql: "SET work_mem = '64MB'; SELECT o.id, c.email FROM orders o JOIN customers c ON c.id = o.customer_id",
    },
    { base: shop, sql: "SET work_mem = '64kB'; SELECT o.id FROM orders o JOIN labels l ON l.id = o.customer_id" },
  ],
  *check({ plan, settings }) {
    for (const node of plan.nodes) {
      const batches = numberOf(node, 'Hash Batches') ?? 1;
      if (batches <= 1) continue;
      const kB = (numberOf(node, 'Peak Memory Usage') ?? 0) * batches;
      yield {
        message: `The hash table is made in ${figure(batches)} batches of ${kilobytes(kB / batches)} each, because work_mem is ${settings.work_mem ?? 'too small'}.`,
        node,
        evidence: { batches, planned: numberOf(node, 'Original Hash Batches'), kilobytes: kB },
        remedies: [
          {
            kind: 'run',
            description: 'For this query alone, in its transaction',
            sql: `SET LOCAL work_mem = '${memorySetting(kB / 2)}';`,
          },
        ],
      };
    }
  },
});
