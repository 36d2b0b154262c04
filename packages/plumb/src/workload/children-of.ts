import type { ArrowFunctionExpression, Function as NamedFunction, Node } from 'oxc-parser';

/** The nodes right below one, as they stand in the text. */
export function childrenOf(node: Node): readonly Node[] {
  const found: Node[] = [];
  for (const [name, value] of Object.entries(node)) {
    if (name === 'parent') continue;
    for (const each of Array.isArray(value) ? value : [value]) if (isNode(each)) found.push(each);
  }
  return found.toSorted((one, other) => one.start - other.start);
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}

/** A function's code with its parameters, whichever way it is written. */
export type FunctionNode = NamedFunction | ArrowFunctionExpression;

export function isFunction(node: Node): node is FunctionNode {
  return (
    node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression' || node.type === 'ArrowFunctionExpression'
  );
}
