import type { Node, RangeVar, SelectStmt, WithClause } from 'libpg-query';
import type { Catalog } from '../../catalog/catalog-object.ts';
import { type KnownTable, tableNamed } from './known-tables.ts';
import { isNode, namesIn } from './nodes-of.ts';

/** A SELECT, UPDATE or DELETE in a query, wherever in it. */
export interface QueryBlock {
  readonly kind: 'select' | 'update' | 'delete';
  /** Null unless it is one. */
  readonly select: SelectStmt | null;
  readonly place: BlockPlace;
  readonly from: readonly FromItem[];
  readonly where: Node | null;
  /** What each row has to satisfy, in WHERE and in joins. */
  readonly conditions: readonly Node[];
  /** Names of columns that joins say are equal. */
  readonly using: ReadonlySet<string>;
  readonly outer: QueryBlock | null;
}

/** Where a block stands: what the client gets, an arm of a UNION, or within what. */
type BlockPlace = 'top' | 'with' | 'from' | 'exists' | 'expression' | 'insert' | 'change' | 'utility';

export interface FromItem {
  /** What its columns are qualified with. */
  readonly alias: string;
  /** Null where it isn't a table of the catalogue. */
  readonly table: KnownTable | null;
  readonly kind: 'table' | 'with' | 'select' | 'other';
  /** Whether an outer join makes rows in which it is NULL. */
  readonly optional: boolean;
  readonly node: Node;
}

interface Scope {
  readonly catalog: Catalog;
  readonly outer: QueryBlock | null;
  readonly place: BlockPlace;
  readonly withs: ReadonlySet<string>;
}

/** All blocks of a statement, from the outside in. */
export function queryBlocks(tree: Node, catalog: Catalog): readonly QueryBlock[] {
  const top = isNode(tree, 'SelectStmt') || isNode(tree, 'UpdateStmt') || isNode(tree, 'DeleteStmt');
  return [...blocksIn(tree, { catalog, outer: null, place: top ? 'top' : 'utility', withs: new Set() })];
}

function* blocksIn(tree: unknown, scope: Scope): Generator<QueryBlock> {
  if (Array.isArray(tree)) {
    for (const each of tree) yield* blocksIn(each, scope);
  } else if (typeof tree === 'object' && tree !== null) {
    if (isNode(tree, 'SelectStmt')) yield* ofSelect(tree.SelectStmt, scope);
    else if (isNode(tree, 'UpdateStmt')) yield* ofChange('update', tree.UpdateStmt, tree.UpdateStmt.fromClause, scope);
    else if (isNode(tree, 'DeleteStmt')) yield* ofChange('delete', tree.DeleteStmt, tree.DeleteStmt.usingClause, scope);
    else if (isNode(tree, 'InsertStmt')) {
      yield* blocksIn(
        Object.values(tree.InsertStmt),
        withNames({ ...scope, place: 'insert' }, tree.InsertStmt.withClause),
      );
    } else yield* blocksIn(Object.values(tree), { ...scope, place: placeIn(tree, scope.place) });
  }
}

function placeIn(tree: object, place: BlockPlace): BlockPlace {
  if (isNode(tree, 'SubLink')) return tree.SubLink.subLinkType === 'EXISTS_SUBLINK' ? 'exists' : 'expression';
  if (isNode(tree, 'RangeSubselect')) return 'from';
  if (isNode(tree, 'CommonTableExpr')) return 'with';
  return place;
}

function* ofSelect(select: SelectStmt, scope: Scope): Generator<QueryBlock> {
  const { larg, rarg, withClause } = select;
  const inner = withNames(scope, withClause);
  const block = blockOf('select', select, select.fromClause ?? [], select.whereClause, inner);
  yield block;
  const { larg: _, rarg: __, ...own } = select;
  yield* blocksIn(Object.values(own), { ...inner, outer: block });
  for (const arm of [larg, rarg]) if (arm !== undefined) yield* ofSelect(arm, inner);
}

interface Change {
  readonly relation?: RangeVar;
  readonly whereClause?: Node;
  readonly withClause?: WithClause;
}

function* ofChange(
  kind: 'update' | 'delete',
  change: Change,
  others: readonly Node[] = [],
  scope: Scope,
): Generator<QueryBlock> {
  const inner = withNames(scope, change.withClause);
  const target = change.relation === undefined ? [] : [{ RangeVar: change.relation }];
  const block = blockOf(kind, null, [...target, ...others], change.whereClause, inner);
  yield block;
  yield* blocksIn(Object.values(change), { ...inner, outer: block, place: 'change' });
}

function withNames(scope: Scope, clause: WithClause | undefined): Scope {
  if (clause === undefined) return scope;
  const names = (clause.ctes ?? []).flatMap((each) =>
    'CommonTableExpr' in each ? [each.CommonTableExpr.ctename ?? ''] : [],
  );
  return { ...scope, withs: new Set([...scope.withs, ...names]) };
}

function blockOf(
  kind: QueryBlock['kind'],
  select: SelectStmt | null,
  sources: readonly Node[],
  where: Node | undefined,
  { catalog, withs, place, outer }: Scope,
): QueryBlock {
  const from: FromItem[] = [];
  const conditions = where === undefined ? [] : [...conjuncts(where)];
  const using = new Set<string>();
  const add = (node: Node, optional: boolean): void => {
    if (isNode(node, 'JoinExpr')) {
      const { larg, rarg, quals, usingClause, jointype = '' } = node.JoinExpr;
      if (larg !== undefined) add(larg, optional || /RIGHT|FULL/.test(jointype));
      if (rarg !== undefined) add(rarg, optional || /LEFT|FULL/.test(jointype));
      if (quals !== undefined) conditions.push(...conjuncts(quals));
      for (const name of namesIn(usingClause)) using.add(name);
    } else from.push({ ...fromItem(node, catalog, withs), optional });
  };
  for (const node of sources) add(node, false);
  return { kind, select, place, from, where: where ?? null, conditions, using, outer };
}

function fromItem(node: Node, catalog: Catalog, withs: ReadonlySet<string>): Omit<FromItem, 'optional'> {
  if (isNode(node, 'RangeVar')) {
    const { schemaname, relname = '', alias } = node.RangeVar;
    const isWith = schemaname === undefined && withs.has(relname);
    return {
      alias: alias?.aliasname ?? relname,
      table: isWith ? null : tableNamed(catalog, schemaname, relname),
      kind: isWith ? 'with' : 'table',
      node,
    };
  }
  const kind = isNode(node, 'RangeSubselect') ? 'select' : 'other';
  const alias = isNode(node, 'RangeSubselect') ? node.RangeSubselect.alias?.aliasname : undefined;
  return { alias: alias ?? '', table: null, kind, node };
}

/** The parts of a condition that must all hold. */
export function* conjuncts(condition: Node): Generator<Node> {
  if (isNode(condition, 'BoolExpr') && condition.BoolExpr.boolop === 'AND_EXPR') {
    for (const each of condition.BoolExpr.args ?? []) yield* conjuncts(each);
  } else yield condition;
}
