import type { Node, SelectStmt } from 'libpg-query';
import { isNode, namesIn, nodesOf } from '../../rules/sql/nodes-of.ts';
import type { Key } from './candidate.ts';
import type { TableUse, UsedKey } from './table-use.ts';

/** An order of the rows of one table that a query can use. */
export interface UsedOrder {
  readonly use: TableUse;
  readonly keys: readonly Key[];
}

/** The orders that would save a SELECT a sort, or let it stop early. */
export function ordersOf(select: SelectStmt, keyOf: (node: Node) => UsedKey | null): readonly UsedOrder[] {
  const { sortClause = [], groupClause = [], distinctClause = [], targetList = [] } = select;
  const named = (node: Node): Node => targetFor(node, targetList) ?? node;
  const sorted = sortClause.flatMap((each) => {
    if (!isNode(each, 'SortBy') || each.SortBy.node === undefined) return [];
    const { node, sortby_dir: direction, sortby_nulls: nulls } = each.SortBy;
    return [{ node: named(node), suffix: suffixOf(direction, nulls) }];
  });
  const plain = (nodes: readonly Node[]) => nodes.map((node) => ({ node: named(node), suffix: '' }));
  const distinct = distinctClause.filter((each) => Object.keys(each).length > 0);
  const values = targetList.flatMap((each) => (isNode(each, 'ResTarget') ? (each.ResTarget.val ?? []) : []));
  const extremes = groupClause.length > 0 ? [] : values.flatMap(extremeOf);
  const windows = [...nodesOf(targetList, 'FuncCall')].flatMap(({ FuncCall: { over } }) => {
    if (over === undefined) return [];
    const order = (over.orderClause ?? []).flatMap((each) =>
      isNode(each, 'SortBy') && each.SortBy.node !== undefined
        ? [{ node: each.SortBy.node, suffix: suffixOf(each.SortBy.sortby_dir, each.SortBy.sortby_nulls) }]
        : [],
    );
    return [[...plain(over.partitionClause ?? []), ...order]];
  });
  const lists = [
    sorted,
    plain(groupClause),
    distinctClause.length === 0 ? [] : plain(distinct.length > 0 ? distinct : values),
    ...extremes.map((node) => [{ node, suffix: '' }]),
    ...windows,
  ];
  return lists.flatMap((list) => prefixOf(list, keyOf) ?? []);
}

/** As many of the first parts of an order as one table has. */
function prefixOf(
  list: readonly { readonly node: Node; readonly suffix: string }[],
  keyOf: (node: Node) => UsedKey | null,
): UsedOrder | null {
  let use: TableUse | null = null;
  const keys: Key[] = [];
  for (const { node, suffix } of list.slice(0, 4)) {
    const found = keyOf(node);
    if (found === null || (use !== null && found.use !== use)) break;
    use = found.use;
    keys.push({ text: `${found.key.text}${suffix}`, columns: found.key.columns });
  }
  return use === null ? null : { use, keys: keys[0]?.text.includes(' DESC') ? keys.map(turnedRound) : keys };
}

/** An index is read in both directions, so that only what differs between its keys has to be said. */
function turnedRound({ text, columns }: Key): Key {
  const [, bare = text, descending, nulls = ''] = /^(.*?)( DESC)?( NULLS (?:FIRST|LAST))?$/.exec(text) ?? [];
  return {
    text: `${bare}${descending ? '' : ' DESC'}${nulls.includes('FIRST') ? ' NULLS LAST' : nulls && ' NULLS FIRST'}`,
    columns,
  };
}

/** Without what is the default. */
function suffixOf(direction: string | undefined, nulls: string | undefined): string {
  const descending = direction === 'SORTBY_DESC';
  const first = nulls === 'SORTBY_NULLS_FIRST';
  const last = nulls === 'SORTBY_NULLS_LAST';
  return `${descending ? ' DESC' : ''}${first && !descending ? ' NULLS FIRST' : ''}${last && descending ? ' NULLS LAST' : ''}`;
}

/** What `ORDER BY 2` and `ORDER BY total` stand for. */
function targetFor(node: Node, targets: readonly Node[]): Node | null {
  if (isNode(node, 'A_Const')) {
    const at = targets[(node.A_Const.ival?.ival ?? 0) - 1];
    return at !== undefined && isNode(at, 'ResTarget') ? (at.ResTarget.val ?? null) : null;
  }
  if (!isNode(node, 'ColumnRef') || (node.ColumnRef.fields ?? []).length !== 1) return null;
  const [name] = namesIn(node.ColumnRef.fields);
  const found = targets.find((each) => isNode(each, 'ResTarget') && each.ResTarget.name === name);
  return found !== undefined && isNode(found, 'ResTarget') ? (found.ResTarget.val ?? null) : null;
}

/** The column whose least or greatest value is asked for. */
function extremeOf(value: Node): readonly Node[] {
  if (!isNode(value, 'FuncCall')) return [];
  const { funcname, args = [] } = value.FuncCall;
  const name = namesIn(funcname).at(-1);
  return name === 'min' || name === 'max' ? args.slice(0, 1) : [];
}
