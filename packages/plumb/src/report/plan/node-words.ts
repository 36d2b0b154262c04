import { listOf, numberOf, type PlanNode, type PlanTree, textOf } from '../../planner/tree/plan-tree.ts';
import { counted, formatBytes, formatCount, formatDuration } from '../units.ts';

/** What is told of a node below its title: what it looks for, and what it threw away. */
export function detailsOf(node: PlanNode): readonly string[] {
  const texts = named.flatMap((name) => {
    const text = textOf(node, name) ?? listOf(node, name).join(', ');
    return text === '' ? [] : [`${name.toLowerCase()}: ${text}`];
  });
  const removed = numberOf(node, 'Rows Removed by Filter') ?? numberOf(node, 'Rows Removed by Join Filter') ?? 0;
  return removed > 0 ? [...texts, `removed: ${counted(removed, 'row')} each time`] : texts;
}

const named = [
  'Index Cond',
  'Recheck Cond',
  'Hash Cond',
  'Merge Cond',
  'Join Filter',
  'Filter',
  'Sort Key',
  'Group Key',
];

/** `cost 12.30`, `1,234 rows`, `8 B`; of an executed plan what came of it, too. */
export function figuresOf({ cost, rows, width, actual }: PlanNode): readonly string[] {
  const expected = [
    ...(cost === null ? [] : [`cost ${formatCost(cost.total)}`]),
    ...(rows === null ? [] : [counted(Math.round(rows), 'row')]),
    ...(width === null || width === 0 ? [] : [formatBytes(width)]),
  ];
  if (actual === null) return expected;
  if (actual.loops === 0) return [...expected, 'never run'];
  const time = actual.total === null ? [] : [formatDuration(actual.total * actual.loops)];
  const loops = actual.loops === 1 ? '' : ` × ${formatCount(actual.loops)}`;
  return [...expected, `got ${formatCount(Math.round(actual.rows))}${loops}`, ...time];
}

export function formatCost(cost: number): string {
  return formatCount(Math.round(cost)).length > 4 ? formatCount(Math.round(cost)) : cost.toFixed(2);
}

/** What each node adds to the cost of those below it, as a share of the whole. */
export function ownShares({ root, nodes }: PlanTree): ReadonlyMap<PlanNode, number> {
  const whole = weight(root);
  const own = (node: PlanNode): number => {
    const below = node.children.filter(({ relationship }) => relationship !== 'InitPlan' && relationship !== 'SubPlan');
    return Math.max(0, weight(node) - below.reduce((sum, child) => sum + weight(child), 0));
  };
  return new Map(nodes.map((node) => [node, whole === 0 ? 0 : Math.min(1, own(node) / whole)]));
}

/** Time where it was run, else cost. */
function weight({ cost, actual }: PlanNode): number {
  if (actual !== null && actual.total !== null) return actual.total * actual.loops;
  return cost?.total ?? 0;
}
