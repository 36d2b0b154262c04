import type { Node } from 'libpg-query';
import { isNode, namesIn } from './nodes-of.ts';
import { conjuncts, type QueryBlock } from './query-blocks.ts';

/** `left operator right` in a condition. */
export interface Comparison {
  readonly node: Node;
  readonly operator: string;
  readonly left: Node;
  readonly right: Node;
  /** For LIKE and the like, whether it says NOT. */
  readonly negated: boolean;
  readonly how: 'plain' | 'in' | 'any' | 'like' | 'ilike' | 'between' | 'other';
}

const kinds: Readonly<Record<string, Comparison['how']>> = {
  AEXPR_OP: 'plain',
  AEXPR_IN: 'in',
  AEXPR_OP_ANY: 'any',
  AEXPR_LIKE: 'like',
  AEXPR_ILIKE: 'ilike',
  AEXPR_SIMILAR: 'like',
  AEXPR_BETWEEN: 'between',
};

/** What LIKE and ILIKE are for PostgreSQL. */
const patterns: Readonly<Record<string, Comparison['how']>> = { '~~': 'like', '~~*': 'ilike' };

export function comparisonOf(node: Node): Comparison | null {
  if (isNode(node, 'SubLink')) {
    const { subLinkType, testexpr, subselect } = node.SubLink;
    if (subLinkType !== 'ANY_SUBLINK' || testexpr === undefined || subselect === undefined) return null;
    return { node, operator: '=', left: testexpr, right: subselect, negated: false, how: 'other' };
  }
  if (!isNode(node, 'A_Expr')) return null;
  const { lexpr, rexpr, kind = '', name } = node.A_Expr;
  if (lexpr === undefined || rexpr === undefined) return null;
  const operator = namesIn(name).at(-1) ?? '';
  const how =
    (kind === 'AEXPR_OP' || kind === 'AEXPR_OP_ANY' ? patterns[operator] : undefined) ?? kinds[kind] ?? 'other';
  return { node, operator, left: lexpr, right: rexpr, negated: operator.startsWith('!'), how };
}

/** Every comparison in the conditions of a block, also between ORs; none that is turned round by NOT. */
export function comparisonsOf(block: QueryBlock): readonly Comparison[] {
  return block.conditions.flatMap((condition) => [...within(condition)]);
}

function* within(condition: Node): Generator<Comparison> {
  if (isNode(condition, 'BoolExpr')) {
    if (condition.BoolExpr.boolop === 'NOT_EXPR') return;
    for (const each of condition.BoolExpr.args ?? []) yield* within(each);
    return;
  }
  const found = comparisonOf(condition);
  if (found !== null) yield found;
}

/** The alternatives of a condition; itself where there are none. */
export function alternatives(condition: Node): readonly (readonly Node[])[] {
  if (!isNode(condition, 'BoolExpr') || condition.BoolExpr.boolop !== 'OR_EXPR') return [[...conjuncts(condition)]];
  return (condition.BoolExpr.args ?? []).flatMap(alternatives);
}
