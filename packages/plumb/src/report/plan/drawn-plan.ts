import type { QueryPlan } from '../../planner/explain/explain-query.ts';
import { nodeTitle, type PlanNode, type PlanTree } from '../../planner/tree/plan-tree.ts';
import { readJsonPlan } from '../../planner/tree/read-json-plan.ts';
import { detailsOf, figuresOf, ownShares } from './node-words.ts';

/** A plan with all words that are drawn, whatever it is drawn as. */
export interface DrawnPlan {
  readonly sql: string;
  readonly error: string | null;
  readonly nodes: readonly DrawnNode[];
}

export interface DrawnNode {
  readonly id: number;
  /** Null at the top. */
  readonly parent: number | null;
  readonly depth: number;
  readonly title: string;
  readonly figures: string;
  readonly details: readonly string[];
  /** Of the whole, from 0 to 1. */
  readonly share: number;
  readonly rows: number;
  readonly findings: readonly string[];
}

export function drawnPlan({ sql, plan, error, findings }: QueryPlan): DrawnPlan {
  const tree = readJsonPlan(plan);
  if (tree === null) return { sql, error: error?.message ?? 'There is no plan.', nodes: [] };
  const shares = ownShares(tree);
  const told = (node: PlanNode): readonly string[] =>
    findings.filter(({ evidence }) => evidence.node === node.id).map(({ title }) => title);
  const nodes = tree.nodes.map((node) => ({
    id: node.id,
    parent: parentOf(tree, node),
    depth: node.depth,
    title: `${node.subplan === null ? '' : `${node.subplan}: `}${nodeTitle(node)}`,
    figures: figuresOf(node).join(', '),
    details: detailsOf(node),
    share: shares.get(node) ?? 0,
    rows: (node.actual ?? node).rows ?? 0,
    findings: told(node),
  }));
  return { sql, error: null, nodes };
}

function parentOf({ nodes }: PlanTree, node: PlanNode): number | null {
  return nodes.find(({ children }) => children.includes(node))?.id ?? null;
}

/** Text in HTML and SVG; XML allows no control characters. */
export function escaped(text: string): string {
  const marks: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replaceAll(/(?![\n\r\t])\p{Cc}|[\ufffe\uffff]/gu, '').replaceAll(/[&<>"']/g, (mark) => marks[mark] ?? '');
}
