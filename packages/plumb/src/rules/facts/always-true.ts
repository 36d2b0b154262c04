import type { Node } from 'libpg-query';
import { parsedExpression } from './parsed-expression.ts';

/** Whether an expression is true whatever the row. */
export function isAlwaysTrue(text: string | null): boolean {
  const tree = parsedExpression(text);
  return tree !== null && truthOf(tree) === true;
}

function truthOf(node: Node | undefined): boolean | null {
  if (node === undefined) return null;
  if ('A_Const' in node) return 'boolval' in node.A_Const ? (node.A_Const.boolval?.boolval ?? false) : null;
  if ('TypeCast' in node) return truthOf(node.TypeCast.arg);
  if ('BoolExpr' in node) {
    const values = (node.BoolExpr.args ?? []).map(truthOf);
    if (node.BoolExpr.boolop === 'NOT_EXPR') return values[0] === null || values[0] === undefined ? null : !values[0];
    if (node.BoolExpr.boolop === 'OR_EXPR') return values.includes(true) ? true : null;
    return values.every((value) => value === true) ? true : null;
  }
  if ('A_Expr' in node && node.A_Expr.kind === 'AEXPR_OP') {
    const [operator] = node.A_Expr.name ?? [];
    if (operator === undefined || !('String' in operator) || operator.String.sval !== '=') return null;
    return withoutPlaces(node.A_Expr.lexpr) === withoutPlaces(node.A_Expr.rexpr) ? true : null;
  }
  return null;
}

function withoutPlaces(node: Node | undefined): string {
  return JSON.stringify(node, (name, value: unknown) => (name === 'location' ? undefined : value));
}
