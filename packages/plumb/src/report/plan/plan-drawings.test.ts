import { expect, test } from 'vitest';
import type { QueryPlan } from '../../planner/explain/explain-query.ts';
import { readPlan } from '../../planner/tree/read-plan.ts';
import { createLook } from '../look.ts';
import { drawnPlan } from './drawn-plan.ts';
import { renderPlansHtml } from './plan-html.ts';
import { renderPlansMermaid } from './plan-mermaid.ts';
import { renderPlansSvg } from './plan-svg.ts';
import { renderPlans } from './plan-text.ts';

const text = `Hash Join  (cost=8.00..120.00 rows=50 width=16)
  Hash Cond: (o.customer_id = c.id)
  ->  Seq Scan on orders o  (cost=0.00..100.00 rows=5000 width=8)
        Filter: (note <> '<script>alert(1)</script>\x1b[31m'::text)
  ->  Hash  (cost=4.00..4.00 rows=10 width=8)
        ->  Seq Scan on customers c  (cost=0.00..4.00 rows=10 width=8)`;

const { json, root } = readPlan(text);
const plan: QueryPlan = {
  sql: 'SELECT "</svg><script>" FROM orders',
  location: null,
  plan: json,
  text,
  cost: root.cost?.total ?? null,
  findings: [
    {
      id: 'seq-scan-discards-rows',
      severity: 'warning',
      title: 'A whole table is read',
      message: 'All of it.',
      why: 'So.',
      fix: { description: 'An index', sql: 'CREATE INDEX ON orders (note)' },
      location: null,
      objects: [],
      evidence: { node: 1, title: 'Seq Scan on orders o' },
    },
  ],
  variants: [],
  error: null,
};
const failed: QueryPlan = {
  ...plan,
  plan: null,
  error: { code: 'SQL_FAILED', message: 'no <such> table', hint: null },
};
const explained = { plans: [plan, failed], of: { from: 'file', file: 'p.txt' }, notes: [] } as const;
const look = createLook({ colour: false, width: 120, unicode: true, verbose: false });

test('a plan is drawn as a tree, with what it costs and what was found under each node', () => {
  const drawn = renderPlans(explained, look);
  expect(drawn).toContain('├─ Seq Scan on orders o');
  expect(drawn).toContain('│  └─ Seq Scan on customers c'.replace('│', ' '));
  expect(drawn).toContain('▲ A whole table is read seq-scan-discards-rows');
  expect(drawn).toContain('no <such> table');
  expect(drawn).not.toContain('\x1b');
});

test('without colours and without Unicode a plan is plain text', () => {
  const drawn = renderPlans(explained, createLook({ colour: false, width: 120, unicode: false, verbose: false }));
  expect(drawn.split('\n').slice(0, 8).join('\n')).toMatch(/^[\x20-\x7e\n]*$/);
  expect(drawn).toContain('+- Seq Scan on orders o');
});

test('pictures and pages need nothing else, and what stands in a query is text in them', () => {
  for (const drawn of [renderPlansSvg([plan, failed].map(drawnPlan)), renderPlansHtml(explained)]) {
    expect(drawn).not.toMatch(/<script|src=|url\(|@import/);
    expect(drawn).toContain('&lt;/svg&gt;');
    expect(drawn).toContain('no &lt;such&gt; table');
    expect(drawn).toContain('prefers-color-scheme: dark');
    expect(drawn).not.toContain('\x1b');
  }
});

test('a flowchart of Mermaid has a box for each node, and each is joined to the one above it', () => {
  const drawn = renderPlansMermaid([plan, failed].map(drawnPlan));
  expect(drawn).toMatch(/^flowchart TD\n/);
  expect(drawn.match(/ --> /g)).toHaveLength(3);
  expect(drawn).not.toMatch(/<script|<such>/);
});
