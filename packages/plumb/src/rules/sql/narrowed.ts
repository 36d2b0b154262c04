import { columnOf, columnsIn, isConstant } from './columns-in.ts';
import { comparisonOf } from './comparisons.ts';
import type { KnownTable } from './known-tables.ts';
import type { FromItem, QueryBlock } from './query-blocks.ts';

/**
 * The columns of a table that a condition asks to equal something that isn't of the same table. With `one`, only where
 * that is a single value.
 */
function equatedColumns(item: FromItem, block: QueryBlock, { one }: { readonly one: boolean }): ReadonlySet<string> {
  const found = new Set<string>([...block.using].filter((name) => item.table?.columns.has(name)));
  for (const condition of block.conditions) {
    const comparison = comparisonOf(condition);
    if (comparison === null || comparison.operator !== '=') continue;
    if (one && comparison.how !== 'plain') continue;
    for (const [side, other] of [
      [comparison.left, comparison.right],
      [comparison.right, comparison.left],
    ] as const) {
      const used = columnOf(side, block);
      if (used?.item === item && !columnsIn(other, block).some((each) => each.item === item))
        found.add(used.column.name);
    }
  }
  return found;
}

/** Whether at most one row of a table fits to each of what it is compared with. */
export function isOneRow(item: FromItem, block: QueryBlock): boolean {
  const equated = equatedColumns(item, block, { one: true });
  return uniqueKeys(item.table).some((key) => key.every((column) => equated.has(column)));
}

/** Whether constants, or few rows of other tables, lead to few rows of a table by an index. */
export function isNarrowed(item: FromItem, block: QueryBlock, asked: readonly FromItem[] = []): boolean {
  const { table } = item;
  const conditions = block.conditions.filter((condition) =>
    columnsIn(condition, block).every(
      (used) =>
        used.item === item ||
        !block.from.includes(used.item) ||
        (!asked.includes(used.item) && isNarrowed(used.item, block, [...asked, item])),
    ),
  );
  const equated = equatedColumns(item, { ...block, conditions, using: new Set() }, { one: false });
  return (table?.indexes ?? []).some(({ keys: [first], partial }) => {
    const column = table?.columns.get(first?.column ?? '');
    return column !== undefined && column.type !== 'boolean' && !partial && equated.has(column.name);
  });
}

/** Whether a table is asked for one row that constants name. */
export function isOneByConstants(item: FromItem, block: QueryBlock): boolean {
  const constant = block.conditions.filter((condition) => {
    const comparison = comparisonOf(condition);
    return comparison !== null && (isConstant(comparison.left) || isConstant(comparison.right));
  });
  return isOneRow(item, { ...block, conditions: constant, using: new Set() });
}

function uniqueKeys(table: KnownTable | null): readonly (readonly string[])[] {
  return (table?.indexes ?? []).flatMap(({ unique, partial, keys }) => {
    const columns = keys.flatMap(({ column }) => column ?? []);
    return unique && !partial && columns.length === keys.length ? [columns] : [];
  });
}

/** Indexes that an expression is the first key of, whatever its operator class; of a GIN or GiST index, any key. */
export function indexesLedBy(table: KnownTable, shape: string): KnownTable['indexes'] {
  return table.indexes.filter(({ method, keys }) =>
    (method === 'gin' || method === 'gist' ? keys : keys.slice(0, 1)).some((key) => key.shape === shape),
  );
}
