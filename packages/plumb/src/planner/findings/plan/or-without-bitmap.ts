import { alternativesOf, conditionsOf, ownColumns } from '../../tree/plan-expression.ts';
import { type PlanNode, textOf } from '../../tree/plan-tree.ts';
import { shop } from '../examples/shop.ts';
import { indexesFor, servedKey } from '../index-keys.ts';
import { definePlanFinding, type IndexRemedy, type PlanView } from '../plan-finding.ts';
import { relationName, scannedSize, tableOf } from '../relation-of.ts';

export default definePlanFinding({
  id: 'or-without-bitmap',
  from: 'plan',
  severity: 'warning',
  title: 'An OR of several columns reads the whole table',
  why: 'Indexes can be put together for an OR only where each of its sides has one; with one side lacking, all rows are read.',
  todo: 'Make an index for each side of the OR, or ask for each side in a query of its own, put together by UNION.',
  over: ['seq-scan-discards-rows', 'inner-seq-scan', 'nested-loop-explosion'],
  bad: [
    { base: shop, sql: "SELECT id FROM orders WHERE customer_id = 4 OR code = 'c000042'" },
    {
      base: shop,
      sql: "SELECT count(*) FROM orders WHERE (customer_id = 4 OR placed_at > '2099-01-01') AND amount > 0",
    },
    {
      base: shop,
      sql: 'SELECT o.id FROM customers c JOIN orders o ON o.customer_id = c.id OR o.id = c.id WHERE c.id < 10',
    },
  ],
  good: [
    { base: shop, sql: "SELECT id FROM orders WHERE id = 4 OR code = 'c000042'" },
    { base: shop, sql: 'SELECT id FROM orders WHERE customer_id = 4 OR customer_id = 5' },
    { base: shop, sql: "SELECT id FROM labels WHERE id = 4 OR name = 'label 5'" },
    { base: shop, sql: "SELECT id FROM orders WHERE status = 'paid' OR amount > 3" },
    { base: shop, sql: 'SELECT id FROM orders WHERE id < 20 AND (amount = 4 OR customer_id = 7)' },
  ],
  *check(view) {
    for (const { node, scan, name } of placesOf(view)) {
      const size = scannedSize(scan, view);
      if (size !== null && size.pages < 100) continue;
      for (const condition of conditionsOf(node, name)) {
        const sides = alternativesOf(condition);
        const columns = new Set(sides.flatMap(({ tree }) => ownColumns(tree, scan)));
        if (sides.length < 2 || columns.size < 2) continue;
        if (sides.some((side) => servedKey(side, scan, view) === null)) continue;
        const table = relationName(scan, view);
        const indexes = sides.flatMap((side): readonly IndexRemedy[] => indexesFor(scan, view, [side]).slice(0, 1));
        yield {
          message: `All of ${table} is read for ${condition.text}.`,
          node: scan,
          objects: [table],
          evidence: { condition: condition.text },
          remedies: [{ kind: 'indexes', indexes: indexes.filter(({ keys }) => !isThere(keys, scan, view)) }],
          gain: 1.5,
        };
      }
    }
  },
});

interface Place {
  readonly node: PlanNode;
  readonly scan: PlanNode;
  readonly name: 'Filter' | 'Join Filter';
}

/** Where an OR is looked at row by row: in a scan, or in a join above one. */
function placesOf({ plan }: PlanView): readonly Place[] {
  return plan.nodes.flatMap((node): readonly Place[] => {
    if (/Seq Scan$/.test(node.type) && textOf(node, 'Filter') !== null) return [{ node, scan: node, name: 'Filter' }];
    if (node.type !== 'Nested Loop' || textOf(node, 'Join Filter') === null) return [];
    return node.children
      .flatMap((child) => (child.type === 'Materialize' ? child.children : [child]))
      .filter(({ type }) => /Seq Scan$/.test(type))
      .map((scan) => ({ node, scan, name: 'Join Filter' }));
  });
}

function isThere(keys: readonly string[], scan: PlanNode, { catalog, ...view }: PlanView): boolean {
  const known = catalog === null ? null : tableOf(scan, { catalog, ...view });
  return known?.indexes.some(({ keys: [first] }) => first?.column !== null && first?.column === keys[0]) ?? false;
}
