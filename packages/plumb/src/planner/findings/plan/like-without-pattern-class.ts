import { comparisonOf } from '../../../rules/sql/comparisons.ts';
import { conditionsOf, ownColumns } from '../../tree/plan-expression.ts';
import { shop } from '../examples/shop.ts';
import { indexesFor, patternText } from '../index-keys.ts';
import { definePlanFinding } from '../plan-finding.ts';
import { relationName, scannedSize } from '../relation-of.ts';

export default definePlanFinding({
  id: 'like-without-pattern-class',
  from: 'plan',
  severity: 'warning',
  title: 'No index serves the beginning of a LIKE',
  why: 'An index in the order of a language doesn’t keep texts with the same beginning together, so every row is compared.',
  todo: 'Make an index with `text_pattern_ops` (`varchar_pattern_ops` for varchar), or with `COLLATE "C"`.',
  over: ['seq-scan-discards-rows'],
  bad: [
    { base: shop, sql: "SELECT id FROM orders WHERE code LIKE 'c00004%'" },
    { base: shop, sql: "SELECT o.id FROM orders o WHERE o.amount > 1 AND o.code LIKE 'c0000_2%'" },
    {
      base: shop,
      sql: "SELECT c.id FROM orders o JOIN customers c ON c.id = o.customer_id WHERE o.code LIKE 'c00001%'",
    },
  ],
  good: [
    {
      base: `${shop}CREATE INDEX ON orders (code text_pattern_ops);`,
      sql: "SELECT id FROM orders WHERE code LIKE 'c00004%'",
    },
    { base: shop, sql: "SELECT id FROM orders WHERE code LIKE '%0042'" },
    { base: shop, sql: "SELECT id FROM labels WHERE name LIKE 'label 5%'" },
    { base: shop, sql: "SELECT id FROM orders WHERE code LIKE 'c%'" },
    { base: shop, sql: "SELECT id FROM orders WHERE code NOT LIKE 'c00004%' AND id < 100" },
  ],
  *check(view) {
    for (const node of view.plan.nodes) {
      if (!/Seq Scan$/.test(node.type)) continue;
      const size = scannedSize(node, view);
      if (size !== null && size.pages < 100) continue;
      for (const condition of conditionsOf(node, 'Filter')) {
        const comparison = comparisonOf(condition.tree);
        if (comparison?.operator !== '~~' || ownColumns(comparison.left, node).length === 0) continue;
        const pattern = patternText(comparison.right);
        if (pattern === null || !/^[^%_\\]/.test(pattern)) continue;
        const name = relationName(node, view);
        yield {
          message: `No index of ${name} serves ${condition.text}.`,
          node,
          objects: [name],
          evidence: { condition: condition.text },
          remedies: indexesFor(node, view, [condition]).map((index) => ({ kind: 'indexes', indexes: [index] })),
          gain: 1.5,
        };
      }
    }
  },
});
