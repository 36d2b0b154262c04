import type { Node } from 'libpg-query';

type NodeName = Node extends infer Each ? (Each extends Node ? keyof Each : never) : never;

export type NodeOf<Name extends NodeName> = Extract<Node, Record<Name, unknown>>;

/** All nodes of a name in a parse tree, from the outside in, as they stand in the text. */
export function* nodesOf<const Name extends NodeName>(tree: unknown, name: Name): Generator<NodeOf<Name>> {
  if (Array.isArray(tree)) {
    for (const each of tree) yield* nodesOf(each, name);
  } else if (typeof tree === 'object' && tree !== null) {
    if (isNode(tree, name)) yield tree;
    for (const each of Object.values(tree)) yield* nodesOf(each, name);
  }
}

export function isNode<const Name extends NodeName>(value: object, name: Name): value is NodeOf<Name> {
  return Object.hasOwn(value, name) && Object.keys(value).length === 1;
}

/** The names of a list of strings: of a column, a function, an operator. */
export function namesIn(nodes: readonly Node[] | undefined): readonly string[] {
  return (nodes ?? []).flatMap((node) => ('String' in node ? [node.String.sval ?? ''] : []));
}

/** Where an expression begins: the least place that is told of anything in it. */
export function startOf(tree: unknown): number {
  if (typeof tree !== 'object' || tree === null) return Number.POSITIVE_INFINITY;
  let start = Number.POSITIVE_INFINITY;
  for (const [name, value] of Object.entries(tree)) {
    if (name === 'location' && typeof value === 'number' && value >= 0) start = Math.min(start, value);
    else start = Math.min(start, startOf(value));
  }
  return start;
}
