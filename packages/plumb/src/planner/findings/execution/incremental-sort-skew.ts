import { listOf, type PlanNode } from '../../tree/plan-tree.ts';
import { isObject } from '../../tree/read-json-plan.ts';
import { figureOf } from '../figures.ts';
import { definePlanFinding } from '../plan-finding.ts';

const visits = `
CREATE TABLE visits (id int PRIMARY KEY, day int NOT NULL, seconds int NOT NULL);
INSERT INTO visits SELECT i, CASE WHEN i % 20 = 0 THEN i / 100 ELSE 0 END, i * 7919 % 60000 FROM generate_series(1, 60000) AS i;
CREATE INDEX ON visits (day);
VACUUM ANALYZE;
`;

export default definePlanFinding({
  id: 'incremental-sort-skew',
  from: 'execution',
  severity: 'info',
  title: 'Nearly all rows are in one group of an incremental sort',
  why: 'Rows come sorted by the first column, and only those with the same value are sorted by the rest. Where nearly all have the same one, it is a full sort, and the first row comes late.',
  todo: 'Make an index on all columns of the order.',
  bad: [
    {
      base: visits,
      sql: 'SET enable_seqscan = off; SET enable_sort = off; SELECT id FROM visits ORDER BY day, seconds LIMIT 50',
    },
    {
      base: visits,
      sql: 'SET enable_seqscan = off; SET enable_sort = off; SELECT id, seconds FROM visits ORDER BY day, seconds, id',
    },
  ],
  good: [
    {
      base: visits,
      sql: 'SET enable_seqscan = off; SELECT id FROM visits WHERE day > 5 ORDER BY day, seconds LIMIT 50',
    },
    {
      base: `${visits}CREATE INDEX ON visits (day, seconds);`,
      sql: 'SELECT id FROM visits ORDER BY day, seconds LIMIT 50',
    },
  ],
  *check({ plan }) {
    for (const node of plan.nodes) {
      if (node.type !== 'Incremental Sort' || node.actual === null) continue;
      const rows = node.children[0]?.actual?.rows ?? 0;
      const groups = groupsOf(node, 'Full-sort Groups') + groupsOf(node, 'Pre-sorted Groups');
      const peak = Math.max(peakOf(node, 'Full-sort Groups'), peakOf(node, 'Pre-sorted Groups'));
      const average = rows / Math.max(1, groups);
      // the largest group took most of the memory that all rows would
      const share = peak === 0 ? 0 : (peak * 1024) / Math.max(1, rows * ((node.width ?? 8) + 24));
      if (rows < 1000 || (average < 1000 && share < 0.5)) continue;
      yield {
        message: `${figureOf(rows, 'row')} came in ${figureOf(groups, 'group')} of ${listOf(node, 'Presorted Key').join(', ')}, the largest of which holds most of them.`,
        node,
        evidence: { rows, groups, peakKilobytes: peak },
      };
    }
  },
});

function groupsOf(node: PlanNode, name: string): number {
  const group = node.facts[name];
  return isObject(group) && typeof group['Group Count'] === 'number' ? group['Group Count'] : 0;
}

function peakOf(node: PlanNode, name: string): number {
  const group = node.facts[name];
  if (!isObject(group)) return 0;
  const spaces = [group['Sort Space Memory'], group['Sort Space Disk']].filter(isObject);
  return Math.max(0, ...spaces.map((space) => Number(space['Peak Sort Space Used'] ?? 0)));
}
