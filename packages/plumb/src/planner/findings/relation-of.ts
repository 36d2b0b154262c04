import { qualified } from '../../catalog/identifier.ts';
import { type KnownTable, tableNamed } from '../../rules/sql/known-tables.ts';
import { above, innerOf, numberOf, outerOf, type PlanNode, type PlanTree, textOf } from '../tree/plan-tree.ts';
import type { PlanView } from './plan-finding.ts';

/** The table that a node reads, where the schema is known. */
export function tableOf({ relation }: PlanNode, { catalog }: PlanView): KnownTable | null {
  if (catalog === null || relation === null) return null;
  return tableNamed(catalog, relation.schema ?? undefined, relation.name);
}

/** Its name: qualified where the schema is known. */
export function relationName(node: PlanNode, view: PlanView): string {
  const { relation } = node;
  const known = tableOf(node, view)?.name;
  if (known !== undefined) return known;
  if (relation === null) return node.type;
  return relation.schema === null ? relation.name : qualified(relation.schema, relation.name);
}

interface ScannedSize {
  readonly pages: number;
  readonly rows: number;
}

/** How large the table is that a node scans: as it is known, as it was read, or as its cost tells. */
export function scannedSize(node: PlanNode, view: PlanView): ScannedSize | null {
  const known = view.sizes?.get(relationName(node, view));
  if (known !== undefined && known.pages > 0) return known;
  if (!/Seq Scan$/.test(node.type)) return null;
  const { actual, cost } = node;
  const read = readRows(node);
  if (actual !== null && read !== null) {
    const blocks = (numberOf(node, 'Shared Hit Blocks') ?? 0) + (numberOf(node, 'Shared Read Blocks') ?? 0);
    return { pages: blocks > 0 ? blocks : read / usualRowsPerPage, rows: read };
  }
  if (cost === null) return null;
  const conditions = (textOf(node, 'Filter') ?? '').split(' AND ').length;
  const perRow = 1 / usualRowsPerPage + 0.01 + 0.0025 * conditions;
  // workers share the rows, not the pages
  const rows = cost.total / perRow;
  return { rows, pages: rows / usualRowsPerPage };
}

const usualRowsPerPage = 60;

/** Rows that all runs of a node gave, as they were counted, or as the planner expects. */
export function totalRows(node: PlanNode, tree: PlanTree): number {
  if (node.actual !== null) return node.actual.rows * node.actual.loops;
  return (node.rows ?? 0) * expectedLoops(node, tree) * workersOf(node, tree);
}

/** Rows that all runs of an executed scan looked at; null where it wasn't executed. */
export function readRows(node: PlanNode): number | null {
  if (node.actual === null) return null;
  const { rows, loops } = node.actual;
  return (rows + removedByFilter(node)) * loops;
}

/** Of each loop. */
export function removedByFilter(node: PlanNode): number {
  return (numberOf(node, 'Rows Removed by Filter') ?? 0) + (numberOf(node, 'Rows Removed by Index Recheck') ?? 0);
}

/** Below a Gather, the planner's rows are those of one process: the leader counts in part. */
function workersOf(node: PlanNode, tree: PlanTree): number {
  if (!node.parallelAware) return 1;
  const gather = above(tree, node).find(({ type }) => type.startsWith('Gather'));
  const planned = gather === undefined ? null : numberOf(gather, 'Workers Planned');
  if (planned === null) return 1;
  const leader = 1 - 0.3 * planned;
  return planned + Math.max(0, leader);
}

/** How often a node is run: counted, or as the planner expects. */
export function loopsOf(node: PlanNode, tree: PlanTree): number {
  return node.actual === null ? expectedLoops(node, tree) : node.actual.loops;
}

function expectedLoops(node: PlanNode, tree: PlanTree): number {
  let loops = 1;
  let below = node;
  for (const parent of above(tree, node)) {
    if (remembers.has(parent.type)) return loops;
    if (parent.type === 'Nested Loop' && innerOf(parent) === below) loops *= Math.max(1, outerOf(parent)?.rows ?? 1);
    if (below.relationship === 'SubPlan' && !isHashed(below, parent)) loops *= Math.max(1, parent.rows ?? 1);
    if (below.relationship === 'InitPlan') return loops;
    below = parent;
  }
  return loops;
}

/** Nodes that keep what they read, and give it again without asking below. */
const remembers = new Set(['Materialize', 'Hash']);

/** Whether a sub-plan is run once, and looked up in a hash table. */
export function isHashed(subplan: PlanNode, parent: PlanNode): boolean {
  const name = subplan.subplan ?? 'SubPlan';
  return Object.values(parent.facts).some((value) => typeof value === 'string' && value.includes(`hashed ${name}`));
}

/** How much of a node's rows is asked for, where a LIMIT above it stops early: 1 is all. */
export function shareAsked(node: PlanNode, tree: PlanTree): number {
  let share = 1;
  let below = node;
  for (const parent of above(tree, node)) {
    if (needsAll.has(parent.type) || below.relationship === 'InitPlan' || below.relationship === 'SubPlan')
      return share;
    if (parent.type === 'Aggregate') return share;
    if (parent.type === 'Limit' && parent.cost !== null && below.cost !== null) {
      const whole = below.cost.total - below.cost.startup;
      if (whole > 0) share *= Math.min(1, Math.max(0, (parent.cost.total - below.cost.startup) / whole));
    }
    below = parent;
  }
  return share;
}

const needsAll = new Set(['Sort', 'Hash', 'Materialize', 'WindowAgg', 'SetOp', 'ModifyTable', 'Bitmap Heap Scan']);
