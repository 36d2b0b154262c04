import type { Node, SelectStmt } from 'libpg-query';
import type { Catalog } from '../../catalog/catalog-object.ts';
import { qualified } from '../../catalog/identifier.ts';
import { factsOf } from '../../rules/facts/objects-of.ts';
import type { UsedColumn } from '../../rules/sql/columns-in.ts';
import { isNode, nodesOf } from '../../rules/sql/nodes-of.ts';
import { type FromItem, type QueryBlock, queryBlocks } from '../../rules/sql/query-blocks.ts';
import { type BaseColumns, baseColumns } from './base-columns.ts';
import { columnKey } from './candidate.ts';
import { keyText, readCondition } from './conditions.ts';
import { inlineViews } from './inline-views.ts';
import { ordersOf } from './orders.ts';
import { addKey, emptyUse, type TableUse, type UsedKey } from './table-use.ts';

/** What a query does with each table, once for each time that it names it. */
export function readUses(tree: Node, catalog: Catalog): readonly TableUse[] {
  const whole = inlineViews(tree, catalog);
  const blocks = queryBlocks(whole, catalog);
  const columns = baseColumns(whole, blocks);
  const uses = new Map<FromItem, TableUse>();
  const useOf = ({ item, table }: UsedColumn): TableUse => {
    const use = uses.get(item) ?? emptyUse(table);
    uses.set(item, use);
    return use;
  };
  for (const { from } of blocks) {
    for (const item of from) if (item.table !== null && !uses.has(item)) uses.set(item, emptyUse(item.table));
  }
  const trigrams = trigramClass(catalog);
  for (const block of blocks) readBlock(block, { columns, useOf, uses, trigrams });
  return [...uses.values()];
}

function trigramClass(catalog: Catalog): string | null {
  const extension = factsOf(catalog, 'extension').find(({ name }) => name === 'pg_trgm');
  if (extension === undefined) return null;
  const { schema } = extension;
  return schema === null || schema === 'public' ? 'gin_trgm_ops' : qualified(schema, 'gin_trgm_ops');
}

interface Reading {
  readonly columns: BaseColumns;
  readonly useOf: (used: UsedColumn) => TableUse;
  readonly uses: ReadonlyMap<FromItem, TableUse>;
  readonly trigrams: string | null;
}

function readBlock(block: QueryBlock, { columns, useOf, uses, trigrams }: Reading): void {
  const usedIn = (node: unknown): readonly UsedColumn[] =>
    [...nodesOf(node, 'ColumnRef')].flatMap((each) => columns.of(each, block) ?? []);
  const usesIn = (node: unknown): readonly TableUse[] => [...new Set(usedIn(node).map(useOf))];
  const keyOf = (node: Node): UsedKey | null => {
    const direct = columns.of(node, block);
    if (direct !== null) {
      const { name } = direct.column;
      return { use: useOf(direct), key: columnKey(name), column: name, node };
    }
    if (isNode(node, 'ColumnRef')) return null;
    const used = usedIn(node);
    const [use, another] = usesIn(node);
    const text = keyText(null, node);
    if (use === undefined || another !== undefined || text === null) return null;
    return { use, key: { text, columns: [...new Set(used.map(({ column }) => column.name))] }, column: null, node };
  };
  const reader = { keyOf, usesIn, trigrams };
  for (const condition of block.conditions) readCondition(condition, reader);
  const { select } = block;
  if (select?.havingClause !== undefined) noteNeeded(select.havingClause, usedIn, useOf);
  for (const name of block.using) {
    for (const item of block.from) {
      const use = uses.get(item);
      if (use?.table.columns.has(name)) {
        addKey(use.joined, columnKey(name));
        use.needed?.add(name);
      }
    }
  }
  if (select !== null) for (const { use, keys } of ordersOf(select, keyOf)) use.orders.push(keys);
  noteSubselects(block, keyOf);
  noteWhole(block, select, uses);
  noteNeeded([block.conditions, select === null ? null : ownParts(select)], usedIn, useOf);
}

function noteNeeded(
  node: unknown,
  usedIn: (node: unknown) => readonly UsedColumn[],
  useOf: (used: UsedColumn) => TableUse,
): void {
  for (const used of usedIn(node)) useOf(used).needed?.add(used.column.name);
}

/** `x in (select y …)` looks y up, or joins with it. */
function noteSubselects({ conditions }: QueryBlock, keyOf: (node: Node) => UsedKey | null): void {
  for (const { SubLink: link } of conditions.flatMap((condition) => [...nodesOf(condition, 'SubLink')])) {
    const { testexpr } = link;
    const found = testexpr === undefined ? null : keyOf(testexpr);
    if (found !== null) addKey(found.use.joined, found.key);
  }
}

/** Rows that are wanted as a whole, or written, are read from the table in any case. */
function noteWhole(block: QueryBlock, select: SelectStmt | null, uses: ReadonlyMap<FromItem, TableUse>): void {
  const locks = select?.lockingClause !== undefined;
  const isStar = (node: Node): boolean => {
    if (!isNode(node, 'ResTarget') || node.ResTarget.val === undefined) return false;
    const { val } = node.ResTarget;
    return isNode(val, 'ColumnRef') && (val.ColumnRef.fields ?? []).some((field) => isNode(field, 'A_Star'));
  };
  const inExists = block.place === 'exists';
  for (const item of block.from) {
    const use = uses.get(item);
    if (use === undefined) continue;
    if (select === null || locks || (!inExists && (select.targetList ?? []).some(isStar))) use.needed = null;
  }
}

/** Without the parts that are blocks of their own, where names mean something else. */
function ownParts(select: SelectStmt): unknown {
  const { fromClause: _, larg: __, rarg: ___, withClause: ____, ...own } = select;
  return withoutSelects(own);
}

function withoutSelects(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(withoutSelects);
  if (typeof part !== 'object' || part === null) return part;
  if (isNode(part, 'SelectStmt')) return null;
  return Object.fromEntries(Object.entries(part).map(([name, value]) => [name, withoutSelects(value)]));
}
