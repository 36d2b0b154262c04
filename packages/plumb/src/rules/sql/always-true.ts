import type { Node } from 'libpg-query';
import { isNode } from './nodes-of.ts';

/** Whether a condition is true whatever the row: `true`, `1 = 1`, `id = 5 OR true`. */
export function isAlwaysTrue(condition: Node): boolean {
  return truthOf(condition) === true;
}

/** Null where it depends on the row. */
function truthOf(node: Node | undefined): boolean | null {
  if (node === undefined) return null;
  if (isNode(node, 'A_Const'))
    return node.A_Const.boolval === undefined ? null : (node.A_Const.boolval.boolval ?? false);
  if (isNode(node, 'TypeCast')) return truthOf(node.TypeCast.arg);
  if (isNode(node, 'BoolExpr')) {
    const values = (node.BoolExpr.args ?? []).map(truthOf);
    if (node.BoolExpr.boolop === 'NOT_EXPR') return values[0] === null || values[0] === undefined ? null : !values[0];
    if (node.BoolExpr.boolop === 'OR_EXPR') return values.includes(true) ? true : null;
    return values.every((value) => value === true) ? true : null;
  }
  if (!isNode(node, 'A_Expr') || node.A_Expr.kind !== 'AEXPR_OP') return null;
  const { lexpr, rexpr, name = [] } = node.A_Expr;
  const [operator] = name;
  const isEqual = operator !== undefined && 'String' in operator && operator.String.sval === '=';
  // a column equals itself in every row that has a value
  const isSame =
    isEqual && lexpr !== undefined && !isNode(lexpr, 'FuncCall') && withoutPlaces(lexpr) === withoutPlaces(rexpr);
  return isSame ? true : null;
}

/** With qualifiers: `a.id = b.id` says something. */
function withoutPlaces(node: Node | undefined): string {
  return JSON.stringify(node, (name, value: unknown) => (name === 'location' ? undefined : value));
}
