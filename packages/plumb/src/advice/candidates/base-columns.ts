import type { Node, SelectStmt } from 'libpg-query';
import { columnOf, type UsedColumn } from '../../rules/sql/columns-in.ts';
import { isNode, namesIn, nodesOf } from '../../rules/sql/nodes-of.ts';
import type { FromItem, QueryBlock } from '../../rules/sql/query-blocks.ts';

/** Follows names through sub-selects, CTEs and views to the column of the table where the values are. */
export interface BaseColumns {
  of(node: Node | undefined, block: QueryBlock): UsedColumn | null;
}

export function baseColumns(tree: Node, blocks: readonly QueryBlock[]): BaseColumns {
  const bySelect = new Map(blocks.flatMap((block) => (block.select === null ? [] : [[block.select, block] as const])));
  const withs = new Map<string, SelectStmt>();
  for (const { CommonTableExpr: each } of nodesOf(tree, 'CommonTableExpr')) {
    const { ctename, ctequery } = each;
    if (ctename !== undefined && ctequery !== undefined && isNode(ctequery, 'SelectStmt')) {
      withs.set(ctename, ctequery.SelectStmt);
    }
  }
  const of = (node: Node | undefined, block: QueryBlock, depth = 0): UsedColumn | null => {
    const direct = columnOf(node, block);
    if (direct !== null || node === undefined || depth > 8 || !isNode(node, 'ColumnRef')) return direct;
    const names = namesIn(node.ColumnRef.fields);
    const name = names.at(-1);
    const alias = names.at(-2);
    if (name === undefined) return null;
    for (let at: QueryBlock | null = block; at !== null; at = at.outer) {
      for (const item of at.from) {
        if (alias !== undefined && alias !== aliasOf(item)) continue;
        const found = within(item, name, depth);
        if (found !== null) return found;
      }
    }
    return null;
  };
  const within = (item: FromItem, name: string, depth: number): UsedColumn | null => {
    const select = firstArm(selectOf(item, withs));
    const inner = select === null ? undefined : bySelect.get(select);
    if (select === null || inner === undefined) return null;
    for (const target of select.targetList ?? []) {
      if (!isNode(target, 'ResTarget')) continue;
      const { name: called, val } = target.ResTarget;
      if (val === undefined || !isNode(val, 'ColumnRef')) continue;
      const fields = namesIn(val.ColumnRef.fields);
      const isStar = fields.length < (val.ColumnRef.fields ?? []).length;
      if (isStar) {
        const through = of({ ColumnRef: { fields: [...fields, name].map(named) } }, inner, depth + 1);
        if (through !== null) return through;
      } else if ((called ?? fields.at(-1)) === name) return of(val, inner, depth + 1);
    }
    return null;
  };
  return { of: (node, block) => of(node, block) };
}

function named(sval: string): Node {
  return { String: { sval } };
}

function selectOf({ node }: FromItem, withs: ReadonlyMap<string, SelectStmt>): SelectStmt | null {
  if (isNode(node, 'RangeVar')) return withs.get(node.RangeVar.relname ?? '') ?? null;
  if (!isNode(node, 'RangeSubselect')) return null;
  const { subquery } = node.RangeSubselect;
  return subquery !== undefined && isNode(subquery, 'SelectStmt') ? subquery.SelectStmt : null;
}

/** A union's columns have the names that its first arm gives them. */
function firstArm(select: SelectStmt | null): SelectStmt | null {
  return select?.larg === undefined ? select : firstArm(select.larg);
}

function aliasOf({ alias, node }: FromItem): string {
  return isNode(node, 'RangeVar') ? (node.RangeVar.alias?.aliasname ?? node.RangeVar.relname ?? '') : alias;
}
