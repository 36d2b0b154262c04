import { namesIn } from '../../rules/sql/nodes-of.ts';
import type { TableConstraint } from '../model/element.ts';
import { partOf } from '../model/part-of.ts';
import { familyOf } from '../reading.ts';
import type { Alter } from './alter-table.ts';
import { addConstraint, isProven } from './constraints.ts';
import { dropConstraint } from './drop.ts';

/** What is done to constraints; false where a command is of something else. */
export function alterConstraint(alter: Alter): boolean {
  const { command, relation, family, model, work } = alter;
  const { subtype, def } = command;
  const name = command.name ?? '';
  switch (subtype) {
    case 'AT_AddConstraint':
      if (def === undefined || !('Constraint' in def)) return true;
      if (def.Constraint.contype === 'CONSTR_NOTNULL') addNotNull(alter);
      else if (addConstraint(def.Constraint, relation, { reading: alter }) === 'scan') {
        for (const each of family) work.scans.add(each);
      }
      return true;
    case 'AT_DropConstraint': {
      const isKnown = command.missing_ok === true && model.complete;
      const constraint = isKnown ? (relation.constraints.get(name) ?? null) : model.constraint(relation, name);
      if (constraint === null) dropNotNull(alter);
      else dropConstraint(constraint, alter);
      return true;
    }
    case 'AT_ValidateConstraint':
      validate(alter);
      return true;
    case 'AT_AlterConstraint': {
      const constraint = model.constraint(relation, altered(def) ?? name);
      if (constraint !== null) alterEnforced(constraint, alter);
      return true;
    }
    default:
      return false;
  }
}

function addNotNull({ command: { def }, family, model, effects, work }: Alter): void {
  if (def === undefined || !('Constraint' in def)) return;
  const { conname: name = null, skip_validation: later, keys } = def.Constraint;
  for (const table of family) {
    const column = model.column(table, namesIn(keys)[0] ?? '');
    if (column === null || column.notNull?.valid === true) continue;
    if (later !== true && !isProven(table, column.name)) work.scans.add(table);
    effects.touch(column, partOf.column);
    column.notNull = { name, valid: later !== true };
  }
}

function dropNotNull({ command: { name }, family, effects }: Alter): void {
  for (const { columns } of family) {
    for (const column of columns.values()) {
      if (column.notNull?.name !== name || name === undefined) continue;
      effects.touch(column, partOf.column);
      column.notNull = null;
    }
  }
}

function validate({ command, relation, model, effects, work }: Alter): void {
  const name = command.name ?? '';
  for (const table of familyOf(relation)) {
    for (const column of table.columns.values()) {
      if (column.notNull?.name !== name || column.notNull.valid) continue;
      work.scans.add(table);
      column.notNull = { name, valid: true };
    }
  }
  const isOfColumn = [...relation.columns.values()].some(({ notNull }) => notNull?.name === name);
  const constraint = isOfColumn ? null : model.constraint(relation, name);
  if (constraint === null || (constraint.validated && constraint.type !== null)) return;
  const tables = constraint.inheritable ? familyOf(relation) : [relation];
  for (const table of tables) {
    const own = table.constraints.get(name);
    if (own === undefined) continue;
    own.validated = true;
    effects.lock(table, 'ShareUpdateExclusiveLock');
    work.scans.add(table);
  }
  if (constraint.references === null) return;
  for (const each of familyOf(constraint.references.relation)) {
    effects.lock(each, 'RowShareLock');
    work.scans.add(each);
  }
}

function altered(def: Alter['command']['def']): string | undefined {
  if (def === undefined) return undefined;
  if ('ATAlterConstraint' in def) return def.ATAlterConstraint.conname;
  return 'Constraint' in def ? def.Constraint.conname : undefined;
}

function alterEnforced(constraint: TableConstraint, { command: { def }, relation, effects, work }: Alter): void {
  if (def === undefined || !('ATAlterConstraint' in def) || def.ATAlterConstraint.alterEnforceability !== true) return;
  const enforced = def.ATAlterConstraint.is_enforced === true;
  const other = constraint.references?.relation;
  if (other !== undefined) effects.lock(other, 'AccessExclusiveLock');
  if (enforced && !constraint.enforced) {
    work.scans.add(relation);
    if (other !== undefined) work.scans.add(other);
  }
  constraint.enforced = enforced;
  constraint.validated = enforced;
}
