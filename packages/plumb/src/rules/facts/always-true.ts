import { isAlwaysTrue as isTreeAlwaysTrue } from '../sql/always-true.ts';
import { parsedExpression } from './parsed-expression.ts';

/** Whether an expression is true whatever the row. */
export function isAlwaysTrue(text: string | null): boolean {
  const tree = parsedExpression(text);
  return tree !== null && isTreeAlwaysTrue(tree);
}
