import type { Node } from 'libpg-query';

type NodeName = Node extends infer Each ? (Each extends Node ? keyof Each : never) : never;

export type NodeOf<Name extends NodeName> = Extract<Node, Record<Name, unknown>>;

/** All nodes of a name in a parse tree, from the outside in, as they stand in the text. */
export function nodesOf<const Name extends NodeName>(tree: unknown, name: Name): readonly NodeOf<Name>[] {
  if (typeof tree !== 'object' || tree === null) return [];
  return (nodesByName(tree).get(name) ?? []).filter((node) => isNode(node, name));
}

const known = new WeakMap<object, ReadonlyMap<string, readonly object[]>>();

/** Many rules ask the same tree, each for other nodes. */
function nodesByName(tree: object): ReadonlyMap<string, readonly object[]> {
  const found = known.get(tree);
  if (found !== undefined) return found;
  const nodes = new Map<string, object[]>();
  const add = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const names = Array.isArray(value) ? [] : Object.keys(value);
    const [name] = names;
    if (name !== undefined && names.length === 1) {
      const same = nodes.get(name);
      if (same === undefined) nodes.set(name, [value]);
      else same.push(value);
    }
    for (const inner of Object.values(value)) add(inner);
  };
  add(tree);
  known.set(tree, nodes);
  return nodes;
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
