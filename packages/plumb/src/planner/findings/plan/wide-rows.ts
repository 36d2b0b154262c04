import { isNode, nodesOf } from '../../../rules/sql/nodes-of.ts';
import { above, nodeTitle, numberOf, type PlanNode, textOf } from '../../tree/plan-tree.ts';
import { shop } from '../examples/shop.ts';
import { figure, figureOf, kilobytes } from '../figures.ts';
import { definePlanFinding, type PlanView } from '../plan-finding.ts';
import { memoryOf } from '../work-memory.ts';

export default definePlanFinding({
  id: 'wide-rows',
  from: 'plan',
  severity: 'info',
  title: 'Wide rows go into a sort or a hash table',
  why: 'All columns that are asked for are carried along: the wider the rows, the sooner they no longer fit into work_mem and go to disk.',
  todo: 'Ask for the columns that are needed instead of `*`; or sort the keys first, and join the wide columns for the few rows that are left.',
  bad: [
    { base: shop, sql: 'SELECT * FROM orders ORDER BY amount' },
    { base: shop, sql: 'SELECT * FROM orders a JOIN orders b ON b.customer_id = a.customer_id + 1' },
    { base: shop, sql: 'SELECT DISTINCT ON (status) * FROM orders ORDER BY status, amount' },
  ],
  good: [
    { base: shop, sql: 'SELECT id, amount FROM orders ORDER BY amount' },
    { base: shop, sql: 'SELECT * FROM orders ORDER BY amount LIMIT 10' },
    { base: shop, sql: 'SET parallel_setup_cost = 0; SELECT * FROM orders ORDER BY note, amount LIMIT 10' },
    { base: shop, sql: 'SELECT * FROM orders WHERE id < 100 ORDER BY amount' },
    { base: shop, sql: 'SELECT * FROM orders ORDER BY id' },
  ],
  *check(view) {
    const memory = memoryOf(view.settings);
    for (const node of view.plan.nodes) {
      const isHash = node.type === 'Hash' || (node.type === 'Aggregate' && textOf(node, 'Strategy') === 'Hashed');
      if (node.type !== 'Sort' && !isHash) continue;
      const [rows, width] = [node.rows ?? 0, node.width ?? 0];
      // a sort for a LIMIT keeps only as many rows
      if (/^top-N/.test(textOf(node, 'Sort Method') ?? '') || isLimited(view, node)) continue;
      const kB = (rows * width) / 1024;
      if (width < 150 || kB < (isHash ? memory.hash : memory.sort)) continue;
      const star = hasStar(view);
      yield {
        message: `${nodeTitle(node)} takes ${figureOf(rows, 'row')} of ${figure(width)} bytes: ${kilobytes(kB)}${star ? ', with every column that SELECT * asks for' : ''}.`,
        node,
        severity: star ? 'warning' : 'info',
        evidence: { rows, width, kilobytes: Math.round(kB), used: numberOf(node, 'Sort Space Used') },
      };
    }
  },
});

/** Whether a LIMIT takes the rows as they come out of a node. */
function isLimited({ plan }: PlanView, node: PlanNode): boolean {
  const parent = above(plan, node).find(({ type }) => !/^(?:Gather Merge|Result|Subquery Scan|LockRows)$/.test(type));
  return parent?.type === 'Limit';
}

function hasStar({ query }: PlanView): boolean {
  return [...nodesOf(query, 'SelectStmt')].some(({ SelectStmt: { targetList = [] } }) =>
    targetList.some(
      (target) =>
        isNode(target, 'ResTarget') &&
        target.ResTarget.val !== undefined &&
        isNode(target.ResTarget.val, 'ColumnRef') &&
        (target.ResTarget.val.ColumnRef.fields ?? []).some((field) => isNode(field, 'A_Star')),
    ),
  );
}
