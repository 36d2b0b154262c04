import type { Node } from 'libpg-query';
import { namesIn } from '../../rules/sql/nodes-of.ts';
import type { Relation, UserType } from '../model/element.ts';
import { partOf } from '../model/part-of.ts';
import { familyOf, type Reading } from '../reading.ts';
import { isOfType, typeName, typeNamed } from './types.ts';

type RenameStmt = Extract<Node, { RenameStmt: unknown }>['RenameStmt'];

const kinds: Readonly<Record<string, Relation['kind']>> = {
  OBJECT_TABLE: 'table',
  OBJECT_VIEW: 'view',
  OBJECT_MATVIEW: 'materialized view',
  OBJECT_FOREIGN_TABLE: 'foreign table',
  OBJECT_SEQUENCE: 'sequence',
};

export function rename(statement: RenameStmt, reading: Reading): void {
  const { model, effects } = reading;
  const { renameType = '', relation: named = {}, subname = '', newname = '', missing_ok: mayLack, object } = statement;
  const kind = kinds[renameType];
  const names = object === undefined ? [] : namesIn('List' in object ? object.List.items : [object]);
  if (renameType === 'OBJECT_SCHEMA') {
    renameSchema(subname, newname, reading);
    return;
  }
  if (renameType === 'OBJECT_TYPE' || renameType === 'OBJECT_DOMAIN') {
    moveType(typeNamed(names, model), { name: newname }, reading);
    return;
  }
  const index = model.findIndex(named.schemaname, named.relname ?? '');
  if (renameType === 'OBJECT_INDEX' || (kind !== undefined && index !== null)) {
    if (index !== null) model.moved(model.indexes, index, { name: newname });
    return;
  }
  if (!(kind !== undefined || /^OBJECT_(?:COLUMN|TABCONSTRAINT|TRIGGER|POLICY|RULE)$/.test(renameType))) return;
  const isKnown = mayLack === true && model.complete;
  const relation = isKnown ? model.find(named) : model.relation(named, kind);
  if (relation === null) return;
  effects.lock(relation, 'AccessExclusiveLock');
  if (kind !== undefined) {
    effects.touch(relation, partOf.relation);
    model.moved(model.relations, relation, { name: newname });
  } else if (renameType === 'OBJECT_COLUMN') renameColumn(relation, subname, newname, reading);
  else if (renameType === 'OBJECT_TABCONSTRAINT') {
    const constraint = model.constraint(relation, subname);
    if (constraint === null) return;
    effects.touch(constraint, partOf.constraint);
    relation.constraints.delete(subname);
    constraint.name = newname;
    relation.constraints.set(newname, constraint);
    if (constraint.index !== null) model.moved(model.indexes, constraint.index, { name: newname });
  } else
    for (const each of relation.attached) {
      if (each.name !== subname) continue;
      effects.touch(each, partOf.attached);
      each.name = newname;
    }
}

function renameColumn(relation: Relation, was: string, is: string, { model, effects }: Reading): void {
  for (const table of familyOf(relation)) {
    effects.lock(table, 'AccessExclusiveLock');
    const column = model.column(table, was);
    if (column === null) continue;
    effects.touch(column, partOf.column);
    table.columns.delete(was);
    column.name = is;
    table.columns.set(is, column);
    const sets = [...[...table.indexes].flatMap(({ uses, computed }) => [uses, computed])];
    for (const set of [...sets, ...[...table.constraints.values()].map(({ columns }) => columns)]) {
      if (set.delete(was)) set.add(is);
    }
  }
}

function renameSchema(was: string, is: string, { model, effects }: Reading): void {
  const schema = model.schemas.get(was) ?? model.addSchema(was, true);
  effects.touch(schema, partOf.schema);
  model.schemas.delete(was);
  schema.name = is;
  model.schemas.set(is, schema);
  for (const each of [...model.relations.values()].filter((relation) => relation.schema === was)) {
    model.moved(model.relations, each, { schema: is });
  }
  for (const each of [...model.indexes.values()].filter((index) => index.schema === was)) {
    model.moved(model.indexes, each, { schema: is });
  }
  for (const each of [...model.types.values()].filter((type) => type.schema === was)) {
    model.moved(model.types, each, { schema: is });
  }
}

function moveType(type: UserType, to: { name: string } | { schema: string }, { model, effects }: Reading): void {
  effects.touch(type, partOf.type);
  const columns = [...model.relations.values()].flatMap((relation) =>
    [...relation.columns.values()].filter((column) => isOfType(column.type, type)),
  );
  for (const column of columns) effects.touch(column, partOf.column);
  model.moved(model.types, type, to);
  for (const column of columns) column.type = `${typeName(type)}${column.type?.endsWith('[]') === true ? '[]' : ''}`;
}

/** ALTER … SET SCHEMA. */
export function moveToSchema(
  {
    objectType = 'OBJECT_TABLE',
    relation: named,
    object,
    newschema = '',
    missing_ok: mayLack,
  }: Extract<Node, { AlterObjectSchemaStmt: unknown }>['AlterObjectSchemaStmt'],
  reading: Reading,
): void {
  const { model, effects } = reading;
  if (objectType === 'OBJECT_TYPE' || objectType === 'OBJECT_DOMAIN') {
    moveType(
      typeNamed(object !== undefined && 'List' in object ? namesIn(object.List.items) : [], model),
      { schema: newschema },
      reading,
    );
  }
  if (/^OBJECT_(?:FUNCTION|PROCEDURE|ROUTINE)$/.test(objectType)) {
    const names = object !== undefined && 'ObjectWithArgs' in object ? namesIn(object.ObjectWithArgs.objname) : [];
    const routine = model.routine(names) ?? model.addRoutine(names, { volatile: true, wasThere: true });
    effects.touch(routine, partOf.routine);
    model.moved(model.routines, routine, { schema: newschema });
  }
  if (named === undefined) return;
  const isKnown = mayLack === true && model.complete;
  const relation = isKnown ? model.find(named) : model.relation(named, kinds[objectType]);
  if (relation === null) return;
  effects.lock(relation, 'AccessExclusiveLock');
  effects.touch(relation, partOf.relation);
  model.moved(model.relations, relation, { schema: newschema });
  for (const index of relation.indexes) model.moved(model.indexes, index, { schema: newschema });
}
