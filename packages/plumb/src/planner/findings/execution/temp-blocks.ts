import { numberOf, type PlanNode } from '../../tree/plan-tree.ts';
import { shop } from '../examples/shop.ts';
import { kilobytes } from '../figures.ts';
import { definePlanFinding } from '../plan-finding.ts';

export default definePlanFinding({
  id: 'temp-blocks',
  from: 'execution',
  severity: 'info',
  title: 'Temporary files are written',
  why: 'What a node keeps doesn’t fit into memory: it is written to disk and read again.',
  todo: 'Keep fewer or narrower rows, or raise work_mem for this query.',
  bad: [
    {
      base: shop,
      sql: "SET work_mem = '64kB'; WITH o AS MATERIALIZED (SELECT id, note FROM orders) SELECT count(*), max(note) FROM o",
    },
    { base: shop, sql: "SET work_mem = '64kB'; SELECT id, count(*) OVER () FROM orders" },
  ],
  good: [
    {
      base: shop,
      sql: "SET work_mem = '64MB'; WITH o AS MATERIALIZED (SELECT id, note FROM orders) SELECT count(*), max(note) FROM o",
    },
    { base: shop, sql: 'SELECT count(*) FROM orders' },
  ],
  *check({ plan }) {
    for (const node of plan.nodes) {
      const own = written(node) - node.children.reduce((sum, child) => sum + written(child), 0);
      const kB = own * 8;
      if (kB < 256) continue;
      yield { message: `${kilobytes(kB)} of temporary files are written.`, node, evidence: { blocks: own } };
    }
  },
});

/** With those below it. */
function written(node: PlanNode): number {
  return numberOf(node, 'Temp Written Blocks') ?? 0;
}
