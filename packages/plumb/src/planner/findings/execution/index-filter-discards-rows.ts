import { conditionsOf } from '../../tree/plan-expression.ts';
import { textOf } from '../../tree/plan-tree.ts';
import { shop } from '../examples/shop.ts';
import { figureOf, percent } from '../figures.ts';
import { indexesFor } from '../index-keys.ts';
import { definePlanFinding } from '../plan-finding.ts';
import { relationName, removedByFilter } from '../relation-of.ts';

export default definePlanFinding({
  id: 'index-filter-discards-rows',
  from: 'execution',
  severity: 'warning',
  title: 'An index leads to many rows that are then thrown away',
  why: 'The index knows only a part of the condition: each row that it leads to is fetched from the table, and most are fetched for nothing.',
  todo: 'Put the columns of the filter into the index, behind those that it has.',
  bad: [
    { base: shop, sql: "SELECT id FROM orders WHERE placed_at < '2026-01-20' AND customer_id = 7" },
    { base: shop, sql: "SELECT note FROM orders WHERE id BETWEEN 100 AND 6000 AND status = 'open'" },
  ],
  good: [
    { base: shop, sql: "SELECT note FROM orders WHERE id BETWEEN 100 AND 6000 AND status <> 'open'" },
    { base: shop, sql: "SELECT id FROM orders WHERE id = 7 AND status = 'nothing'" },
    {
      base: `${shop}CREATE INDEX ON orders (customer_id, placed_at);`,
      sql: "SELECT id FROM orders WHERE placed_at < '2026-01-20' AND customer_id = 7",
    },
  ],
  *check(view) {
    for (const node of view.plan.nodes) {
      if (!/^(?:Index Scan|Index Only Scan|Bitmap Heap Scan)$/.test(node.type) || node.actual === null) continue;
      const removed = removedByFilter(node) * node.actual.loops;
      const kept = node.actual.rows * node.actual.loops;
      if (textOf(node, 'Filter') === null || removed < 500 || removed < kept) continue;
      const name = relationName(node, view);
      const index = node.index ?? node.children[0]?.index ?? 'an index';
      const inner = node.children.flatMap((child) => conditionsOf({ ...child, relation: node.relation }, 'Index Cond'));
      const conditions = [...conditionsOf(node, 'Index Cond'), ...inner, ...conditionsOf(node, 'Filter')];
      yield {
        message: `${index} led to ${figureOf(removed + kept, 'row')} of ${name}, of which ${textOf(node, 'Filter')} threw away ${percent(removed / (removed + kept))}.`,
        node,
        objects: [name],
        evidence: { removed, kept },
        remedies: indexesFor(node, view, conditions).map((each) => ({ kind: 'indexes', indexes: [each] })),
      };
    }
  },
});
