import { isNode, nodesOf } from '../../../rules/sql/nodes-of.ts';
import { outerOf } from '../../tree/plan-tree.ts';
import { shop } from '../examples/shop.ts';
import { figureOf } from '../figures.ts';
import { definePlanFinding, type PlanView } from '../plan-finding.ts';

export default definePlanFinding({
  id: 'large-offset',
  from: 'plan',
  severity: 'warning',
  title: 'A large OFFSET',
  why: 'The rows before the page are found one by one and thrown away: each page costs more than the one before it.',
  todo: 'Go on behind the last row of the page before: `WHERE (placed_at, id) > ($1, $2) ORDER BY placed_at, id LIMIT 20`.',
  bad: [
    { base: shop, sql: 'SELECT id FROM orders ORDER BY placed_at LIMIT 20 OFFSET 50000' },
    { base: shop, sql: 'SELECT id, note FROM orders ORDER BY id OFFSET 20000' },
    { base: shop, sql: 'SELECT * FROM (SELECT id FROM orders ORDER BY customer_id LIMIT 10 OFFSET 5000) AS page' },
  ],
  good: [
    { base: shop, sql: 'SELECT id FROM orders ORDER BY placed_at LIMIT 20 OFFSET 40' },
    { base: shop, sql: 'SELECT id FROM orders ORDER BY placed_at LIMIT 20 OFFSET 0' },
    { base: shop, sql: 'SELECT id FROM orders ORDER BY amount, id LIMIT 20000' },
    {
      base: shop,
      sql: "SELECT id FROM orders WHERE (placed_at, id) > ('2026-03-01', 9) ORDER BY placed_at, id LIMIT 20",
    },
  ],
  *check(view) {
    for (const node of view.plan.nodes) {
      const child = outerOf(node);
      if (node.type !== 'Limit' || child === null || !mayHaveOffset(view)) continue;
      const skipped = skippedRows(node, child);
      if (skipped < 1000) continue;
      yield { message: `${figureOf(skipped, 'row')} are read only to be skipped.`, node, evidence: { skipped } };
    }
  },
});

function mayHaveOffset({ query }: PlanView): boolean {
  if (query === null) return true;
  return [...nodesOf(query, 'SelectStmt')].some(({ SelectStmt: { limitOffset } }) => {
    return limitOffset !== undefined && !(isNode(limitOffset, 'A_Const') && limitOffset.A_Const.isnull === true);
  });
}

type Node = Parameters<typeof outerOf>[0];

/** EXPLAIN doesn't print OFFSET, but the cost of the first row holds that of those before it. */
function skippedRows(limit: Node, child: Node): number {
  if (limit.actual !== null && child.actual !== null) return child.actual.rows - limit.actual.rows;
  if (limit.cost === null || child.cost === null) return 0;
  const whole = child.cost.total - child.cost.startup;
  if (whole <= 0) return 0;
  return Math.round(((limit.cost.startup - child.cost.startup) / whole) * (child.rows ?? 0));
}
