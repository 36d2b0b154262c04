import { conditionsOf } from '../../tree/plan-expression.ts';
import { textOf } from '../../tree/plan-tree.ts';
import { shop } from '../examples/shop.ts';
import { figureOf } from '../figures.ts';
import { indexesFor } from '../index-keys.ts';
import { definePlanFinding } from '../plan-finding.ts';
import { loopsOf, relationName, scannedSize, shareAsked, totalRows } from '../relation-of.ts';

export default definePlanFinding({
  id: 'seq-scan-discards-rows',
  from: 'plan',
  severity: 'warning',
  title: 'A whole table is read for few of its rows',
  why: 'Every page of the table is read, and nearly all of its rows are thrown away: the query gets slower with each row that the table grows by.',
  todo: 'Make an index on the columns of the condition: those that are compared with `=` first, then one range.',
  bad: [
    { base: shop, sql: 'SELECT id FROM orders WHERE customer_id = 42' },
    { base: shop, sql: "SELECT count(*) FROM orders WHERE status = 'open' AND amount > 100" },
    {
      base: shop,
      sql: 'SELECT o.id FROM orders o JOIN customers c ON c.id = o.customer_id WHERE o.details @> \'{"kind": 5}\'',
    },
    { base: shop, sql: "UPDATE orders SET note = '' WHERE customer_id IN (1, 2, 3)" },
    { base: shop, sql: "SELECT id FROM orders WHERE tags @> ARRAY['t5'] ORDER BY id" },
  ],
  good: [
    { base: shop, sql: "SELECT id FROM orders WHERE status = 'paid'" },
    { base: shop, sql: 'SELECT id FROM customers WHERE name = $$name 5$$' },
    { base: shop, sql: 'SELECT id FROM orders WHERE id = 42 AND customer_id = 4' },
    { base: shop, sql: 'SELECT count(*) FROM orders' },
    { base: shop, sql: "SELECT id FROM orders WHERE status = 'sent' LIMIT 5" },
    { base: shop, sql: "SELECT id FROM orders WHERE placed_at < '2026-01-02'" },
  ],
  *check(view) {
    const { plan } = view;
    for (const node of plan.nodes) {
      if (node.type !== 'Seq Scan' || textOf(node, 'Filter') === null) continue;
      const size = scannedSize(node, view);
      if (size === null || size.pages * shareAsked(node, plan) < 1000) continue;
      // each worker of a parallel scan counts as a loop
      const kept = totalRows(node, plan) / (node.parallelAware ? 1 : Math.max(1, loopsOf(node, plan)));
      if (kept > size.rows * 0.1) continue;
      const name = relationName(node, view);
      const conditions = conditionsOf(node, 'Filter');
      yield {
        message: `All of ${name} is read (${figureOf(size.rows, 'row')}, ${figureOf(size.pages, 'page')}) for ${figureOf(kept, 'row')}: ${textOf(node, 'Filter')}.`,
        node,
        objects: [name],
        evidence: { rows: Math.round(size.rows), pages: Math.round(size.pages), kept: Math.round(kept) },
        remedies: indexesFor(node, view, conditions).map((index) => ({ kind: 'indexes', indexes: [index] })),
      };
    }
  },
});
