import type { JsonObject } from '../plan-tree.ts';
import { nodeFacts } from './node-line.ts';
import { planLines } from './plan-lines.ts';
import { propertyFacts } from './property-line.ts';
import { summaryFacts } from './summary-lines.ts';

type Facts = Record<string, unknown>;

interface OpenNode {
  readonly indent: number;
  readonly facts: Facts;
  readonly children: Facts[];
}

/** Reads the text form of a plan into the shape that EXPLAIN (FORMAT JSON) has; null where it is none. */
export function readTextPlan(text: string): JsonObject | null {
  const lines = planLines(text);
  const end = lines.findIndex(
    (line, at) =>
      at > 0 &&
      /^\s{0,2}(?:Planning(?: Time)?:|Execution Time:|Total runtime:|JIT:|Trigger |Settings:|Query Identifier:|Serialization:)/.test(
        line,
      ),
  );
  const [tree, summary] = end < 0 ? [lines, []] : [lines.slice(0, end), lines.slice(end)];
  const open: OpenNode[] = [];
  let label: string | null = null;
  let root: Facts | null = null;
  for (const line of tree) {
    const indent = line.search(/\S/);
    const [, named] = /^\s*((?:InitPlan|SubPlan) \d+(?: \(returns .*\))?|CTE .+?)\s*$/.exec(line) ?? [];
    if (named !== undefined && !line.includes('(cost=')) {
      closeTo(open, indent);
      label = named;
      continue;
    }
    const facts: Facts | null = root === null || line.trimStart().startsWith('->') ? nodeFacts(line) : null;
    if (facts === null) {
      const node = open.at(-1);
      if (root === null || node === undefined) return null;
      // each worker's own figures, and what a change of several tables lists, are not the node's
      if (!/^\s*(?:Worker \d+:|(?:Insert|Update|Delete) on )/.test(line) && !isOfWorker(line, open)) {
        Object.assign(node.facts, propertyFacts(line, String(node.facts['Node Type'])));
      }
      continue;
    }
    closeTo(open, indent);
    const parent = open.at(-1);
    if (parent === undefined && root !== null) return null;
    if (parent !== undefined) adopt(parent, facts, label);
    else root = facts;
    label = null;
    open.push({ indent, facts, children: [] });
  }
  return root === null ? null : { Plan: root, ...summaryFacts(summary) };
}

/** Lines of a worker stand further in than those of its node. */
function isOfWorker(line: string, open: readonly OpenNode[]): boolean {
  const node = open.at(-1);
  if (node === undefined) return false;
  const indent = line.search(/\S/);
  const own = node.indent + (open.length === 1 ? 2 : 6);
  return indent > own && open.length > 0;
}

function closeTo(open: OpenNode[], indent: number): void {
  while ((open.at(-1)?.indent ?? -1) >= indent) open.pop();
}

const members = new Set(['Append', 'Merge Append', 'BitmapAnd', 'BitmapOr']);
const pairs = new Set(['Hash Join', 'Merge Join', 'Nested Loop', 'Recursive Union', 'SetOp']);

function adopt({ facts: parent, children }: OpenNode, child: Facts, label: string | null): void {
  if (label !== null) {
    child['Parent Relationship'] = label.startsWith('SubPlan') ? 'SubPlan' : 'InitPlan';
    child['Subplan Name'] = label;
  } else {
    const type = String(parent['Node Type']);
    const before = children.filter((each) => each['Subplan Name'] === undefined).length;
    child['Parent Relationship'] = members.has(type)
      ? 'Member'
      : type === 'Subquery Scan'
        ? 'Subquery'
        : pairs.has(type) && before > 0
          ? 'Inner'
          : 'Outer';
  }
  children.push(child);
  parent.Plans = children;
}
