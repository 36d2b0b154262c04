import { numberOf } from '../../tree/plan-tree.ts';
import { shop } from '../examples/shop.ts';
import { figureOf, percent } from '../figures.ts';
import { definePlanFinding } from '../plan-finding.ts';

const executed = (
  hit: number,
  read: number,
): string => `Seq Scan on orders  (cost=0.00..30000.00 rows=1000 width=4) (actual time=0.010..900.000 rows=1000 loops=1)
  Filter: (amount >= '0'::numeric)
  Buffers: shared hit=${hit} read=${read}
Planning Time: 0.100 ms
Execution Time: 900.500 ms`;

export default definePlanFinding({
  id: 'cold-cache',
  from: 'execution',
  severity: 'info',
  title: 'Most pages came from disk',
  why: 'They were not in shared_buffers. The time that was measured is that of a cold cache; run again, it may be another. Where it is always so, the data that is in use is larger than the memory.',
  todo: 'Run it again to tell a cold cache from a small one; read fewer pages by an index, or raise shared_buffers.',
  bad: [
    { base: shop, sql: 'SELECT 1', plan: executed(100, 20_000) },
    { base: shop, sql: 'SELECT 1', plan: executed(0, 1500) },
  ],
  good: [
    { base: shop, sql: 'SELECT 1', plan: executed(20_000, 100) },
    { base: shop, sql: 'SELECT 1', plan: executed(3, 20) },
    { base: shop, sql: 'SELECT count(*) FROM labels' },
  ],
  *check({ plan }) {
    const read = numberOf(plan.root, 'Shared Read Blocks') ?? 0;
    const hit = numberOf(plan.root, 'Shared Hit Blocks') ?? 0;
    if (read < 1000 || read < hit) return;
    yield {
      message: `${figureOf(read, 'page')} of ${figureOf(read + hit, 'page')} were not in PostgreSQL’s memory: ${percent(read / (read + hit))}.`,
      node: plan.root,
      evidence: { read, hit },
    };
  },
});
