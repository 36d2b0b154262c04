import type { FuncCall } from 'libpg-query';
import { isNode, namesIn, nodesOf } from '../sql/nodes-of.ts';
import { parsedExpression, placeIn } from './parsed-expression.ts';

/** A call that is the same for all rows, and is made for each of them. */
export interface Call {
  /** `auth.uid` */
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Calls of functions of the user's, and of current_setting, that no sub-select of their own keeps to one. */
export function callsPerRow(text: string | null): readonly Call[] {
  const calls: Call[] = [];
  collect(parsedExpression(text), text ?? '', calls);
  return calls;
}

function collect(tree: unknown, text: string, calls: Call[]): void {
  if (typeof tree !== 'object' || tree === null) return;
  if (isNode(tree, 'SelectStmt') && tree.SelectStmt.fromClause === undefined && tree.SelectStmt.op === 'SETOP_NONE')
    return;
  if (isNode(tree, 'FuncCall')) {
    const call = callOf(tree.FuncCall, text);
    if (call !== null) {
      calls.push(call);
      return;
    }
  }
  for (const each of Object.values(tree)) collect(each, text, calls);
}

function callOf(call: FuncCall, text: string): Call | null {
  const path = namesIn(call.funcname);
  const isOwn = path.length === 2 && path[0] !== 'pg_catalog';
  if (!isOwn && path.at(-1) !== 'current_setting') return null;
  if (nodesOf(call.args, 'ColumnRef').length > 0 || nodesOf(call.args, 'SubLink').length > 0) return null;
  const start = placeIn(call.location);
  return { name: path.join('.'), start, end: closing(text, start) };
}

/** Behind the parenthesis that ends a call. */
function closing(text: string, start: number): number {
  let depth = 0;
  for (const { 0: part, index } of text.slice(start).matchAll(/'(?:[^']|'')*'|"(?:[^"]|"")*"|[()]/g)) {
    if (part === '(') depth++;
    if (part === ')' && --depth === 0) return start + index + 1;
  }
  return text.length;
}
