import type { Node, RangeVar } from 'libpg-query';
import { isNode, namesIn, nodesOf } from '../../rules/sql/nodes-of.ts';
import type { Relation } from '../model/element.ts';
import { familyOf, type Reading } from '../reading.ts';
import { foreignKeysTo } from './constraints.ts';

/** What a query reads. */
export interface QueryReads {
  readonly reads: Set<Relation>;
  /** The names of columns in it. */
  readonly words: ReadonlySet<string>;
}

/** Locks the relations that a query reads, and reads as a whole those that no key leads into. */
export function readQuery(tree: unknown, reading: Reading, how: 'scan' | 'lock'): QueryReads {
  const own = new Set([...nodesOf(tree, 'CommonTableExpr')].map(({ CommonTableExpr }) => CommonTableExpr.ctename));
  const named = [...nodesOf(tree, 'RangeVar')].map(({ RangeVar }) => RangeVar);
  const reads = new Set<Relation>();
  for (const each of named) {
    if (each.schemaname === undefined && own.has(each.relname)) continue;
    const relation = reading.model.relation(each);
    if (relation !== null) reads.add(relation);
  }
  const equated = equatedColumns(tree);
  for (const relation of reads) readRelation(relation, reading, how === 'scan' && !isNarrowed(relation, equated));
  const words = [...nodesOf(tree, 'ColumnRef')].flatMap(({ ColumnRef: { fields = [] } }) => [
    ...namesIn(fields),
    ...(fields.some((field) => isNode(field, 'A_Star')) ? ['*'] : []),
  ]);
  return { reads, words: new Set(words) };
}

function readRelation(relation: Relation, reading: Reading, scans: boolean): void {
  for (const each of familyOf(relation)) {
    reading.effects.lock(each, 'AccessShareLock');
    if (scans) reading.effects.scan(each);
  }
  // a materialized view holds rows of its own
  if (relation.kind === 'view') for (const each of relation.reads) readRelation(each, reading, scans);
}

/** Columns that are compared with something by `=` or IN. */
function equatedColumns(tree: unknown): ReadonlySet<string> {
  const comparisons = [...nodesOf(tree, 'A_Expr')].filter(
    ({ A_Expr: { kind, name } }) => (kind === 'AEXPR_OP' || kind === 'AEXPR_IN') && namesIn(name)[0] === '=',
  );
  return new Set(
    comparisons.flatMap(({ A_Expr: { lexpr, rexpr } }) =>
      [lexpr, rexpr].flatMap((side) =>
        side !== undefined && 'ColumnRef' in side ? namesIn(side.ColumnRef.fields).slice(-1) : [],
      ),
    ),
  );
}

function isNarrowed({ indexes }: Relation, columns: ReadonlySet<string>): boolean {
  return [...indexes].some(({ columns: [first], where }) => where === null && first != null && columns.has(first));
}

/** What SELECT, INSERT, UPDATE, DELETE and MERGE do, also within WITH. */
export function changeRows(tree: Node, reading: Reading): void {
  readQuery(tree, reading, 'scan');
  for (const { InsertStmt: insert } of nodesOf(tree, 'InsertStmt')) {
    const table = target(insert.relation, reading);
    for (const { references } of table?.constraints.values() ?? []) {
      if (references !== null) reading.effects.lock(references.relation, 'RowShareLock');
    }
  }
  for (const { UpdateStmt: update } of nodesOf(tree, 'UpdateStmt')) {
    const table = target(update.relation, reading);
    if (table !== null) scanUnless(table, update.whereClause, reading);
  }
  for (const { DeleteStmt: remove } of nodesOf(tree, 'DeleteStmt')) {
    const table = target(remove.relation, reading);
    if (table === null) continue;
    scanUnless(table, remove.whereClause, reading);
    for (const { relation, columns, onDelete } of foreignKeysTo(reading.model, table)) {
      reading.effects.lock(relation, onDelete === 'a' || onDelete === 'r' ? 'RowShareLock' : 'RowExclusiveLock');
      if (!isNarrowed(relation, columns)) reading.effects.scan(relation);
    }
  }
  for (const { MergeStmt: merge } of nodesOf(tree, 'MergeStmt')) {
    const table = target(merge.relation, reading);
    if (table !== null) for (const each of familyOf(table)) reading.effects.scan(each);
  }
  for (const { SelectStmt: select } of nodesOf(tree, 'SelectStmt')) {
    if ((select.lockingClause ?? []).length === 0) continue;
    for (const { RangeVar: named } of nodesOf(select.fromClause, 'RangeVar')) {
      const table = reading.model.find(named);
      if (table !== null) reading.effects.lock(table, 'RowShareLock');
    }
  }
}

function target(named: RangeVar | undefined, { model, effects }: Reading): Relation | null {
  const table = named === undefined ? null : model.relation(named);
  for (const each of table === null ? [] : familyOf(table)) effects.lock(each, 'RowExclusiveLock');
  return table;
}

function scanUnless(table: Relation, where: Node | undefined, { effects }: Reading): void {
  if (where !== undefined && isNarrowed(table, equatedColumns(where))) return;
  for (const each of familyOf(table)) effects.scan(each);
}
