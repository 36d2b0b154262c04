import { identifier } from '../../../catalog/identifier.ts';
import { indexesByTable } from '../../../rules/facts/indexes-of.ts';
import { conditionsOf, ownColumn, planExpression } from '../../tree/plan-expression.ts';
import { above, listOf, numberOf, type PlanNode, textOf } from '../../tree/plan-tree.ts';
import { shop } from '../examples/shop.ts';
import { figureOf } from '../figures.ts';
import { indexesFor } from '../index-keys.ts';
import { definePlanFinding, type PlanView } from '../plan-finding.ts';
import { readRows, relationName, scannedSize, shareAsked } from '../relation-of.ts';

export default definePlanFinding({
  id: 'limit-abort-early',
  from: 'plan',
  severity: 'warning',
  title: 'A LIMIT hopes to meet its rows soon',
  why: 'Rows are read in the order of an index until enough of them satisfy the condition. The planner takes them for evenly spread; where they are all at the other end, or too few, the whole index is read, row by row.',
  todo: 'Make an index on the columns of the condition, and behind them on those of the order.',
  bad: [
    { base: shop, sql: "SELECT id FROM orders WHERE status = 'open' ORDER BY placed_at LIMIT 10" },
    { base: shop, sql: 'SELECT id FROM orders WHERE customer_id = 4 ORDER BY id DESC LIMIT 1' },
    {
      base: shop,
      sql: "SELECT o.id, c.name FROM orders o JOIN customers c ON c.id = o.customer_id WHERE o.status = 'open' ORDER BY o.placed_at DESC LIMIT 5",
    },
  ],
  good: [
    { base: shop, sql: "SELECT id FROM orders WHERE status = 'paid' ORDER BY placed_at LIMIT 10" },
    { base: shop, sql: 'SELECT id FROM orders ORDER BY placed_at LIMIT 10' },
    {
      base: `${shop}CREATE INDEX ON orders (customer_id, placed_at);`,
      sql: 'SELECT id FROM orders WHERE customer_id = 4 ORDER BY placed_at LIMIT 1',
    },
    { base: shop, sql: "SELECT id FROM orders WHERE status = 'open' ORDER BY placed_at" },
  ],
  *check(view) {
    const { plan } = view;
    for (const node of plan.nodes) {
      if (!/^Index (?:Only )?Scan$/.test(node.type) || textOf(node, 'Filter') === null) continue;
      if (!above(plan, node).some(({ type }) => type === 'Limit') || node.cost === null) continue;
      const share = shareAsked(node, plan);
      if (share >= 0.9 || isNarrow(node, view)) continue;
      const name = relationName(node, view);
      const size = scannedSize(node, view);
      const read = readRows(node) ?? (size === null ? null : size.rows * share);
      if (size !== null && (size.pages < 100 || (node.rows ?? 0) > size.rows * 0.05)) continue;
      if (read === null || read < 200) continue;
      const order = orderOf(node, view);
      yield {
        message: `${name} is read in the order of ${node.index} until enough rows satisfy ${textOf(node, 'Filter')}: ${figureOf(read, 'row')} if they are evenly spread${size === null ? '' : `, up to ${figureOf(size.rows, 'row')} if not`}.`,
        node,
        objects: [name],
        evidence: { expected: Math.round(read), worst: size === null ? null : Math.round(size.rows) },
        remedies: indexesFor(node, view, conditionsOf(node, 'Filter'), order).map((index) => ({
          kind: 'indexes',
          indexes: [index],
        })),
      };
    }
  },
});

/** Whether the index leads to few rows before the filter looks at them. */
function isNarrow(node: PlanNode, view: PlanView): boolean {
  const conditions = conditionsOf(node, 'Index Cond');
  if (conditions.length === 0) return false;
  const size = view.sizes?.get(relationName(node, view));
  const cost = node.cost?.total ?? 0;
  return size === undefined || cost < size.pages / 2 || (numberOf(node, 'Rows Removed by Filter') ?? 0) < 200;
}

/** The keys of the index that gives the order, as far as the sort above asks for them. */
function orderOf(node: PlanNode, { catalog, plan }: PlanView): readonly string[] {
  const sort = above(plan, node).find(({ type }) => type === 'Incremental Sort');
  const sorted = sort === undefined ? [] : listOf(sort, 'Sort Key');
  const columns = sorted.flatMap((key) => ownColumn(planExpression(key) ?? undefined, node) ?? []);
  if (columns.length > 0) return columns.map(identifier);
  if (catalog === null || node.index === null) return [];
  const known = [...indexesByTable(catalog).values()].flat().find(({ name }) => name === node.index);
  return known?.keys ?? [];
}
