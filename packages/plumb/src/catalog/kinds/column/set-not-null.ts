import { identifier, objectId } from '../../identifier.ts';
import type { Context } from '../../kind.ts';
import { chosenName } from '../../object-name.ts';
import { type Hazard, type Statement, statement } from '../../statement.ts';
import { descendantsOf, effectiveColumn } from '../table/lineage.ts';
import { alterColumn, alterRelation, relationName } from './alter-relation.ts';
import { addedNotNull } from './column-clause.ts';
import type { ColumnFacts, NotNull } from './column-facts.ts';

/** Makes a column that stays NOT NULL. */
export function setNotNull(facts: ColumnFacts, notNull: NotNull, context: Context): readonly Statement[] {
  const online = context.online && facts.relation === 'table';
  const hazards = rowHazards(facts);
  if (context.major < 18) {
    if (online) return setByProof(facts, hazards);
    return [statement(`${alterColumn(facts)} SET NOT NULL`, { hazards: [...hazards, scanHazard(facts)] })];
  }
  if (!notNull.valid) return [statement(`${alterRelation(facts)} ADD ${addedNotNull(facts, notNull)} NOT VALID`)];
  if (online) {
    const named = { ...notNull, name: constraintName(facts, notNull) };
    return [
      statement(`${alterRelation(facts)} ADD ${addedNotNull(facts, named)} NOT VALID`),
      validateNotNull(facts, notNull),
    ];
  }
  const usual = notNull.name === null && notNull.inheritable;
  const sql = usual
    ? `${alterColumn(facts)} SET NOT NULL`
    : `${alterRelation(facts)} ADD ${addedNotNull(facts, notNull)}`;
  return [statement(sql, { hazards: [...hazards, scanHazard(facts)] })];
}

/** What a change of a column's NOT NULL takes, where it is NOT NULL before and after. PostgreSQL 18 has it as a constraint. */
export function alterNotNull(facts: ColumnFacts, from: NotNull, to: NotNull, context: Context): readonly Statement[] {
  const [was, is] = [constraintName(facts, from), constraintName(facts, to)];
  const alter = alterRelation(facts);
  if (from.valid && !to.valid) return [...dropNotNull(facts), ...setNotNull(facts, to, context)];
  return [
    // ALTER FOREIGN TABLE can't
    ...(was === is
      ? []
      : [statement(`ALTER TABLE ${relationName(facts)} RENAME CONSTRAINT ${identifier(was)} TO ${identifier(is)}`)]),
    ...(from.inheritable === to.inheritable
      ? []
      : [statement(`${alter} ALTER CONSTRAINT ${identifier(is)} ${to.inheritable ? 'INHERIT' : 'NO INHERIT'}`)]),
    ...(from.inheritable && !to.inheritable ? dropBelow(facts, context) : []),
    ...(from.valid === to.valid ? [] : [validateNotNull(facts, to)]),
  ];
}

/** Children keep as their own what their parent no longer hands down. */
function dropBelow(facts: ColumnFacts, { to }: Context): readonly Statement[] {
  return descendantsOf(to, objectId(facts.relation, [facts.schema, facts.table])).flatMap((relation) => {
    const column = effectiveColumn(to, relation, facts.name);
    return column === null || column.facts.notNull !== null ? [] : dropNotNull(column.facts);
  });
}

export function dropNotNull(facts: ColumnFacts): readonly Statement[] {
  return [statement(`${alterColumn(facts)} DROP NOT NULL`)];
}

/** PostgreSQL takes a valid CHECK as a proof, so that SET NOT NULL reads no rows under its lock. */
function setByProof(facts: ColumnFacts, hazards: readonly Hazard[]): readonly Statement[] {
  const alter = alterRelation(facts);
  const column = identifier(facts.name);
  const proof = identifier(chosenName(facts.table, facts.name, 'not_null_proof'));
  return [
    statement(`${alter} ADD CONSTRAINT ${proof} CHECK (${column} IS NOT NULL) NOT VALID`),
    statement(`${alter} VALIDATE CONSTRAINT ${proof}`, { run: 'apart', hazards }),
    statement(`${alterColumn(facts)} SET NOT NULL`),
    statement(`${alter} DROP CONSTRAINT ${proof}`),
  ];
}

function validateNotNull(facts: ColumnFacts, notNull: NotNull): Statement {
  const name = identifier(constraintName(facts, notNull));
  return statement(`${alterRelation(facts)} VALIDATE CONSTRAINT ${name}`, { run: 'apart', hazards: rowHazards(facts) });
}

function constraintName({ table, name }: ColumnFacts, notNull: NotNull): string {
  return notNull.name ?? chosenName(table, name, 'not_null');
}

function rowHazards(facts: ColumnFacts): readonly Hazard[] {
  const column = `${relationName(facts)}.${identifier(facts.name)}`;
  const message = `The migration fails where ${column} is NULL. Give these rows a value first.`;
  return [{ kind: 'may-fail-on-rows', message, objects: [column] }];
}

function scanHazard(facts: ColumnFacts): Hazard {
  const table = relationName(facts);
  const message = `Every row of ${table} is read while nobody can read or write the table.`;
  return { kind: 'scans-table', message, objects: [table] };
}
