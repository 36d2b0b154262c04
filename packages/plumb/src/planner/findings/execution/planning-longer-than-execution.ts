import { shop } from '../examples/shop.ts';
import { definePlanFinding } from '../plan-finding.ts';

const executed = (
  planning: string,
  execution: string,
): string => `Index Scan using orders_pkey on orders  (cost=0.29..8.31 rows=1 width=4) (actual time=0.010..0.011 rows=1 loops=1)
  Index Cond: (id = 5)
Planning Time: ${planning} ms
Execution Time: ${execution} ms`;

export default definePlanFinding({
  id: 'planning-longer-than-execution',
  from: 'execution',
  severity: 'info',
  title: 'Planning takes longer than running',
  why: 'Many joins, partitions or indexes have to be weighed, each time anew, for a query that then is quick.',
  todo: 'Prepare the statement so that its plan is kept; ask for fewer partitions, and join less.',
  bad: [
    { base: shop, sql: 'SELECT 1', plan: executed('45.200', '0.300') },
    { base: shop, sql: 'SELECT 1', plan: executed('12.000', '6.000') },
  ],
  good: [
    { base: shop, sql: 'SELECT 1', plan: executed('0.200', '0.020') },
    { base: shop, sql: 'SELECT 1', plan: executed('45.200', '300.000') },
    { base: shop, sql: 'SELECT count(*) FROM orders' },
  ],
  *check({ plan }) {
    const { planningTime, executionTime } = plan;
    if (planningTime === null || executionTime === null || planningTime < 5 || planningTime < executionTime) return;
    yield {
      message: `It was planned in ${planningTime.toFixed(1)} ms, and run in ${executionTime.toFixed(1)} ms.`,
      node: plan.root,
      evidence: { planning: planningTime, execution: executionTime },
    };
  },
});
