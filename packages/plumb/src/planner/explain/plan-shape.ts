import { nodeTitle, type PlanTree } from '../tree/plan-tree.ts';

/** A plan as a person compares it: what is done, to which relation, by which index; a line for each node. */
export function planShape({ nodes }: PlanTree): readonly string[] {
  return nodes.map((node) => {
    const label = node.subplan === null ? '' : `${node.subplan}: `;
    return `${'  '.repeat(node.depth)}${label}${nodeTitle(node)}`;
  });
}

/** The lines that one plan has and another has not, however deep they stand. */
export function unlike(one: readonly string[], other: readonly string[]): readonly string[] {
  const rest = other.map((line) => line.trim());
  return one
    .map((line) => line.trim())
    .filter((line) => {
      const at = rest.indexOf(line);
      if (at >= 0) rest.splice(at, 1);
      return at < 0;
    });
}
