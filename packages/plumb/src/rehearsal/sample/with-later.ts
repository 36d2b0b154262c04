import type { TableShape } from './table-shape.ts';

/** Tables that want of their rows what they want now, and what they will want of the columns that they have now. */
export function withLater(shapes: readonly TableShape[], later: readonly TableShape[]): readonly TableShape[] {
  const named = new Map(later.map((shape) => [shape.name, shape]));
  const names = new Set(shapes.map(({ name }) => name));
  const isThere = (holders: readonly string[]): boolean => holders.every((holder) => names.has(holder));
  return shapes.map((shape) => {
    const then = named.get(shape.name);
    if (then === undefined) return shape;
    const columns = new Set(shape.columns.map(({ name }) => name));
    const keys = then.foreignKeys.filter(
      (key) => key.columns.every((name) => columns.has(name)) && isThere(key.holders),
    );
    return {
      ...shape,
      foreignKeys: [...shape.foreignKeys, ...keys],
      conditions: [...shape.conditions, ...then.conditions],
      bounds: shape.bounds.length > 0 ? shape.bounds : then.bounds,
    };
  });
}
