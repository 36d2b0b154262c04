import { listOf, numberOf, textOf } from '../../tree/plan-tree.ts';
import { shop } from '../examples/shop.ts';
import { figureOf, kilobytes } from '../figures.ts';
import { definePlanFinding } from '../plan-finding.ts';
import { memorySetting } from '../work-memory.ts';

export default definePlanFinding({
  id: 'disk-sort',
  from: 'execution',
  severity: 'warning',
  title: 'A sort goes to disk',
  why: 'The rows don’t fit into work_mem, so they are written to temporary files, sorted in parts and read again.',
  todo: 'Raise work_mem for this query, sort fewer or narrower rows, or give the order by an index.',
  over: ['temp-blocks', 'wide-rows'],
  bad: [
    { base: shop, sql: 'SELECT id, note FROM orders ORDER BY amount, id' },
    { base: shop, sql: "SET work_mem = '64kB'; SELECT id, amount FROM orders ORDER BY amount" },
  ],
  good: [
    { base: shop, sql: "SET work_mem = '64MB'; SELECT id, note FROM orders ORDER BY amount, id" },
    { base: shop, sql: 'SELECT id, note FROM orders ORDER BY amount, id LIMIT 50' },
    { base: shop, sql: 'SELECT id, note FROM orders ORDER BY id' },
  ],
  *check(view) {
    for (const node of view.plan.nodes) {
      const kB = numberOf(node, 'Sort Space Used');
      if (node.type !== 'Sort' || textOf(node, 'Sort Space Type') !== 'Disk' || kB === null) continue;
      const rows = (node.actual?.rows ?? 0) * (node.actual?.loops ?? 1);
      yield {
        message: `${figureOf(rows, 'row')} are sorted by ${listOf(node, 'Sort Key').join(', ')} with ${kilobytes(kB)} of temporary files, because work_mem is ${view.settings.work_mem ?? 'too small'}.`,
        node,
        evidence: { kilobytes: kB, rows },
        // in memory rows take about twice the room that they have in a file
        remedies: [
          {
            kind: 'run',
            description: 'For this query alone, in its transaction',
            sql: `SET LOCAL work_mem = '${memorySetting(kB * 2)}';`,
          },
        ],
      };
    }
  },
});
