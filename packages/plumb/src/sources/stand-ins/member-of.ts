/** A property of a parser's node that is read by its name, whatever the node is. */
export function memberOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Object.getOwnPropertyDescriptor(value, key)?.value : undefined;
}

/** Calls `visit` for every object in a tree. */
export function visitAll(value: unknown, visit: (node: object) => void): void {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) visit(value);
  for (const inner of Object.values(value)) visitAll(inner, visit);
}
