import type { Node } from 'libpg-query';
import { parsedExpression } from '../../rules/facts/parsed-expression.ts';
import { isNode, namesIn, nodesOf } from '../../rules/sql/nodes-of.ts';
import { type PlanNode, textOf } from './plan-tree.ts';

/** What EXPLAIN calls the conditions of a node. */
export type ConditionName =
  | 'Filter'
  | 'Index Cond'
  | 'Recheck Cond'
  | 'Join Filter'
  | 'Hash Cond'
  | 'Merge Cond'
  | 'One-Time Filter'
  | 'Order By';

/** A part of a condition: as EXPLAIN prints it, and as the parser reads it. */
export interface Condition {
  readonly text: string;
  readonly tree: Node;
}

/** The parts of a condition that must all hold; none where there is no such condition, or the parser can't read it. */
export function conditionsOf(node: PlanNode, name: ConditionName): readonly Condition[] {
  return splitAt(textOf(node, name) ?? '', 'AND').flatMap((text) => {
    const tree = planExpression(text);
    return tree === null ? [] : [{ text, tree }];
  });
}

/** The alternatives of a condition; itself where there are none. */
export function alternativesOf({ text }: Condition): readonly Condition[] {
  return splitAt(text, 'OR').flatMap((part) => {
    const tree = planExpression(part);
    return tree === null ? [] : [{ text: part, tree }];
  });
}

/** An expression as EXPLAIN prints it; its sub-plans, which are no SQL, become parameters. */
export function planExpression(text: string | null): Node | null {
  if (text === null) return null;
  const plain = text
    .replaceAll(/\((?:hashed )?(?:SubPlan|InitPlan) \d+\)(?:\.col\d+)?/g, '$99')
    .replaceAll(/(?<=^|\(|NOT )(?:ANY|ALL) \(/g, '(')
    .replaceAll(/\bEXISTS\(/g, 'coalesce(');
  return parsedExpression(plain);
}

/** PostgreSQL puts each part in parentheses: `((a = 1) AND (b = 2))`. */
function splitAt(text: string, word: 'AND' | 'OR'): readonly string[] {
  const inner = withoutParentheses(text);
  const parts: string[] = [];
  let from = 0;
  for (const at of outerPlaces(inner, ` ${word} `)) {
    parts.push(inner.slice(from, at));
    from = at + word.length + 2;
  }
  if (parts.length === 0) return text === '' ? [] : [text];
  return [...parts, inner.slice(from)];
}

/** The two sides of a comparison as EXPLAIN prints it. */
export function sidesOf(text: string, operator: string): { readonly left: string; readonly right: string } | null {
  const inner = withoutParentheses(text);
  const [at] = outerPlaces(inner, ` ${operator} `);
  if (at === undefined) return null;
  return { left: inner.slice(0, at), right: inner.slice(at + operator.length + 2) };
}

/** Without those around all of it. */
export function withoutParentheses(text: string): string {
  if (!text.startsWith('(')) return text;
  const [end] = depths(text).filter(({ depth, at }) => depth === 0 && text[at] === ')');
  return end?.at === text.length - 1 ? text.slice(1, -1) : text;
}

/** Where a word stands that is in no parentheses and no quotes. */
function outerPlaces(text: string, word: string): readonly number[] {
  return depths(text)
    .filter(({ depth, at }) => depth === 0 && text.startsWith(word, at))
    .map(({ at }) => at);
}

/** How deep in parentheses each character that is in no quotes stands; a closing one as deep as its opening one. */
function depths(text: string): readonly { readonly at: number; readonly depth: number }[] {
  const found: { at: number; depth: number }[] = [];
  let depth = 0;
  for (const { 0: part, index } of text.matchAll(/'(?:[^']|'')*'|"(?:[^"]|"")*"|[\s\S]/g)) {
    if (part === ')') depth -= 1;
    if (part.length === 1) found.push({ at: index, depth });
    if (part === '(') depth += 1;
  }
  return found;
}

/** The columns of a node's own relation that an expression names. */
export function ownColumns(tree: Node | undefined, node: PlanNode): readonly string[] {
  return [...nodesOf(tree, 'ColumnRef')].flatMap((each) => ownColumn(each, node) ?? []);
}

/** The column of a node's own relation that an expression is; null where it is something else. */
export function ownColumn(tree: Node | undefined, { relation }: PlanNode): string | null {
  if (tree === undefined || relation === null || !isNode(tree, 'ColumnRef')) return null;
  const names = namesIn(tree.ColumnRef.fields);
  const [first, second] = names;
  if (names.length === 1) return first ?? null;
  return names.length === 2 && first === relation.alias ? (second ?? null) : null;
}

/** Whether an expression says nothing of the node's own relation: a constant, a parameter, a column of another. */
export function isForeign(tree: Node | undefined, node: PlanNode): boolean {
  return tree !== undefined && ownColumns(tree, node).length === 0;
}
