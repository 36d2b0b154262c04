import type { Node } from 'libpg-query';
import { namesIn, nodesOf } from '../../rules/sql/nodes-of.ts';
import type { Attached, Relation, TableConstraint } from '../model/element.ts';
import { keyOf } from '../model/model.ts';
import { partOf } from '../model/part-of.ts';
import { familyOf, indexFamily, type Reading } from '../reading.ts';
import { foreignKeysTo } from './constraints.ts';
import { dropRoutine, dropSchema, dropType } from './drop-others.ts';

type DropStmt = Extract<Node, { DropStmt: unknown }>['DropStmt'];

const kinds = {
  OBJECT_TABLE: 'table',
  OBJECT_VIEW: 'view',
  OBJECT_MATVIEW: 'materialized view',
  OBJECT_FOREIGN_TABLE: 'foreign table',
  OBJECT_SEQUENCE: 'sequence',
} as const;

export function drop(statement: DropStmt, reading: Reading): void {
  const { model, effects } = reading;
  const { objects = [], removeType = 'OBJECT_TABLE', missing_ok: mayLack, concurrent } = statement;
  const isKnown = mayLack === true && model.complete;
  for (const object of objects) {
    const [typeName] = [...nodesOf(object, 'TypeName')];
    const names =
      'List' in object
        ? namesIn(object.List.items)
        : 'ObjectWithArgs' in object
          ? namesIn(object.ObjectWithArgs.objname)
          : namesIn(typeName?.TypeName.names ?? [object]);
    const [name = '', schema] = [...names].reverse();
    const named = { relname: name, ...(schema === undefined ? {} : { schemaname: schema }) };
    if (removeType in kinds) {
      const kind = kinds[removeType as keyof typeof kinds];
      const relation = isKnown ? model.find(named) : model.relation(named, kind);
      if (relation !== null) dropRelation(relation, reading);
    } else if (removeType === 'OBJECT_INDEX') {
      const index = isKnown ? model.findIndex(schema, name) : model.index(schema, name);
      for (const each of index === null ? [] : indexFamily(index)) {
        effects.lock(each.relation, concurrent === true ? 'ShareUpdateExclusiveLock' : 'AccessExclusiveLock');
        model.removeIndex(each);
      }
    } else if (removeType === 'OBJECT_TRIGGER' || removeType === 'OBJECT_POLICY' || removeType === 'OBJECT_RULE') {
      const [table = '', of] = [...names].reverse().slice(1);
      const relation = model.relation({ relname: table, ...(of === undefined ? {} : { schemaname: of }) });
      if (relation === null) continue;
      const attached = [...relation.attached].find((each) => each.name === name);
      if (attached === undefined && isKnown && !relation.open) continue;
      effects.lock(relation, 'AccessExclusiveLock');
      if (attached !== undefined) dropAttached(attached, reading);
    } else if (removeType === 'OBJECT_TYPE' || removeType === 'OBJECT_DOMAIN') dropType(names, reading, isKnown);
    else if (removeType === 'OBJECT_SCHEMA') dropSchema(name, reading, isKnown);
    else if (/^OBJECT_(?:FUNCTION|PROCEDURE|ROUTINE|AGGREGATE)$/.test(removeType)) dropRoutine(names, reading, isKnown);
  }
}

/** Drops a relation with its partitions, and what needs it: without CASCADE, PostgreSQL refuses where there is any. */
export function dropRelation(relation: Relation, reading: Reading): void {
  const { model, effects } = reading;
  if (relation.gone) return;
  effects.touch(relation, partOf.relation);
  effects.lock(relation, 'AccessExclusiveLock');
  relation.gone = true;
  model.relations.delete(keyOf(relation));
  for (const parent of relation.parents) {
    parent.children.delete(relation);
    if (relation.bound === null) continue;
    const rest = [...parent.children].filter(({ bound }) => bound?.isDefault === true);
    for (const each of [parent, ...rest]) effects.lock(each, 'AccessExclusiveLock');
  }
  for (const child of relation.children) dropRelation(child, reading);
  for (const { references } of relation.constraints.values()) {
    if (references !== null) effects.lock(references.relation, 'AccessExclusiveLock');
  }
  dropDependents(relation, reading);
  for (const index of relation.indexes) model.removeIndex(index);
  for (const sequence of [...model.relations.values()].filter(({ owner }) => owner?.relation === relation)) {
    dropRelation(sequence, reading);
  }
}

/** Drops what reads or references a relation, or one of its columns. */
function dropDependents(relation: Relation, reading: Reading, column?: string): void {
  const { model } = reading;
  for (const constraint of foreignKeysTo(model, relation, column)) dropConstraint(constraint, reading);
  for (const view of [...model.relations.values()].filter(({ reads }) => reads.has(relation))) {
    if (column === undefined || view.words.has(column) || view.words.has('*')) dropRelation(view, reading);
  }
}

export function dropConstraint(constraint: TableConstraint, reading: Reading): void {
  const { model, effects } = reading;
  const { relation, references, index, name, type, columns } = constraint;
  if (relation.gone) return;
  for (const each of constraint.inheritable ? familyOf(relation) : [relation]) {
    const own = each === relation ? constraint : each.constraints.get(name);
    if (own === undefined) continue;
    effects.lock(each, 'AccessExclusiveLock');
    effects.touch(own, partOf.constraint);
    own.gone = true;
    each.constraints.delete(own.name);
  }
  // its triggers on the other side go, too
  if (references !== null && !references.relation.gone) {
    for (const each of familyOf(references.relation)) effects.lock(each, 'AccessExclusiveLock');
  }
  for (const each of index === null ? [] : indexFamily(index)) model.removeIndex(each);
  if (type !== 'p' && type !== 'u') return;
  for (const other of foreignKeysTo(model, relation)) {
    if (other.references?.columns.every((column) => columns.has(column))) dropConstraint(other, reading);
  }
}

export function dropColumn(name: string, relation: Relation, reading: Reading): void {
  const { model, effects } = reading;
  for (const each of familyOf(relation)) {
    const column = model.column(each, name);
    if (column === null) continue;
    effects.lock(each, 'AccessExclusiveLock');
    effects.touch(column, partOf.column);
    column.gone = true;
    each.columns.delete(name);
    for (const constraint of [...each.constraints.values()].filter(({ columns }) => columns.has(name))) {
      dropConstraint(constraint, reading);
    }
    for (const index of [...each.indexes].filter(({ uses }) => uses.has(name))) model.removeIndex(index);
    dropDependents(each, reading, name);
    for (const sequence of [...model.relations.values()].filter(({ owner }) => owner === column)) {
      dropRelation(sequence, reading);
    }
  }
}

export function dropAttached(attached: Attached, { effects }: Reading): void {
  effects.lock(attached.relation, 'AccessExclusiveLock');
  effects.touch(attached, partOf.attached);
  attached.gone = true;
  attached.relation.attached.delete(attached);
}
