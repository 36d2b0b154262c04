import { namesIn } from '../../rules/sql/nodes-of.ts';
import type { Column, Relation } from '../model/element.ts';
import { partOf } from '../model/part-of.ts';
import { behindWord, familyOf } from '../reading.ts';
import { type TypeChange, typeChange } from '../type-change.ts';
import { typeText } from '../type-text.ts';
import type { Alter } from './alter-table.ts';
import { addColumn } from './columns.ts';
import { foreignKeysTo, isProven } from './constraints.ts';

/** What is done to columns; false where a command is of something else. */
export function alterColumn(alter: Alter): boolean {
  const { command, relation, family, model, effects, work, text } = alter;
  const { subtype, name = '', def } = command;
  const columns = family.flatMap((each) => model.column(each, name) ?? []);
  switch (subtype) {
    case 'AT_AddColumn': {
      if (def === undefined || !('ColumnDef' in def)) return true;
      const isThere = relation.columns.has(def.ColumnDef.colname ?? '');
      if (isThere && command.missing_ok === true) return true;
      const asked = addColumn(def.ColumnDef, relation, alter);
      for (const each of asked === null ? [] : familyOf(relation)) {
        (asked === 'rewrite' ? work.rewrites : work.scans).add(each);
      }
      return true;
    }
    case 'AT_SetNotNull':
      for (const column of columns) {
        if (column.notNull?.valid === true) continue;
        const { relation: table } = column;
        if (!isProven(table, name) || column.notNull !== null) work.scans.add(table);
        effects.touch(column, partOf.column);
        column.notNull = { name: column.notNull?.name ?? null, valid: true };
      }
      return true;
    case 'AT_DropNotNull':
      for (const column of columns) {
        // nobody told that it is NOT NULL, but it is what a migration takes away
        if (column.type === null && column.notNull === null && column.first !== null) {
          column.notNull = { name: null, valid: true };
          column.first = partOf.column(column);
        }
        effects.touch(column, partOf.column);
        column.notNull = null;
      }
      return true;
    case 'AT_AlterColumnType':
      if (def !== undefined && 'ColumnDef' in def) for (const each of columns) changeType(each, def.ColumnDef, alter);
      return true;
    case 'AT_ColumnDefault':
      for (const column of columns)
        column.default = def === undefined ? null : behindWord(text, text.search(/\bdefault\b/i));
      return true;
    case 'AT_AddIdentity':
      for (const column of columns) column.identity = 'by default';
      return true;
    case 'AT_DropIdentity':
      for (const column of columns) column.identity = null;
      return true;
    case 'AT_DropExpression':
      for (const column of columns) column.generated = null;
      return true;
    case 'AT_SetExpression':
      for (const { generated, relation: table } of columns) if (generated !== 'virtual') work.rewrites.add(table);
      return true;
    default:
      return false;
  }
}

type Definition = Parameters<typeof addColumn>[0];

function changeType(column: Column, { typeName, raw_default: using, collClause }: Definition, alter: Alter): void {
  const { model, effects, work } = alter;
  const { relation: table, name } = column;
  const collation = collClause === undefined ? null : (namesIn(collClause.collname).at(-1) ?? null);
  const type = typeText(typeName);
  // a virtual column has no values that lie anywhere
  const asked = column.generated === 'virtual' ? null : typeChange(column, { type, using, name, collation }, model);
  if (asked === 'rewrite') work.rewrites.add(table);
  else if (asked !== null && column.type !== type) recheck(column, asked, alter);
  else if (asked === 'reindex') {
    for (const index of table.indexes) if (index.uses.has(name)) work.rebuilds.add(index);
  }
  if (column.type !== null) effects.touch(column, partOf.column);
  // what it was nobody told, so that there is no change to tell either
  else if (column.first !== null) column.first = { ...column.first, type };
  column.type = type;
  column.collation = collation;
  if (asked === null) return;
  // foreign keys are made again on both sides; where values compare as before, no row is looked up again
  const isLookedUp = asked !== 'recheck';
  for (const { relation: other } of foreignKeysTo(model, table, name)) {
    effects.lock(other, 'AccessExclusiveLock');
    if (isLookedUp) work.scans.add(other);
  }
  for (const { columns, references } of table.constraints.values()) {
    if (references === null || !columns.has(name)) continue;
    effects.lock(references.relation, 'AccessExclusiveLock');
    if (isLookedUp) work.scans.add(references.relation).add(table);
  }
}

/** What is made of a column is made again, though its values stay. */
function recheck({ relation: table, name }: Column, asked: TypeChange, { work }: Alter): void {
  for (const index of table.indexes) {
    if (index.computed.has(name) || (asked === 'reindex' && index.uses.has(name))) work.rebuilds.add(index);
  }
  if (hasCheck(table, name)) work.scans.add(table);
}

function hasCheck({ constraints }: Relation, column: string): boolean {
  return [...constraints.values()].some(
    ({ type, columns, validated }) => type === 'c' && validated && columns.has(column),
  );
}
