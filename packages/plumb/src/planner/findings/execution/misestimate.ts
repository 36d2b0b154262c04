import { below } from '../../tree/plan-tree.ts';
import { estimateOf, isMisjudged } from '../estimates.ts';
import { shop } from '../examples/shop.ts';
import { figure, figureOf } from '../figures.ts';
import { definePlanFinding, type Remedy } from '../plan-finding.ts';
import { relationName } from '../relation-of.ts';

export default definePlanFinding({
  id: 'misestimate',
  from: 'execution',
  severity: 'warning',
  title: 'Far more or fewer rows came than the planner expected',
  why: 'Everything above is chosen for the number of rows that was expected: a nested loop for five rows is a disaster for fifty thousand.',
  todo: 'ANALYZE the table; raise the statistics target of the column, or make extended statistics for columns or expressions that go together.',
  bad: [
    { base: shop, sql: "SELECT id FROM orders WHERE lower(note) = repeat('n', 120)" },
    {
      base: shop,
      sql: 'SELECT * FROM orders o JOIN customers c ON c.id = o.customer_id WHERE o.amount * 2 = o.amount + o.amount',
    },
  ],
  good: [
    { base: shop, sql: "SELECT id FROM orders WHERE status = 'paid'" },
    { base: shop, sql: 'SELECT * FROM orders o JOIN customers c ON c.id = o.customer_id WHERE c.id < 100' },
    { base: shop, sql: 'SELECT id FROM orders WHERE amount * 2 > 100 LIMIT 5' },
  ],
  *check(view) {
    for (const node of view.plan.nodes) {
      const estimate = estimateOf(node, view.plan);
      if (estimate === null || estimate.factor < 10 || Math.max(estimate.expected, estimate.got) < 100) continue;
      // what stands above only passes the mistake on
      if (below(node).some((child) => isMisjudged(child, view.plan))) continue;
      const name = relationName(node, view);
      const remedies: readonly Remedy[] =
        node.relation === null ? [] : [{ kind: 'run', description: 'Count the table anew', sql: `ANALYZE ${name};` }];
      yield {
        message: `${figureOf(estimate.got, 'row')} came of ${name} where ${figure(estimate.expected)} ${estimate.expected === 1 ? 'was' : 'were'} expected: ${figure(estimate.factor)} times ${estimate.got > estimate.expected ? 'more' : 'fewer'}.`,
        node,
        severity: estimate.factor >= 100 ? 'warning' : 'info',
        objects: node.relation === null ? [] : [name],
        evidence: { expected: estimate.expected, got: estimate.got, factor: Math.round(estimate.factor) },
        remedies,
      };
    }
  },
});
