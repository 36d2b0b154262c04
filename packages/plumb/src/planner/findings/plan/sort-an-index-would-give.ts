import { identifier } from '../../../catalog/identifier.ts';
import { conditionsOf, ownColumn, planExpression } from '../../tree/plan-expression.ts';
import { above, listOf, outerOf, type PlanNode } from '../../tree/plan-tree.ts';
import { shop } from '../examples/shop.ts';
import { figureOf } from '../figures.ts';
import { indexesFor } from '../index-keys.ts';
import { definePlanFinding } from '../plan-finding.ts';
import { relationName } from '../relation-of.ts';

export default definePlanFinding({
  id: 'sort-an-index-would-give',
  from: 'plan',
  severity: 'warning',
  title: 'Rows are sorted that an index could give in order',
  why: 'All rows have to be read before the first can be given, even where only a page of them is asked for.',
  todo: 'Make an index on the columns of the condition that are compared with `=`, and behind them on those of the order.',
  bad: [
    { base: shop, sql: 'SELECT id FROM orders ORDER BY customer_id LIMIT 10' },
    { base: shop, sql: "SELECT id, amount FROM orders WHERE status = 'paid' ORDER BY amount DESC, id LIMIT 20" },
    {
      base: shop,
      sql: 'SELECT o.id FROM orders o WHERE o.customer_id > 10 ORDER BY o.customer_id, o.amount DESC LIMIT 5',
    },
  ],
  good: [
    { base: shop, sql: 'SELECT id FROM orders ORDER BY placed_at LIMIT 10' },
    { base: shop, sql: 'SELECT id, name FROM labels ORDER BY name LIMIT 3' },
    {
      base: shop,
      sql: 'SELECT customer_id, sum(amount) FROM orders GROUP BY customer_id ORDER BY sum(amount) DESC LIMIT 3',
    },
    { base: shop, sql: 'SELECT id, note FROM orders ORDER BY amount' },
    { base: shop, sql: 'SELECT id FROM orders WHERE id BETWEEN 10 AND 20 ORDER BY amount LIMIT 5' },
  ],
  *check(view) {
    const { plan } = view;
    for (const node of plan.nodes) {
      if (node.type !== 'Sort' && node.type !== 'Incremental Sort') continue;
      const scan = scanBelow(node);
      if (scan === null || (scan.rows ?? 0) < 1000) continue;
      const order = listOf(node, 'Sort Key').map((key) => orderKey(key, scan));
      if (order.some((key) => key === null) || order.length === 0) continue;
      const name = relationName(scan, view);
      const keys = order.flatMap((key) => key ?? []);
      const isLimited = above(plan, node).some(({ type }) => type === 'Limit');
      if (!isLimited && view.sql === null) continue;
      const indexes = indexesFor(scan, view, conditionsOf(scan, 'Filter'), keys).filter(
        ({ method }) => method === 'btree',
      );
      yield {
        message: `${figureOf(scan.rows ?? 0, 'row')} of ${name} are sorted by ${keys.join(', ')}.`,
        node,
        objects: [name],
        evidence: { rows: scan.rows, order: keys },
        remedies: [...indexes, { ...firstOf(indexes, name), keys }].map((index) => ({
          kind: 'indexes',
          indexes: [index],
        })),
        gain: 2,
      };
    }
  },
});

function firstOf<Index extends { readonly table: string }>(indexes: readonly Index[], name: string) {
  return { table: indexes[0]?.table ?? name, method: 'btree' };
}

/** The scan whose rows come to a sort unchanged. */
function scanBelow(node: PlanNode): PlanNode | null {
  const child = outerOf(node);
  if (child === null) return null;
  if (child.relation !== null && / Scan$/.test(child.type)) return child.type.startsWith('CTE') ? null : child;
  return ['Gather', 'Result', 'Subquery Scan', 'Incremental Sort'].includes(child.type) ? scanBelow(child) : null;
}

/** A key of a sort as it stands in CREATE INDEX; null where it isn't of the scanned table. */
function orderKey(key: string, scan: PlanNode): string | null {
  const [, expression = key, direction = ''] = /^(.*?)((?: (?:DESC|ASC|NULLS FIRST|NULLS LAST))*)$/.exec(key) ?? [];
  const column = ownColumn(planExpression(expression) ?? undefined, scan);
  return column === null ? null : `${identifier(column)}${direction}`;
}
