import { numberOf, textOf } from '../../tree/plan-tree.ts';
import { figureOf, percent } from '../figures.ts';
import { definePlanFinding } from '../plan-finding.ts';

const executed = (
  hits: number,
  misses: number,
  evictions: number,
): string => `Nested Loop  (cost=0.29..500.00 rows=60000 width=8) (actual time=0.010..90.000 rows=60000 loops=1)
  ->  Seq Scan on orders o  (cost=0.00..100.00 rows=60000 width=8) (actual time=0.010..9.000 rows=60000 loops=1)
  ->  Memoize  (cost=0.29..0.31 rows=1 width=4) (actual time=0.001..0.001 rows=1 loops=60000)
        Cache Key: o.customer_id
        Cache Mode: logical
        Hits: ${hits}  Misses: ${misses}  Evictions: ${evictions}  Overflows: 0  Memory Usage: 4097kB
        ->  Index Only Scan using customers_pkey on customers c  (cost=0.28..0.30 rows=1 width=4) (actual time=0.001..0.001 rows=1 loops=${misses})
              Index Cond: (id = o.customer_id)
              Heap Fetches: 0
Planning Time: 0.100 ms
Execution Time: 95.000 ms`;

export default definePlanFinding({
  id: 'memoize-thrash',
  from: 'execution',
  severity: 'info',
  title: 'What is remembered is hardly asked for again',
  why: 'Memoize keeps the rows that were found for a value. Where values seldom come again, or are thrown out before they do, it only costs.',
  todo: 'Raise work_mem for this query where entries are thrown out; raise n_distinct of the column, or switch enable_memoize off, where values don’t come again.',
  bad: [
    { base: '', sql: 'SELECT 1', plan: executed(100, 59_900, 51_000) },
    { base: '', sql: 'SELECT 1', plan: executed(20_000, 40_000, 30_000) },
  ],
  good: [
    { base: '', sql: 'SELECT 1', plan: executed(59_900, 100, 0) },
    { base: '', sql: 'SELECT 1', plan: executed(55_000, 5000, 1000) },
  ],
  *check({ plan }) {
    for (const node of plan.nodes) {
      if (node.type !== 'Memoize') continue;
      const [hits, misses] = [numberOf(node, 'Cache Hits') ?? 0, numberOf(node, 'Cache Misses') ?? 0];
      const evictions = numberOf(node, 'Cache Evictions') ?? 0;
      if (misses < 1000 || (hits > misses && evictions < hits) || hits > misses * 2) continue;
      yield {
        message: `${figureOf(hits + misses, 'value')} of ${textOf(node, 'Cache Key') ?? 'the key'} were asked for, and ${percent(hits / (hits + misses))} were remembered; ${figureOf(evictions, 'entry was', 'entries were')} thrown out.`,
        node,
        evidence: { hits, misses, evictions },
      };
    }
  },
});
