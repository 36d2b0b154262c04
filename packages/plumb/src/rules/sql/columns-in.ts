import type { Node } from 'libpg-query';
import type { KnownColumn, KnownTable } from './known-tables.ts';
import { isNode, namesIn, nodesOf } from './nodes-of.ts';
import type { FromItem, QueryBlock } from './query-blocks.ts';

/** A column of a table in a query. */
export interface UsedColumn {
  readonly item: FromItem;
  readonly table: KnownTable;
  readonly column: KnownColumn;
}

/** The column that an expression is, where it is one of a table that is known; casts to text and the like are none. */
export function columnOf(node: Node | undefined, block: QueryBlock): UsedColumn | null {
  if (node === undefined || !isNode(node, 'ColumnRef')) return null;
  const names = namesIn(node.ColumnRef.fields);
  const name = names.at(-1);
  const alias = names.at(-2);
  if (name === undefined || names.length !== (node.ColumnRef.fields ?? []).length) return null;
  for (let at: QueryBlock | null = block; at !== null; at = at.outer) {
    for (const item of at.from) {
      const column = item.table?.columns.get(name);
      if (item.table === null || column === undefined) continue;
      if (alias === undefined || alias === item.alias) return { item, table: item.table, column };
    }
  }
  return null;
}

/** The columns of known tables in an expression. */
export function columnsIn(node: Node | undefined, block: QueryBlock): readonly UsedColumn[] {
  return [...nodesOf(node, 'ColumnRef')].flatMap((each) => columnOf(each, block) ?? []);
}

/** Whether an expression has no column in it, of whatever. */
export function isConstant(node: Node | undefined): boolean {
  return node !== undefined && nodesOf(node, 'ColumnRef').length === 0;
}
