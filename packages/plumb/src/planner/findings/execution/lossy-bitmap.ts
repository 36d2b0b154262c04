import { numberOf } from '../../tree/plan-tree.ts';
import { shop } from '../examples/shop.ts';
import { figureOf } from '../figures.ts';
import { definePlanFinding } from '../plan-finding.ts';
import { relationName } from '../relation-of.ts';
import { memorySetting } from '../work-memory.ts';

export default definePlanFinding({
  id: 'lossy-bitmap',
  from: 'execution',
  severity: 'warning',
  title: 'A bitmap only remembers pages',
  why: 'It doesn’t fit into work_mem, so of many pages it no longer knows which rows are meant: all of their rows are read and compared again.',
  todo: 'Raise work_mem for this query, or narrow the rows by a better index.',
  over: ['rows-removed-by-recheck'],
  bad: [
    {
      base: shop,
      sql: "SET work_mem = '64kB'; SET enable_seqscan = off; SET enable_indexscan = off; SELECT count(note) FROM orders WHERE code < 'c030000'",
    },
    {
      base: shop,
      sql: "SET work_mem = '64kB'; SET enable_seqscan = off; SET enable_indexscan = off; SELECT max(note) FROM orders WHERE code > 'c020000' AND amount > 5",
    },
  ],
  good: [
    {
      base: shop,
      sql: "SET work_mem = '16MB'; SET enable_seqscan = off; SET enable_indexscan = off; SELECT count(note) FROM orders WHERE code < 'c030000'",
    },
    {
      base: shop,
      sql: "SET work_mem = '64kB'; SET enable_seqscan = off; SET enable_indexscan = off; SELECT count(note) FROM orders WHERE code < 'c000100'",
    },
  ],
  *check(view) {
    for (const node of view.plan.nodes) {
      const lossy = numberOf(node, 'Lossy Heap Blocks') ?? 0;
      const exact = numberOf(node, 'Exact Heap Blocks') ?? 0;
      // a BRIN index never knows more than pages
      if (lossy < 10 || exact === 0) continue;
      const name = relationName(node, view);
      yield {
        message: `Of ${figureOf(lossy + exact, 'page')} of ${name}, ${figureOf(lossy, 'page is', 'pages are')} read as a whole and compared again.`,
        node,
        objects: [name],
        evidence: { lossy, exact },
        remedies: [
          {
            kind: 'run',
            description: 'For this query alone, in its transaction',
            sql: `SET LOCAL work_mem = '${memorySetting((lossy + exact) * 0.1)}';`,
          },
        ],
      };
    }
  },
});
