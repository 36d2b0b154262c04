/** Numbers the strongly connected components of a graph: nodes that lie on a common cycle have the same number. */
export function components<Node>(
  nodes: readonly Node[],
  next: (node: Node) => readonly Node[],
): ReadonlyMap<Node, number> {
  const index = new Map<Node, number>();
  const low = new Map<Node, number>();
  const component = new Map<Node, number>();
  const stack: Node[] = [];
  let count = 0;
  for (const root of nodes) {
    if (index.has(root)) continue;
    // Tarjan's algorithm with a stack of its own: chains can be thousands long.
    const path: { readonly node: Node; readonly ahead: readonly Node[]; at: number }[] = [];
    const enter = (node: Node): void => {
      index.set(node, index.size);
      low.set(node, index.size - 1);
      stack.push(node);
      path.push({ node, ahead: next(node), at: 0 });
    };
    enter(root);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const ahead = top.ahead[top.at++];
      if (ahead !== undefined) {
        if (!index.has(ahead)) enter(ahead);
        else if (!component.has(ahead)) low.set(top.node, Math.min(lowOf(top.node), index.get(ahead) ?? 0));
        continue;
      }
      path.pop();
      const parent = path.at(-1);
      if (parent !== undefined) low.set(parent.node, Math.min(lowOf(parent.node), lowOf(top.node)));
      if (lowOf(top.node) !== index.get(top.node)) continue;
      for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
        component.set(node, count);
        if (node === top.node) break;
      }
      count += 1;
    }
  }
  return component;

  function lowOf(node: Node): number {
    return low.get(node) ?? 0;
  }
}
