import { type Condition, conditionsOf, ownColumns } from '../../tree/plan-expression.ts';
import { above, innerOf, type PlanNode } from '../../tree/plan-tree.ts';
import { shop } from '../examples/shop.ts';
import { figureOf } from '../figures.ts';
import { indexesFor } from '../index-keys.ts';
import { definePlanFinding, type PlanView } from '../plan-finding.ts';
import { loopsOf, relationName, scannedSize } from '../relation-of.ts';

export default definePlanFinding({
  id: 'inner-seq-scan',
  from: 'plan',
  severity: 'warning',
  title: 'A table is read again for each row of another',
  why: 'A nested loop goes through the whole inner table for each row from outside: the work grows with the product of both.',
  todo: 'Make an index on the inner table’s columns of the join.',
  over: ['seq-scan-discards-rows', 'nested-loop-explosion', 'correlated-subplan'],
  bad: [
    {
      base: shop,
      sql: 'SELECT c.id, o.id FROM customers c CROSS JOIN LATERAL (SELECT id FROM orders o WHERE o.customer_id = c.id ORDER BY amount DESC LIMIT 1) o',
    },
    {
      base: shop,
      sql: 'SELECT l.id, s.total FROM labels l LEFT JOIN LATERAL (SELECT sum(amount) AS total FROM orders o WHERE o.customer_id = l.id) s ON true',
    },
    { base: shop, sql: 'SELECT l.id, o.id FROM labels l JOIN orders o ON o.amount BETWEEN l.ref AND l.ref + 1' },
  ],
  good: [
    {
      base: `${shop}CREATE INDEX ON orders (customer_id, amount);`,
      sql: 'SELECT c.id, o.id FROM customers c CROSS JOIN LATERAL (SELECT id FROM orders o WHERE o.customer_id = c.id ORDER BY amount DESC LIMIT 1) o',
    },
    { base: shop, sql: 'SELECT o.id, c.name FROM orders o JOIN customers c ON c.id = o.customer_id' },
    { base: shop, sql: 'SELECT o.id, l.name FROM orders o JOIN labels l ON l.id > o.amount WHERE o.id < 20' },
    {
      base: shop,
      sql: 'SELECT o.id FROM orders o CROSS JOIN (SELECT max(id) AS last FROM labels) l WHERE o.amount > 498',
    },
  ],
  *check(view) {
    const { plan } = view;
    for (const node of plan.nodes) {
      if (node.type !== 'Seq Scan') continue;
      const loop = loopAbove(node, view);
      if (loop === null) continue;
      const loops = loopsOf(loop.inner, plan);
      const rows = scannedSize(node, view)?.rows ?? node.rows ?? 0;
      if (loops < 10 || loops * rows < 1_000_000) continue;
      const name = relationName(node, view);
      const conditions = [...conditionsOf(node, 'Filter'), ...conditionsOf(loop.join, 'Join Filter')];
      const own = conditions.filter((condition) => joins(condition, node));
      const indexes = indexesFor(node, view, own);
      if (own.length === 0) continue;
      yield {
        message: `${name} is read ${figureOf(loops, 'time')}, ${figureOf(rows, 'row')} each time, to join it by ${own.map(({ text }) => text).join(' AND ')}.`,
        node,
        objects: [name],
        evidence: { loops: Math.round(loops), rows: Math.round(rows) },
        remedies: indexes.map((index) => ({ kind: 'indexes', indexes: [index] })),
      };
    }
  },
});

/** The nested loop whose inner side a node is in, where nothing in between reads it only once for all. */
function loopAbove(node: PlanNode, { plan }: PlanView): { readonly join: PlanNode; readonly inner: PlanNode } | null {
  let below = node;
  for (const parent of above(plan, node)) {
    if (parent.type === 'Nested Loop' && innerOf(parent) === below) return { join: parent, inner: below };
    if (/^(?:Hash|CTE Scan|Gather)/.test(parent.type) || below.relationship === 'InitPlan') return null;
    if (parent.type === 'Materialize' && parent.children[0] !== node) return null;
    if (/Join$/.test(parent.type) || parent.type === 'Append') return null;
    below = parent;
  }
  return null;
}

/** Whether a condition compares a column of the table with something of another. */
function joins({ tree, text }: Condition, node: PlanNode): boolean {
  const alias = node.relation?.alias ?? '';
  if (ownColumns(tree, node).length === 0) return false;
  return (text.match(/(?:[a-z_][\w$]*|"(?:[^"]|"")+")(?=\.)/gi) ?? []).some(
    (name) => name.replaceAll('"', '') !== alias,
  );
}
