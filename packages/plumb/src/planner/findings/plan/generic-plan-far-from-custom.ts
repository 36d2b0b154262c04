import { nodeTitle, type PlanTree } from '../../tree/plan-tree.ts';
import { figure } from '../figures.ts';
import { definePlanFinding } from '../plan-finding.ts';

const skewed = `
CREATE TABLE tickets (id int PRIMARY KEY, tenant int NOT NULL, note text NOT NULL);
INSERT INTO tickets SELECT i, CASE WHEN i % 8 <> 0 THEN 1 ELSE 2 + i * 7919 % 3000 END, repeat('n', 100) FROM generate_series(1, 60000) AS i;
CREATE INDEX ON tickets (tenant);
VACUUM ANALYZE;
`;

export default definePlanFinding({
  id: 'generic-plan-far-from-custom',
  from: 'plan',
  severity: 'warning',
  title: 'The plan for any value is another than that for this one',
  why: 'A prepared statement may come to use one plan for all values. Where values are spread unevenly, that plan is wrong for the rare or for the common ones, and the query is now fast, now slow.',
  todo: "Let the query be planned for its values: `SET plan_cache_mode = 'force_custom_plan'` for the role, or don't prepare it.",
  bad: [
    { base: skewed, sql: 'SELECT note FROM tickets WHERE tenant = $1', parameters: ['1'] },
    {
      base: skewed,
      sql: 'SELECT t.note, u.note FROM tickets t JOIN tickets u ON u.id = t.id + 1 WHERE t.tenant = $1',
      parameters: ['1'],
    },
  ],
  good: [
    { base: skewed, sql: 'SELECT note FROM tickets WHERE tenant = $1', parameters: ['77'] },
    { base: skewed, sql: 'SELECT note FROM tickets WHERE id = $1', parameters: ['7'] },
    { base: skewed, sql: 'SELECT note FROM tickets WHERE tenant = 1' },
  ],
  *check({ plan, generic }) {
    if (generic === null || shapeOf(plan) === shapeOf(generic)) return;
    const [own, any] = [plan.root.cost?.total ?? 0, generic.root.cost?.total ?? 0];
    const ratio = Math.max(own, any) / Math.max(Math.min(own, any), 0.01);
    if (ratio < 5 || Math.max(own, any) < 100) return;
    yield {
      message: `For this value the plan costs ${figure(own)} (${nodeTitle(leadOf(plan))}), for any value ${figure(any)} (${nodeTitle(leadOf(generic))}).`,
      node: plan.root,
      evidence: { custom: own, generic: any },
      remedies: [
        {
          kind: 'run',
          description: 'Plan it anew each time, for the role that runs it',
          sql: "ALTER ROLE current_user SET plan_cache_mode = 'force_custom_plan';",
        },
      ],
    };
  },
});

/** What makes plans different to a person: what is done, to which relation, by which index. */
function shapeOf({ nodes }: PlanTree): string {
  return nodes.map((node) => `${node.depth} ${nodeTitle(node)}`).join('\n');
}

/** The first scan. */
function leadOf({ nodes, root }: PlanTree): PlanTree['root'] {
  return nodes.find(({ relation }) => relation !== null) ?? root;
}
