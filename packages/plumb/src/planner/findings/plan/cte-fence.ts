import { nodesOf } from '../../../rules/sql/nodes-of.ts';
import { textOf } from '../../tree/plan-tree.ts';
import { shop } from '../examples/shop.ts';
import { figureOf } from '../figures.ts';
import { definePlanFinding, type PlanView, type Remedy } from '../plan-finding.ts';

export default definePlanFinding({
  id: 'cte-fence',
  from: 'plan',
  severity: 'warning',
  title: 'A WITH query is a fence to the condition behind it',
  why: 'It is computed as a whole and kept aside, and only then its rows are filtered: no index is used for that condition.',
  todo: 'Write `AS NOT MATERIALIZED`, or put the condition into the WITH query.',
  bad: [
    { base: shop, sql: 'WITH o AS MATERIALIZED (SELECT * FROM orders) SELECT status FROM o WHERE id = 42' },
    {
      base: shop,
      sql: 'WITH o AS (SELECT id, customer_id, amount FROM orders) SELECT a.amount, b.amount FROM o a JOIN o b ON b.id = a.id + 1 WHERE a.id = 42 AND b.id < 60',
    },
    {
      base: shop,
      sql: "WITH o AS MATERIALIZED (SELECT id, placed_at FROM orders WHERE amount >= 0) SELECT id FROM o WHERE placed_at < '2026-01-02'",
    },
  ],
  good: [
    { base: shop, sql: 'WITH o AS (SELECT * FROM orders) SELECT status FROM o WHERE id = 42' },
    { base: shop, sql: 'WITH o AS MATERIALIZED (SELECT id FROM labels) SELECT id FROM o WHERE id = 4' },
    {
      base: shop,
      sql: 'WITH o AS MATERIALIZED (SELECT customer_id, sum(amount) AS s FROM orders GROUP BY 1) SELECT * FROM o WHERE s > 0',
    },
    {
      base: shop,
      sql: 'WITH RECURSIVE n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n WHERE i < 5000) SELECT i FROM n WHERE i = 7',
    },
  ],
  *check(view) {
    for (const node of view.plan.nodes) {
      const name = textOf(node, 'CTE Name');
      if (node.type !== 'CTE Scan' || name === null || textOf(node, 'Filter') === null) continue;
      const inner = view.plan.nodes.find(({ subplan }) => subplan === `CTE ${name}`);
      if (inner === undefined || /Recursive Union|ModifyTable/.test(inner.type)) continue;
      const all = (inner.actual ?? inner).rows ?? 0;
      const kept = (node.actual ?? node).rows ?? 0;
      if (all < 1000 || kept > all / 2) continue;
      const sql = inlined(name, view);
      const rewrite: Remedy = { kind: 'rewrite', description: 'Let the condition in', sql: sql ?? '' };
      yield {
        message: `${name} is computed with ${figureOf(all, 'row')}, of which ${textOf(node, 'Filter')} keeps ${figureOf(kept, 'row')}.`,
        node,
        evidence: { computed: all, kept },
        remedies: sql === null ? [] : [rewrite],
        gain: 1.5,
      };
    }
  },
});

/** The query with the WITH query of a name open to the conditions behind it. */
function inlined(name: string, { sql, query }: PlanView): string | null {
  const found = [...nodesOf(query, 'CommonTableExpr')].find(({ CommonTableExpr: { ctename } }) => ctename === name);
  if (sql === null || found === undefined) return null;
  const at = Buffer.from(sql).toString('utf8', 0, found.CommonTableExpr.location ?? 0).length;
  const rest = sql.slice(at).replace(/\bAS\s+(?:(?:NOT\s+)?MATERIALIZED\s*)?\(/i, 'AS NOT MATERIALIZED (');
  return `${sql.slice(0, at)}${rest}`;
}
