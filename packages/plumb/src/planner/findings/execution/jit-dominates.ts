import { shop } from '../examples/shop.ts';
import { percent } from '../figures.ts';
import { definePlanFinding } from '../plan-finding.ts';

const executed = (
  jit: string,
  time: string,
): string => `Aggregate  (cost=120000.00..120000.01 rows=1 width=8) (actual time=${time}..${time} rows=1 loops=1)
  ->  Seq Scan on orders  (cost=0.00..110000.00 rows=5000000 width=4) (actual time=0.010..90.000 rows=60000 loops=1)
Planning Time: 0.100 ms
JIT:
  Functions: 12
  Options: Inlining true, Optimization true, Expressions true, Deforming true
  Timing: Generation 2.000 ms, Inlining 50.000 ms, Optimization 90.000 ms, Emission 50.000 ms, Total ${jit} ms
Execution Time: ${time} ms`;

export default definePlanFinding({
  id: 'jit-dominates',
  from: 'execution',
  severity: 'warning',
  title: 'Compiling the query takes longer than it gains',
  why: 'JIT compiles expressions to machine code when the expected cost is high. Where that cost was overestimated, or the query is short, compiling is most of the time.',
  todo: 'Switch jit off for this query, or raise jit_above_cost.',
  bad: [
    { base: shop, sql: 'SELECT count(*) FROM orders', plan: executed('192.000', '300.000') },
    { base: shop, sql: 'SELECT count(*) FROM orders', plan: executed('60.000', '200.000') },
  ],
  good: [
    { base: shop, sql: 'SELECT count(*) FROM orders', plan: executed('192.000', '4000.000') },
    { base: shop, sql: 'SELECT count(*) FROM orders WHERE status = $$paid$$' },
  ],
  *check({ plan }) {
    const { jit, executionTime } = plan;
    const total = jit?.total ?? 0;
    if (executionTime === null || total < 10 || total < executionTime * 0.25) return;
    yield {
      message: `${total.toFixed(0)} ms of ${executionTime.toFixed(0)} ms were spent to compile ${jit?.functions ?? 0} functions: ${percent(total / executionTime)}.`,
      node: plan.root,
      evidence: { jit: total, execution: executionTime },
      remedies: [{ kind: 'run', description: 'For this query alone, in its transaction', sql: 'SET LOCAL jit = off;' }],
    };
  },
});
