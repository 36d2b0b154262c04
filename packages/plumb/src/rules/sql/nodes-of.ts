import type { Node } from 'libpg-query';

type NodeName = Node extends infer Each ? (Each extends Node ? keyof Each : never) : never;

type NodeOf<Name extends NodeName> = Extract<Node, Record<Name, unknown>>;

/** All nodes of a name in a parse tree, from the outside in, as they stand in the text. */
export function* nodesOf<const Name extends NodeName>(tree: unknown, name: Name): Generator<NodeOf<Name>> {
  if (Array.isArray(tree)) {
    for (const each of tree) yield* nodesOf(each, name);
  } else if (typeof tree === 'object' && tree !== null) {
    if (isNode(tree, name)) yield tree;
    for (const each of Object.values(tree)) yield* nodesOf(each, name);
  }
}

function isNode<Name extends NodeName>(value: object, name: Name): value is NodeOf<Name> {
  return Object.hasOwn(value, name) && Object.keys(value).length === 1;
}
