import { numberOf } from '../../tree/plan-tree.ts';
import { shop } from '../examples/shop.ts';
import { figure, figureOf } from '../figures.ts';
import { definePlanFinding } from '../plan-finding.ts';

export default definePlanFinding({
  id: 'workers-not-launched',
  from: 'execution',
  severity: 'warning',
  title: 'Workers that were planned for didn’t come',
  why: 'The plan was chosen for several processes, and fewer worked on it: others had taken all of max_parallel_workers.',
  todo: 'Raise max_parallel_workers and max_worker_processes, or let fewer queries go parallel.',
  bad: [
    {
      base: shop,
      sql: 'SET max_parallel_workers = 0; SET parallel_setup_cost = 0; SET parallel_tuple_cost = 0; SELECT count(*) FROM orders WHERE amount > 3',
    },
    {
      base: shop,
      sql: 'SET max_parallel_workers = 0; SET parallel_setup_cost = 0; SELECT sum(o.amount) FROM orders o JOIN customers c ON c.id = o.customer_id',
    },
  ],
  good: [
    { base: shop, sql: 'SET max_parallel_workers_per_gather = 0; SELECT count(*) FROM orders WHERE amount > 3' },
    { base: shop, sql: 'SELECT count(*) FROM labels' },
  ],
  *check({ plan }) {
    for (const node of plan.nodes) {
      const planned = numberOf(node, 'Workers Planned') ?? 0;
      const launched = numberOf(node, 'Workers Launched') ?? planned;
      if (launched >= planned || node.actual?.loops === 0) continue;
      yield {
        message: `${figureOf(planned, 'worker')} were planned for, and ${figure(launched)} came.`,
        node,
        evidence: { planned, launched },
      };
    }
  },
});
