import { conditionsOf } from '../../tree/plan-expression.ts';
import { above, below, textOf } from '../../tree/plan-tree.ts';
import { shop } from '../examples/shop.ts';
import { figureOf, percent } from '../figures.ts';
import { indexesFor } from '../index-keys.ts';
import { definePlanFinding } from '../plan-finding.ts';
import { isHashed, loopsOf } from '../relation-of.ts';

export default definePlanFinding({
  id: 'correlated-subplan',
  from: 'plan',
  severity: 'warning',
  title: 'A sub-query is run again for each row',
  why: 'It depends on the row around it, so it is run as often as there are rows: thousands of small searches where one join would do.',
  todo: 'Join the table once and group it, or use LATERAL with an index; at least, index what the sub-query compares.',
  bad: [
    { base: shop, sql: 'SELECT c.id, (SELECT count(*) FROM orders o WHERE o.customer_id = c.id) FROM customers c' },
    {
      base: `${shop}CREATE INDEX ON orders (customer_id);`,
      sql: 'SELECT c.id, (SELECT max(o.amount) FROM orders o WHERE o.customer_id = c.id) FROM customers c',
    },
    {
      base: `${shop}CREATE INDEX ON orders (customer_id);`,
      sql: 'SELECT id FROM customers c WHERE (SELECT sum(amount) FROM orders o WHERE o.customer_id = c.id) > 100',
    },
  ],
  good: [
    { base: shop, sql: 'SELECT c.id, (SELECT count(*) FROM orders o) FROM customers c' },
    {
      base: shop,
      sql: 'SELECT c.id, count(o.id) FROM customers c LEFT JOIN orders o ON o.customer_id = c.id GROUP BY c.id',
    },
    {
      base: `${shop}CREATE INDEX ON orders (customer_id);`,
      sql: 'SELECT c.id, (SELECT max(o.amount) FROM orders o WHERE o.customer_id = c.id) FROM customers c WHERE c.id < 5',
    },
    { base: shop, sql: 'SELECT c.id FROM customers c WHERE EXISTS (SELECT FROM orders o WHERE o.customer_id = c.id)' },
  ],
  *check(view) {
    const { plan } = view;
    const whole = plan.root.cost?.total ?? 0;
    for (const node of plan.nodes) {
      const [parent] = above(plan, node);
      if (node.relationship !== 'SubPlan' || parent === undefined || isHashed(node, parent)) continue;
      const loops = loopsOf(node, plan);
      const cost = loops * (node.cost?.total ?? 0);
      if (loops < 500 || cost < whole * 0.3 || cost < 1000) continue;
      const scan = [node, ...below(node)].find(({ type, facts }) => /Seq Scan$/.test(type) && 'Filter' in facts);
      const searched =
        scan === undefined ? '' : ` Each time, ${scan.relation?.name} is read for ${textOf(scan, 'Filter')}.`;
      yield {
        message: `${node.subplan ?? 'A sub-plan'} is run ${figureOf(loops, 'time')}: ${percent(Math.min(1, cost / Math.max(whole, 1)))} of the query.${searched}`,
        node,
        evidence: { loops: Math.round(loops), costOfAll: Math.round(cost) },
        remedies:
          scan === undefined
            ? []
            : indexesFor(scan, view, conditionsOf(scan, 'Filter')).map((index) => ({
                kind: 'indexes',
                indexes: [index],
              })),
      };
    }
  },
});
