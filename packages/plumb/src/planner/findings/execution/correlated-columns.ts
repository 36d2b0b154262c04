import { identifier } from '../../../catalog/identifier.ts';
import { factsOf } from '../../../rules/facts/objects-of.ts';
import { comparisonOf } from '../../../rules/sql/comparisons.ts';
import { conditionsOf, isForeign, ownColumn } from '../../tree/plan-expression.ts';
import type { PlanNode } from '../../tree/plan-tree.ts';
import { estimateOf } from '../estimates.ts';
import { figure, figureOf } from '../figures.ts';
import { definePlanFinding, type PlanView } from '../plan-finding.ts';
import { relationName } from '../relation-of.ts';

const cities = `
CREATE TABLE places (id int PRIMARY KEY, city text NOT NULL, postcode int NOT NULL, country text NOT NULL);
INSERT INTO places SELECT i, 'city ' || i % 300, 1000 + i % 300, 'country ' || i % 300 % 20 FROM generate_series(1, 60000) AS i;
ANALYZE;
`;

export default definePlanFinding({
  id: 'correlated-columns',
  from: 'execution',
  severity: 'warning',
  title: 'Columns that go together are taken for independent',
  why: 'The planner multiplies the chances of both conditions. Where one follows from the other, as the city from the postcode, it expects far too few rows.',
  todo: 'CREATE STATISTICS on the columns, and ANALYZE.',
  over: ['misestimate'],
  bad: [
    { base: cities, sql: "SELECT id FROM places WHERE city = 'city 7' AND postcode = 1007" },
    {
      base: cities,
      sql: "SELECT count(*) FROM places p WHERE p.city = 'city 9' AND p.postcode = 1009 AND p.country = 'country 9'",
    },
  ],
  good: [
    {
      base: `${cities}CREATE STATISTICS s (dependencies) ON city, postcode FROM places; ANALYZE places;`,
      sql: "SELECT id FROM places WHERE city = 'city 7' AND postcode = 1007",
    },
    { base: cities, sql: "SELECT id FROM places WHERE city = 'city 7'" },
    { base: cities, sql: "SELECT id FROM places WHERE city = 'city 7' AND id < 30000" },
  ],
  *check(view) {
    for (const node of view.plan.nodes) {
      const estimate = estimateOf(node, view.plan);
      if (node.relation === null || estimate === null) continue;
      if (estimate.got < estimate.expected * 10 || estimate.got < 100) continue;
      const columns = equated(node);
      if (columns.length < 2 || hasStatistics(columns, node, view)) continue;
      const name = relationName(node, view);
      yield {
        message: `${figureOf(estimate.got, 'row')} of ${name} have these values of ${columns.join(' and ')}, where ${figure(estimate.expected)} were expected.`,
        node,
        objects: [name],
        evidence: { expected: estimate.expected, got: estimate.got, columns },
        remedies: [
          {
            kind: 'run',
            description: 'Let ANALYZE see how they go together',
            sql: `CREATE STATISTICS ON ${columns.map(identifier).join(', ')} FROM ${name};\nANALYZE ${name};`,
          },
        ],
      };
    }
  },
});

function equated(node: PlanNode): readonly string[] {
  const inner = node.children.flatMap((child) => conditionsOf({ ...child, relation: node.relation }, 'Index Cond'));
  const conditions = [...conditionsOf(node, 'Filter'), ...conditionsOf(node, 'Index Cond'), ...inner];
  const columns = conditions.flatMap(({ tree }) => {
    const comparison = comparisonOf(tree);
    if (comparison?.operator !== '=' || !isForeign(comparison.right, node)) return [];
    return ownColumn(comparison.left, node) ?? [];
  });
  return [...new Set(columns)];
}

function hasStatistics(columns: readonly string[], node: PlanNode, view: PlanView): boolean {
  if (view.catalog === null) return false;
  const name = relationName(node, view);
  return factsOf(view.catalog, 'statistics').some(
    (each) => each.table === name && columns.every((column) => each.columns.includes(column)),
  );
}
