import { shop } from '../examples/shop.ts';
import { figureOf, percent } from '../figures.ts';
import { definePlanFinding } from '../plan-finding.ts';
import { relationName } from '../relation-of.ts';

export default definePlanFinding({
  id: 'stale-statistics',
  from: 'execution',
  severity: 'warning',
  title: 'The statistics of a table are old',
  why: 'The planner still thinks of the table as it was when it was last analysed: new values are unknown to it, and rows that came since are not counted.',
  todo: 'ANALYZE it; after a bulk load do so at once, and lower autovacuum_analyze_scale_factor of large tables.',
  bad: [
    {
      base: shop,
      sql: 'UPDATE orders SET amount = amount + 1 WHERE id < 20000; SELECT pg_stat_force_next_flush(); SELECT count(*) FROM orders WHERE amount > 5',
      majors: [18],
    },
    {
      base: shop,
      sql: "INSERT INTO customers SELECT i, 'new', NULL, NULL, '2026-01-01' FROM generate_series(10001, 12000) AS i; SELECT pg_stat_force_next_flush(); SELECT o.id FROM orders o JOIN customers c ON c.id = o.customer_id WHERE c.name = 'new'",
      majors: [18],
    },
  ],
  good: [
    { base: shop, sql: 'SELECT count(*) FROM orders WHERE amount > 5' },
    {
      base: shop,
      sql: 'UPDATE orders SET amount = amount + 1 WHERE id < 20000; SELECT pg_stat_force_next_flush(); ANALYZE orders; SELECT count(*) FROM orders WHERE amount > 5',
      majors: [18],
    },
    {
      base: shop,
      sql: "UPDATE labels SET name = 'x' WHERE id < 5; SELECT pg_stat_force_next_flush(); SELECT count(*) FROM labels",
      majors: [18],
    },
  ],
  *check(view) {
    const seen = new Set<string>();
    for (const node of view.plan.nodes) {
      const name = relationName(node, view);
      const size = view.sizes?.get(name);
      if (node.relation === null || size === undefined || size.changed === null || seen.has(name)) continue;
      seen.add(name);
      if (size.changed < 500 || size.changed < size.rows * 0.1) continue;
      yield {
        message: `${figureOf(size.changed, 'row')} of ${name} changed since it was analysed: ${percent(size.changed / Math.max(1, size.rows))} of what it had.`,
        node,
        objects: [name],
        evidence: { changed: size.changed, rows: Math.round(size.rows) },
        remedies: [{ kind: 'run', description: 'Count the table anew', sql: `ANALYZE ${name};` }],
      };
    }
  },
});
