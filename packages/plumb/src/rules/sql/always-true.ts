import type { Node } from 'libpg-query';
import { isNode } from './nodes-of.ts';
import { shapeOf } from './shape-of.ts';

/** `true`, or two equal constants: `WHERE 1 = 1`. */
export function isAlwaysTrue(condition: Node): boolean {
  if (isNode(condition, 'A_Const')) return condition.A_Const.boolval?.boolval === true;
  if (!isNode(condition, 'A_Expr')) return false;
  const { lexpr, rexpr, name = [] } = condition.A_Expr;
  const [operator] = name;
  const isEqual = operator !== undefined && 'String' in operator && operator.String.sval === '=';
  if (lexpr === undefined || rexpr === undefined) return false;
  return isEqual && isNode(lexpr, 'A_Const') && isNode(rexpr, 'A_Const') && shapeOf(lexpr) === shapeOf(rexpr);
}
