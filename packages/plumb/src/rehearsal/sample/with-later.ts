import type { ForeignKeyShape, TableShape } from './table-shape.ts';

/**
 * Tables that want of their rows what they want now, and what they will want of the columns that they have now. What one table
 * refers to, columns of the same name in others do, too: their rows may be moved into that one.
 */
export function withLater(shapes: readonly TableShape[], later: readonly TableShape[]): readonly TableShape[] {
  const named = new Map(later.map((shape) => [shape.name, shape]));
  const names = new Set(shapes.map(({ name }) => name));
  const isThere = (holders: readonly string[]): boolean => holders.every((holder) => names.has(holder));
  const keysOfAll = later.flatMap(({ foreignKeys }) => foreignKeys).filter(({ holders }) => isThere(holders));
  return shapes.map((shape) => {
    const then = named.get(shape.name);
    if (then === undefined) return shape;
    const columns = new Set(shape.columns.map(({ name }) => name));
    const own = then.foreignKeys.filter(
      (key) => key.columns.every((name) => columns.has(name)) && isThere(key.holders),
    );
    const keys = [...own, ...keysOfAll.filter((key) => isOfNoOther(key, shape, own))];
    return {
      ...shape,
      foreignKeys: [...shape.foreignKeys, ...keys],
      conditions: [...shape.conditions, ...then.conditions],
      bounds: shape.bounds.length > 0 ? shape.bounds : then.bounds,
    };
  });
}

/** Whether a key speaks of a column of the table of which no key of its own does. */
function isOfNoOther(
  { columns: [column, ...others], table }: ForeignKeyShape,
  shape: TableShape,
  own: readonly ForeignKeyShape[],
): boolean {
  if (column === undefined || others.length > 0 || table === shape.name) return false;
  const known = [...shape.foreignKeys, ...own].some(({ columns }) => columns.includes(column));
  return !known && shape.columns.some(({ name }) => name === column);
}
