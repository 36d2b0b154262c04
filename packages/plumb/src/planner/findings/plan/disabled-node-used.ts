import { nodeTitle, type PlanNode } from '../../tree/plan-tree.ts';
import { shop } from '../examples/shop.ts';
import { definePlanFinding } from '../plan-finding.ts';

export default definePlanFinding({
  id: 'disabled-node-used',
  from: 'plan',
  severity: 'warning',
  title: 'What is switched off is used all the same',
  why: 'A setting such as `enable_seqscan = off` only makes a way of reading or joining very expensive. Here there was no other: the setting gains nothing, and the costs are no longer to be compared.',
  todo: 'Set it on again, and give the planner the index that it lacks.',
  bad: [
    { base: shop, sql: "SET enable_seqscan = off; SELECT count(*) FROM orders WHERE note = 'x'" },
    { base: shop, sql: 'SET enable_sort = off; SELECT id FROM orders ORDER BY amount' },
    {
      base: shop,
      sql: 'SET enable_nestloop = off; SELECT o.id FROM orders o JOIN labels l ON l.id > o.amount',
    },
  ],
  good: [
    { base: shop, sql: 'SET enable_seqscan = off; SELECT status FROM orders WHERE id = 4' },
    { base: shop, sql: "SELECT count(*) FROM orders WHERE note = 'x'" },
    {
      base: shop,
      sql: 'SET enable_hashjoin = off; SELECT o.id FROM orders o JOIN customers c ON c.id = o.customer_id',
    },
  ],
  *check(view) {
    for (const node of view.plan.nodes) {
      if (!isDisabled(node)) continue;
      const off = Object.entries(view.settings).flatMap(([name, value]) =>
        name.startsWith('enable_') && value === 'off' ? [name] : [],
      );
      yield {
        message: `${nodeTitle(node)} is switched off${off.length === 0 ? '' : ` (${off.join(', ')})`}, and there is no other way.`,
        node,
        evidence: { settings: off },
        remedies: [{ kind: 'settings', settings: Object.fromEntries(off.map((name) => [name, 'on'])) }],
      };
    }
  },
});

/** Up to PostgreSQL 17 it is a cost of ten billion, which nodes above have in theirs. */
function isDisabled(node: PlanNode): boolean {
  if ('Disabled' in node.facts) return node.disabled && !node.children.some(({ disabled }) => disabled);
  const own = (node.cost?.total ?? 0) >= disableCost;
  return own && !node.children.some(({ cost }) => (cost?.total ?? 0) >= disableCost);
}

const disableCost = 1e10;
