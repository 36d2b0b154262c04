import { numberOf, textOf } from '../../tree/plan-tree.ts';
import { shop } from '../examples/shop.ts';
import { figureOf } from '../figures.ts';
import { definePlanFinding } from '../plan-finding.ts';

export default definePlanFinding({
  id: 'join-filter-discards-rows',
  from: 'execution',
  severity: 'warning',
  title: 'A join makes many more pairs than it keeps',
  why: 'The part of the condition that finds pairs is wide, and the other part throws more than nine of ten away, one by one.',
  todo: 'Join by more of the columns with `=`, narrow one side before the join, or give the inner side an index on the other part.',
  over: ['nested-loop-explosion'],
  bad: [
    { base: shop, sql: 'SELECT o.id FROM orders o JOIN labels l ON l.id + o.customer_id = 77' },
    {
      base: shop,
      sql: 'SELECT a.id FROM customers a JOIN orders o ON o.amount = a.id % 50 AND length(a.name) > length(o.note)',
    },
  ],
  good: [
    { base: shop, sql: 'SELECT o.id FROM orders o JOIN customers c ON c.id = o.customer_id AND o.amount > 5' },
    { base: shop, sql: 'SELECT o.id FROM labels o JOIN labels l ON l.id + o.id = 77' },
    { base: shop, sql: 'SELECT o.id FROM orders o JOIN labels l ON l.id = o.customer_id' },
  ],
  *check({ plan }) {
    for (const node of plan.nodes) {
      const { actual } = node;
      const each = numberOf(node, 'Rows Removed by Join Filter') ?? 0;
      if (actual === null || each === 0) continue;
      const removed = each * actual.loops;
      const kept = actual.rows * actual.loops;
      if (removed < 50_000 || removed < kept * 10) continue;
      yield {
        message: `Of ${figureOf(removed + kept, 'pair')}, ${textOf(node, 'Join Filter') ?? 'the join'} keeps ${figureOf(kept, 'row')}.`,
        node,
        evidence: { removed, kept },
      };
    }
  },
});
