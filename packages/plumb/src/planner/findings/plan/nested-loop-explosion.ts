import { below, innerOf, outerOf, type PlanNode, textOf } from '../../tree/plan-tree.ts';
import { shop } from '../examples/shop.ts';
import { figureOf } from '../figures.ts';
import { definePlanFinding } from '../plan-finding.ts';
import { shareAsked } from '../relation-of.ts';

export default definePlanFinding({
  id: 'nested-loop-explosion',
  from: 'plan',
  severity: 'warning',
  title: 'A nested loop goes through far too many pairs',
  why: 'Each row of one side meets each of the other. A condition that is missing, or one that no hash or index can serve, makes millions of pairs out of thousands of rows.',
  todo: 'Look whether a join condition is missing; join by `=` where that is meant, or narrow one side before.',
  bad: [
    { base: shop, sql: 'SELECT count(*) FROM orders o, customers c WHERE o.amount > 5' },
    { base: shop, sql: 'SELECT o.id, c.id FROM orders o JOIN customers c ON c.joined < o.placed_at::date' },
    { base: shop, sql: 'SELECT a.id FROM customers a JOIN customers b ON a.name <> b.name AND b.id > a.id' },
  ],
  good: [
    { base: shop, sql: 'SELECT count(*) FROM orders o JOIN customers c ON c.id = o.customer_id WHERE o.amount > 5' },
    { base: shop, sql: 'SELECT o.id, l.name FROM orders o CROSS JOIN labels l WHERE o.id < 50' },
    { base: shop, sql: 'SELECT o.id, c.name FROM orders o JOIN customers c ON c.id = o.customer_id WHERE o.id < 100' },
    { base: shop, sql: 'SELECT o.id, c.id FROM orders o CROSS JOIN customers c LIMIT 10' },
  ],
  *check(view) {
    const { plan } = view;
    for (const node of plan.nodes) {
      if (node.type !== 'Nested Loop') continue;
      const [outer, inner] = [outerOf(node), innerOf(node)];
      if (outer === null || inner === null) continue;
      const [few, many] = [outer.rows ?? 0, inner.rows ?? 0];
      const pairs = few * many * shareAsked(node, plan);
      const surprise = surpriseOf(outer);
      if (surprise !== null && isSearched(inner)) {
        yield {
          message: `The loop was expected to turn ${figureOf(few, 'time')}, and turned ${figureOf(surprise, 'time')}.`,
          node,
          evidence: { expected: few, turns: surprise },
        };
      } else if (pairs >= 5_000_000 && !isMatched(inner)) {
        const filter = textOf(node, 'Join Filter') ?? textOf(inner, 'Index Cond');
        yield {
          message: `${figureOf(pairs, 'pair')} of ${namesOf(outer)} and ${namesOf(inner)} are ${filter === null ? 'made: nothing joins them' : `looked at for ${filter}`}.`,
          node,
          evidence: { outer: few, inner: many, pairs: Math.round(pairs) },
        };
      }
    }
  },
});

/** How often a loop really turned, where that was far more often than expected. */
function surpriseOf({ actual, rows }: PlanNode): number | null {
  if (actual === null) return null;
  const turns = actual.rows * actual.loops;
  return actual.rows >= 1000 && actual.rows > 100 * Math.max(1, rows ?? 1) ? turns : null;
}

/** Whether the inner side is found anew by a value from outside, not gone through. */
function isSearched(inner: PlanNode): boolean {
  return [inner, ...below(inner)].some((node) => 'Index Cond' in node.facts || node.type === 'Memoize');
}

/** Whether the inner side is found by a value that it equals. */
function isMatched(inner: PlanNode): boolean {
  return [inner, ...below(inner)].some((node) => / = /.test(textOf(node, 'Index Cond') ?? ''));
}

function namesOf(node: PlanNode): string {
  const names = [node, ...below(node)].flatMap(({ relation }) => relation?.alias ?? []);
  return [...new Set(names)].join(', ') || node.type;
}
