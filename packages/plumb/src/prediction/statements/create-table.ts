import type { Node, RangeVar } from 'libpg-query';
import type { Relation } from '../model/element.ts';
import { familyOf, type Reading } from '../reading.ts';
import { addColumn } from './columns.ts';
import { addConstraint } from './constraints.ts';
import { addToPartitions } from './indexes.ts';
import { readQuery } from './rows.ts';

type CreateStmt = Extract<Node, { CreateStmt: unknown }>['CreateStmt'];

export function createTable(statement: CreateStmt, reading: Reading, kind: 'table' | 'foreign table' = 'table'): void {
  const { model, effects } = reading;
  const {
    relation: named = {},
    tableElts = [],
    inhRelations = [],
    partspec,
    partbound,
    if_not_exists: mayExist,
  } = statement;
  if (mayExist === true && model.find(named) !== null) return;
  const isTemporary = named.relpersistence === 't';
  const parents = inhRelations.flatMap((each) => ('RangeVar' in each ? (model.relation(each.RangeVar) ?? []) : []));
  const relation = model.addRelation({
    kind,
    schema: isTemporary ? 'pg_temp' : named.schemaname,
    name: named.relname ?? '',
    open: parents.some(({ open }) => open) || statement.ofTypename !== undefined,
    logged: named.relpersistence !== 'u',
    partitionKey:
      partspec === undefined
        ? null
        : (partspec.partParams ?? []).flatMap((each) =>
            'PartitionElem' in each ? (each.PartitionElem.name ?? []) : [],
          ),
    bound: partbound === undefined ? null : { isDefault: partbound.is_default === true },
  });
  const isPartition = partbound !== undefined;
  for (const parent of parents) inherit(relation, parent, reading, isPartition);
  for (const element of tableElts) {
    if ('ColumnDef' in element) addColumn(element.ColumnDef, relation, reading);
    if ('TableLikeClause' in element) copyColumns(relation, element.TableLikeClause.relation, reading);
  }
  for (const element of tableElts)
    if ('Constraint' in element) addConstraint(element.Constraint, relation, { reading });
  if (!isPartition) return;
  for (const parent of parents) {
    effects.lock(parent, 'AccessExclusiveLock');
    checkDefaultPartition(parent, relation, reading);
  }
}

/** A new partition takes rows that may lie in the default one. */
export function checkDefaultPartition(parent: Relation, partition: Relation, { effects }: Reading): void {
  const rest = [...parent.children].find(({ bound }) => bound?.isDefault === true);
  if (rest === undefined || rest === partition) return;
  for (const each of familyOf(rest)) {
    effects.lock(each, 'AccessExclusiveLock');
    if (!speaksOfKey(each, parent)) effects.scan(each);
  }
}

/** Whether a check compares what a table is partitioned by, and so may say where its rows belong. */
export function speaksOfKey({ constraints }: Relation, { partitionKey }: Relation): boolean {
  const [first] = partitionKey ?? [];
  return [...constraints.values()].some(
    ({ type, validated, columns, expression }) =>
      type === 'c' &&
      validated &&
      first !== undefined &&
      columns.has(first) &&
      /[<>=]|\bin\b|\bbetween\b/i.test(expression ?? ''),
  );
}

/** Takes columns, constraints and, as a partition, indexes over from another table. */
export function inherit(relation: Relation, parent: Relation, { model, effects }: Reading, isPartition: boolean): void {
  relation.parents.add(parent);
  parent.children.add(relation);
  if (!isPartition) effects.lock(parent, 'ShareUpdateExclusiveLock');
  for (const { name, relation: _, first: __, ...column } of parent.columns.values()) {
    if (!relation.columns.has(name)) model.addColumn(relation, name, { ...column, inherited: true });
  }
  for (const { name, relation: _, first: __, ...constraint } of parent.constraints.values()) {
    const goesAlong = constraint.type === 'c' || (isPartition && constraint.type === 'f');
    if (!goesAlong || !constraint.inheritable || relation.constraints.has(name)) continue;
    model.addConstraint(relation, name, { ...constraint, inherited: true });
  }
  if (!isPartition) return;
  for (const index of parent.indexes) addToPartitions(model, index, relation);
}

function copyColumns(relation: Relation, named: RangeVar | undefined, { model, effects }: Reading): void {
  const source = named === undefined ? null : model.relation(named);
  if (source === null) return;
  effects.lock(source, 'AccessShareLock');
  for (const { name, relation: _, first: __, ...column } of source.columns.values()) {
    model.addColumn(relation, name, { ...column, inherited: false });
  }
}

export function createTableAs(
  { into, query, objtype, if_not_exists: mayExist }: Extract<Node, { CreateTableAsStmt: unknown }>['CreateTableAsStmt'],
  reading: Reading,
): void {
  const { model } = reading;
  const named = into?.rel ?? {};
  if (mayExist === true && model.find(named) !== null) return;
  const isView = objtype === 'OBJECT_MATVIEW';
  const { reads, words } = readQuery(query, reading, into?.skipData === true ? 'lock' : 'scan');
  model.addRelation({
    kind: isView ? 'materialized view' : 'table',
    schema: named.relpersistence === 't' ? 'pg_temp' : named.schemaname,
    name: named.relname ?? '',
    // its columns are those of a query
    open: true,
    logged: named.relpersistence !== 'u',
    populated: into?.skipData !== true,
    ...(isView ? { reads, words } : {}),
  });
}
