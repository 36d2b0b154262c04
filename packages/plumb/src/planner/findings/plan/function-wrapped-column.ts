import type { Node } from 'libpg-query';
import { comparisonOf } from '../../../rules/sql/comparisons.ts';
import { isNode, namesIn } from '../../../rules/sql/nodes-of.ts';
import { conditionsOf, isForeign, ownColumn, ownColumns } from '../../tree/plan-expression.ts';
import type { PlanNode } from '../../tree/plan-tree.ts';
import { hasDateCast, withoutDateCast } from '../date-rewrite.ts';
import { shop } from '../examples/shop.ts';
import { isCast } from '../hidden-column.ts';
import { indexesFor } from '../index-keys.ts';
import { definePlanFinding, type PlanView, type Remedy } from '../plan-finding.ts';
import { relationName, scannedSize, tableOf } from '../relation-of.ts';

export default definePlanFinding({
  id: 'function-wrapped-column',
  from: 'plan',
  severity: 'warning',
  title: 'The condition hides its column in an expression',
  why: 'An index holds the column’s values, not those of the expression: every row is read, and computed.',
  todo: 'Compare the column itself, as a range where it is a time, or make an index on the expression.',
  over: ['seq-scan-discards-rows', 'parallel-refused'],
  bad: [
    { base: shop, sql: "SELECT id FROM orders WHERE lower(code) = 'c000042'" },
    { base: shop, sql: "SELECT id FROM orders WHERE placed_at::date = '2026-02-01'" },
    { base: shop, sql: "SELECT id FROM orders WHERE details ->> 'kind' = '7'" },
    { base: shop, sql: 'SELECT o.id FROM orders o WHERE o.customer_id + 1 = 43 AND o.amount > 3' },
    { base: shop, sql: "SELECT count(*) FROM orders WHERE date(placed_at) = '2026-02-01'" },
    { base: shop, sql: 'SELECT max(amount) FROM orders o WHERE extract(year from o.placed_at) = 2027' },
    { base: shop, sql: "SELECT id FROM orders WHERE date_trunc('week', placed_at) = '2026-02-02'" },
  ],
  good: [
    { base: shop, sql: "SELECT id FROM orders WHERE code = lower('C000042')" },
    {
      base: `${shop}CREATE INDEX ON orders (lower(code)); ANALYZE orders;`,
      sql: "SELECT id FROM orders WHERE lower(code) = 'c000042'",
    },
    { base: shop, sql: "SELECT id FROM labels WHERE upper(name) = 'LABEL 5'" },
    { base: shop, sql: "SELECT id FROM orders WHERE id = 5 AND lower(code) = 'c000042'" },
    { base: shop, sql: "SELECT id, lower(code) FROM orders WHERE status = 'paid'" },
    { base: shop, sql: 'SELECT id FROM orders WHERE length(note) > 5' },
  ],
  *check(view) {
    for (const node of view.plan.nodes) {
      if (!/Seq Scan|Bitmap Heap Scan|Index.* Scan$/.test(node.type)) continue;
      const size = scannedSize(node, view);
      if (size !== null && size.pages < 100) continue;
      for (const condition of conditionsOf(node, 'Filter')) {
        const hidden = hiddenColumn(condition.tree, node);
        if (hidden === null) continue;
        const name = relationName(node, view);
        const rewritten = view.sql !== null && hasDateCast(condition.text) ? withoutDateCast(view.sql) : null;
        const indexes = indexesFor(node, view, [condition]).map(
          (index): Remedy => ({ kind: 'indexes', indexes: [index] }),
        );
        const rewrite: readonly Remedy[] =
          rewritten === null
            ? []
            : [{ kind: 'rewrite', description: 'Ask for a range of the column itself', sql: rewritten }];
        yield {
          message: `${hidden} of ${name} is hidden in ${condition.text}.`,
          node,
          objects: [name],
          evidence: { condition: condition.text },
          remedies: [...rewrite, ...indexes],
          ...(rewritten === null && !(node.type === 'Seq Scan' && hasIndexOn(hidden, node, view)) ? { gain: 2 } : {}),
        };
      }
    }
  },
});

/** Whether there is an index that would serve, were the column not hidden. */
function hasIndexOn(column: string, node: PlanNode, view: PlanView): boolean {
  return (
    tableOf(node, view)?.indexes.some(({ method, keys: [first] }) => method === 'btree' && first?.column === column) ??
    false
  );
}

const hiding = new Set(['=', '<', '>', '<=', '>=', '~~']);

/** The column that a comparison hides in a call, a computation or a part of a document; casts are another finding's. */
function hiddenColumn(tree: Node, node: PlanNode): string | null {
  const comparison = comparisonOf(tree);
  if (comparison === null || !hiding.has(comparison.operator)) return null;
  for (const [side, other] of [
    [comparison.left, comparison.right],
    [comparison.right, comparison.left],
  ] as const) {
    const [column, ...more] = ownColumns(side, node);
    if (column === undefined || more.some((each) => each !== column) || !isForeign(other, node)) continue;
    if (isComputed(side, node)) return column;
  }
  return null;
}

function isComputed(side: Node, node: PlanNode): boolean {
  if (isNode(side, 'FuncCall') || isNode(side, 'CoalesceExpr') || isNode(side, 'A_Expr')) return true;
  if (!isNode(side, 'TypeCast') || side.TypeCast.arg === undefined) return false;
  if (ownColumn(side.TypeCast.arg, node) === null) return isComputed(side.TypeCast.arg, node);
  return isCast(namesIn(side.TypeCast.typeName?.names).at(-1) ?? '', 'written');
}
