import { numberOf } from '../../tree/plan-tree.ts';
import { shop } from '../examples/shop.ts';
import { figureOf, percent } from '../figures.ts';
import { definePlanFinding } from '../plan-finding.ts';
import { relationName } from '../relation-of.ts';

export default definePlanFinding({
  id: 'heap-fetches',
  from: 'execution',
  severity: 'warning',
  title: 'An index-only scan goes to the table all the same',
  why: 'Pages that were changed since the last VACUUM aren’t known to be visible to all, so each of their rows is looked up in the table.',
  todo: 'VACUUM the table, and let autovacuum come sooner: lower autovacuum_vacuum_scale_factor, or autovacuum_vacuum_insert_scale_factor where rows are only added.',
  bad: [
    {
      base: `${shop}UPDATE orders SET note = 'x' WHERE id <= 30000;`,
      sql: 'SET enable_seqscan = off; SET enable_bitmapscan = off; SELECT id FROM orders WHERE id < 20000',
    },
    {
      base: `${shop}UPDATE orders SET note = 'x';`,
      sql: 'SET enable_seqscan = off; SET enable_bitmapscan = off; SELECT max(placed_at), count(*) FROM orders WHERE placed_at < $$2026-03-01$$',
    },
  ],
  good: [
    {
      base: shop,
      sql: 'SET enable_seqscan = off; SET enable_bitmapscan = off; SELECT id FROM orders WHERE id < 20000',
    },
    {
      base: `${shop}UPDATE orders SET note = 'x' WHERE id < 10;`,
      sql: 'SET enable_bitmapscan = off; SELECT id FROM orders WHERE id < 20000',
    },
  ],
  *check(view) {
    for (const node of view.plan.nodes) {
      const fetched = numberOf(node, 'Heap Fetches') ?? 0;
      const rows = (node.actual?.rows ?? 0) * (node.actual?.loops ?? 1);
      if (fetched < 100 || fetched < rows * 0.4) continue;
      const name = relationName(node, view);
      yield {
        message: `${node.index} has all that is asked for, but ${figureOf(fetched, 'row')} of ${name} were looked up in the table: ${percent(Math.min(1, fetched / Math.max(1, rows)))}.`,
        node,
        objects: [name],
        evidence: { fetched, rows },
        remedies: [{ kind: 'run', description: 'Make its pages known to be visible', sql: `VACUUM ${name};` }],
      };
    }
  },
});
