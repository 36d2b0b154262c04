import { isNode, nodesOf } from '../../../rules/sql/nodes-of.ts';
import { above, numberOf, textOf } from '../../tree/plan-tree.ts';
import { shop } from '../examples/shop.ts';
import { figureOf } from '../figures.ts';
import { notExistsOf } from '../not-exists.ts';
import { definePlanFinding, type PlanView, type Remedy } from '../plan-finding.ts';
import { isHashed } from '../relation-of.ts';

export default definePlanFinding({
  id: 'not-in-subplan',
  from: 'plan',
  severity: 'warning',
  title: 'NOT IN with a sub-query is no join',
  why: 'Because of NULLs, PostgreSQL can’t make an anti-join of it. Where the sub-query’s rows don’t fit into the memory of a hash table, it is gone through again for each row; and a single NULL among them makes the answer empty.',
  todo: 'Write NOT EXISTS.',
  over: ['correlated-subplan', 'seq-scan-discards-rows'],
  bad: [
    { base: shop, sql: 'SELECT count(*) FROM orders WHERE customer_id NOT IN (SELECT id FROM customers)' },
    {
      base: shop,
      sql: "SET work_mem = '64kB'; SELECT id FROM customers c WHERE c.id NOT IN (SELECT o.customer_id FROM orders o WHERE o.amount > 5)",
    },
    { base: shop, sql: "SELECT id FROM orders WHERE status = 'open' OR id NOT IN (SELECT id FROM customers)" },
  ],
  good: [
    {
      base: shop,
      sql: 'SELECT count(*) FROM orders o WHERE NOT EXISTS (SELECT FROM customers c WHERE c.id = o.customer_id)',
    },
    { base: shop, sql: 'SELECT count(*) FROM orders WHERE customer_id NOT IN (1, 2, 3)' },
    { base: shop, sql: 'SELECT count(*) FROM orders WHERE customer_id NOT IN (SELECT id FROM labels)' },
    { base: shop, sql: 'SELECT count(*) FROM orders WHERE customer_id IN (SELECT id FROM customers)' },
  ],
  *check(view) {
    for (const node of view.plan.nodes) {
      if (node.relationship !== 'SubPlan' || node.subplan === null) continue;
      const [parent] = above(view.plan, node);
      if (
        parent === undefined ||
        !isNotIn(textOf(parent, 'Filter') ?? textOf(parent, 'Join Filter') ?? '', node.subplan, view)
      )
        continue;
      const hashed = isHashed(node, parent);
      const rows = (node.actual ?? node).rows ?? 0;
      const asked = (parent.rows ?? 0) + (numberOf(parent, 'Rows Removed by Filter') ?? 0);
      if (hashed ? rows < 1000 : rows * asked < 10_000) continue;
      const sql = view.sql === null || view.query === null ? null : notExistsOf(view.sql, view.query);
      const rewrite: Remedy = {
        kind: 'rewrite',
        description: 'The same where neither side can be NULL',
        sql: sql ?? '',
      };
      yield {
        message: hashed
          ? `The ${figureOf(rows, 'row')} of a sub-query are put into a hash table for NOT IN, as long as they fit into work_mem.`
          : `The ${figureOf(rows, 'row')} of a sub-query are gone through for each row that NOT IN looks at.`,
        node: parent,
        severity: hashed ? 'info' : 'warning',
        evidence: { rows, hashed },
        remedies: sql === null ? [] : [rewrite],
      };
    }
  },
});

function isNotIn(condition: string, subplan: string, { query }: PlanView): boolean {
  const negated = new RegExp(
    `NOT \\((?:ANY \\(|hashed ${subplan}\\b|${subplan}\\b)|<> ALL \\(${subplan}|ALL \\(.*<>.*${subplan}`,
  );
  if (!condition.includes(subplan) || !negated.test(condition)) return false;
  // before 17, NOT EXISTS looks the same
  if (query === null) return true;
  return [...nodesOf(query, 'SubLink')].some(({ SubLink: { subLinkType, subselect } }) => {
    const isIn = subLinkType === 'ANY_SUBLINK' || subLinkType === 'ALL_SUBLINK';
    return isIn && subselect !== undefined && isNode(subselect, 'SelectStmt');
  });
}
