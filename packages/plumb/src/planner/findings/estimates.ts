import { above, type PlanNode, type PlanTree } from '../tree/plan-tree.ts';

export interface Estimate {
  /** Rows of one loop. */
  readonly expected: number;
  readonly got: number;
  /** How many times more or fewer. */
  readonly factor: number;
}

/** How far the planner was from what came; null where that can't be said: not run, or not run to its end. */
export function estimateOf(node: PlanNode, tree: PlanTree): Estimate | null {
  const { actual, rows } = node;
  if (actual === null || rows === null || actual.loops === 0 || stopsEarly(node, tree)) return null;
  if (noEstimate.test(node.type)) return null;
  const [expected, got] = [Math.max(1, rows), Math.max(1, actual.rows)];
  return { expected: rows, got: actual.rows, factor: Math.max(expected / got, got / expected) };
}

/** Their rows are no guess of the planner: those of a bitmap's parts, and of what changes rows. */
const noEstimate = /^(?:Bitmap(?:And|Or)|ModifyTable|Memoize|Materialize|Limit)$/;

/** A LIMIT, a semi-join or a merge join above takes only as many rows as it needs. */
function stopsEarly(node: PlanNode, tree: PlanTree): boolean {
  let under = node;
  for (const parent of above(tree, node)) {
    if (/^(?:Limit|Merge Join)$/.test(parent.type)) return true;
    if (parent.facts['Join Type'] === 'Semi' || parent.facts['Join Type'] === 'Anti') return true;
    if (under.relationship === 'SubPlan' || under.relationship === 'InitPlan') return true;
    if (/^(?:Sort|Hash|Aggregate)$/.test(parent.type)) return false;
    under = parent;
  }
  return false;
}

export function isMisjudged(node: PlanNode, tree: PlanTree): boolean {
  const estimate = estimateOf(node, tree);
  return estimate !== null && estimate.factor >= 10 && Math.max(estimate.expected, estimate.got) >= 100;
}
