import { numberOf } from '../../tree/plan-tree.ts';
import { events } from '../examples/events.ts';
import { figureOf } from '../figures.ts';
import { definePlanFinding } from '../plan-finding.ts';

export default definePlanFinding({
  id: 'run-time-pruning',
  from: 'execution',
  severity: 'info',
  title: 'Partitions are left out only while the query runs',
  why: 'The value of the partition key isn’t known when the query is planned: every partition is locked and planned for, which costs more the more there are.',
  todo: 'Give the value as a constant or a parameter of a custom plan, instead of by a sub-query or now().',
  bad: [
    {
      base: events,
      sql: 'SELECT id FROM events WHERE at > timestamptz $$2026-06-01$$ + (SELECT 1) * interval $$1 day$$',
    },
    { base: events, sql: 'SELECT count(*) FROM events WHERE at = (SELECT max(at) FROM days)' },
  ],
  good: [
    { base: events, sql: "SELECT id FROM events WHERE at > '2026-06-10'" },
    { base: events, sql: 'SELECT count(*) FROM events' },
  ],
  *check({ plan }) {
    for (const node of plan.nodes) {
      if (!/^(?:Merge )?Append$/.test(node.type)) continue;
      const removed = numberOf(node, 'Subplans Removed') ?? 0;
      const unused = node.children.filter(({ actual }) => actual !== null && actual.loops === 0).length;
      // a LIMIT that was satisfied before leaves them out, too
      const isLimited = plan.nodes.some(({ type, id }) => type === 'Limit' && id < node.id);
      const left = removed + (isLimited ? 0 : unused);
      if (left < 2) continue;
      yield {
        message: `${figureOf(left, 'partition')} of ${figureOf(node.children.length + removed, 'partition')} were planned for and then left out.`,
        node,
        evidence: { left, planned: node.children.length + removed },
      };
    }
  },
});
