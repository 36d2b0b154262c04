import type { Node } from 'libpg-query';
import { isNode, nodesOf } from '../../../rules/sql/nodes-of.ts';
import { shop } from '../examples/shop.ts';
import { definePlanFinding, type PlanView } from '../plan-finding.ts';

const far = Array.from({ length: 9 }, (_, at) => `JOIN orders o${at} ON o${at}.id = o.id + ${at}`).join(' ');
const near = Array.from({ length: 5 }, (_, at) => `JOIN labels l${at} ON l${at}.id = o.id + ${at}`).join(' ');

export default definePlanFinding({
  id: 'joins-beyond-collapse-limit',
  from: 'plan',
  severity: 'info',
  title: 'More tables are joined than the planner reorders',
  why: 'Beyond `join_collapse_limit` (8) joins are made in the order in which they are written, even where another would be many times cheaper.',
  todo: 'Write the joins that leave few rows first, or raise join_collapse_limit and from_collapse_limit for this query.',
  bad: [
    {
      base: shop,
      sql: `SELECT o.id FROM orders o ${far} JOIN labels l ON l.id = o8.customer_id WHERE l.name = 'label 5'`,
    },
    { base: shop, sql: `SET join_collapse_limit = 3; SELECT o.id FROM orders o ${near}` },
    {
      base: shop,
      sql: `SELECT count(*) FROM orders o ${far} LEFT JOIN customers c ON c.id = o.customer_id WHERE o8.amount = 4`,
    },
  ],
  good: [
    { base: shop, sql: `SELECT o.id FROM orders o ${near}` },
    { base: shop, sql: `SET join_collapse_limit = 20; SELECT o.id FROM orders o ${far}` },
    {
      base: shop,
      sql: `SELECT o.id FROM orders o ${near} WHERE EXISTS (SELECT FROM customers c JOIN orders d ON d.customer_id = c.id JOIN labels l ON l.id = d.id WHERE l.id = 5)`,
    },
  ],
  *check(view) {
    const limit = Number(view.settings.join_collapse_limit ?? 8);
    const fromLimit = Number(view.settings.from_collapse_limit ?? 8);
    const most = Math.max(0, ...selects(view).map((items) => Math.max(...items.map(itemsIn), 0)));
    const listed = Math.max(
      0,
      ...selects(view).map((items) => items.filter((item) => !isNode(item, 'RangeVar')).length),
    );
    if (most <= limit && !(listed > fromLimit)) return;
    const wanted = String(Math.max(most, listed));
    yield {
      message: `${most} tables are joined in the order in which they are written, because join_collapse_limit is ${limit}.`,
      node: view.plan.root,
      evidence: { tables: most, limit },
      remedies: [{ kind: 'settings', settings: { join_collapse_limit: wanted, from_collapse_limit: wanted } }],
    };
  },
});

function selects({ query }: PlanView): readonly (readonly Node[])[] {
  return [...nodesOf(query, 'SelectStmt')].map(({ SelectStmt: { fromClause = [] } }) => fromClause);
}

/** The tables of a chain of explicit joins; one FULL JOIN or a sub-query is one table. */
function itemsIn(item: Node): number {
  if (!isNode(item, 'JoinExpr') || item.JoinExpr.jointype === 'JOIN_FULL') return 1;
  const { larg, rarg } = item.JoinExpr;
  return (larg === undefined ? 0 : itemsIn(larg)) + (rarg === undefined ? 0 : itemsIn(rarg));
}
