import { numberOf, textOf } from '../../tree/plan-tree.ts';
import { figureOf } from '../figures.ts';
import { definePlanFinding } from '../plan-finding.ts';
import { relationName } from '../relation-of.ts';

const documents = `
CREATE TABLE documents (id int PRIMARY KEY, body tsvector NOT NULL, words text[] NOT NULL, at int NOT NULL);
INSERT INTO documents
  SELECT i, to_tsvector('simple', 'red w' || i % 3 || ' blue w' || i % 7), ARRAY['w' || i % 3, 'w' || i % 7], i
  FROM generate_series(1, 20000) AS i;
CREATE INDEX ON documents USING gin (body);
CREATE INDEX ON documents USING brin (at) WITH (pages_per_range = 64);
VACUUM ANALYZE;
`;

export default definePlanFinding({
  id: 'rows-removed-by-recheck',
  from: 'execution',
  severity: 'warning',
  title: 'An index leads to rows that it isn’t sure of',
  why: 'A BRIN, GiST or GIN index, or a bitmap without memory, gives candidates: each is fetched and compared again, and most are no match.',
  todo: 'Take an index that answers the condition itself: a b-tree for ranges, smaller pages_per_range for BRIN, a phrase or trigram index that is more exact.',
  bad: [
    { base: documents, sql: 'SET enable_seqscan = off; SELECT id FROM documents WHERE at BETWEEN 100 AND 110' },
    {
      base: documents,
      sql: "SET enable_seqscan = off; SELECT count(*) FROM documents WHERE body @@ to_tsquery('simple', 'blue <-> red')",
    },
  ],
  good: [
    {
      base: documents,
      sql: "SET enable_seqscan = off; SELECT count(*) FROM documents WHERE body @@ to_tsquery('simple', 'w1 & w5')",
    },
    { base: documents, sql: 'SELECT count(*) FROM documents WHERE id BETWEEN 100 AND 110' },
  ],
  *check(view) {
    for (const node of view.plan.nodes) {
      const removed = (numberOf(node, 'Rows Removed by Index Recheck') ?? 0) * (node.actual?.loops ?? 1);
      const kept = (node.actual?.rows ?? 0) * (node.actual?.loops ?? 1);
      if (removed < 500 || removed < kept) continue;
      const name = relationName(node, view);
      const index = node.index ?? node.children[0]?.index ?? 'The index';
      const condition = textOf(node, 'Recheck Cond') ?? textOf(node, 'Index Cond') ?? 'the condition';
      yield {
        message: `${index} led to ${figureOf(removed + kept, 'row')} of ${name}, and ${condition} held for ${figureOf(kept, 'row')}.`,
        node,
        objects: [name],
        evidence: { removed, kept },
      };
    }
  },
});
