import { identifier } from '../../identifier.ts';
import type { Alteration, Context } from '../../kind.ts';
import { type Statement, statement } from '../../statement.ts';
import { isCarriedOver } from '../index/carried-over.ts';
import { successorName } from '../index/write-index.ts';
import { isTable, tableId } from '../table/table-facts.ts';
import { constraintClause, constraintDefinition } from './constraint-clause.ts';
import type { CheckFacts, Constraint, ForeignKeyFacts } from './constraint-facts.ts';
import { checkedAtOnceHazards, validationHazards } from './constraint-hazards.ts';
import { alterTable, canWait, validate } from './row-constraint.ts';

export interface RowConstraintChange {
  readonly one: CheckFacts | ForeignKeyFacts;
  readonly other: CheckFacts | ForeignKeyFacts;
  readonly object: Constraint;
  readonly context: Context;
}

/** Changes a check or a foreign key. */
export function alterRowConstraint({ one, other, object, context }: RowConstraintChange): Alteration {
  const inPlace = changedInPlace(one, other, isCarriedOver(object.id, essence(one), essence(other), context));
  if (inPlace !== null) return { statements: inPlace };
  return { statements: successor(other, object, context), takesDown: () => true };
}

/** What ALTER can do: deferral, enforcement and validation. Null where it can't. */
function changedInPlace(
  one: CheckFacts | ForeignKeyFacts,
  other: CheckFacts | ForeignKeyFacts,
  carriedOver: boolean,
): readonly Statement[] | null {
  const enforces = one.enforced !== other.enforced;
  if (!carriedOver && essence(one) !== essence(other)) return null;
  if (enforces ? one.type === 'check' || other.enforced !== other.validated : one.validated && !other.validated) {
    return null;
  }
  const alter = `${alterTable(other)} ALTER CONSTRAINT ${identifier(other.name)}`;
  const statements: Statement[] = [];
  if (one.type === 'foreign key' && other.type === 'foreign key' && one.deferral !== other.deferral) {
    const deferrals = {
      'not deferrable': 'NOT DEFERRABLE',
      deferrable: 'DEFERRABLE INITIALLY IMMEDIATE',
      'initially deferred': 'DEFERRABLE INITIALLY DEFERRED',
    };
    statements.push(statement(`${alter} ${deferrals[other.deferral]}`));
  }
  if (enforces) {
    const hazards = other.enforced ? checkedAtOnceHazards(other) : [];
    statements.push(statement(`${alter} ${other.enforced ? 'ENFORCED' : 'NOT ENFORCED'}`, { hazards }));
  } else if (!one.validated && other.validated) {
    statements.push(validate(other));
  }
  return statements;
}

/** What no ALTER changes. */
function essence(facts: CheckFacts | ForeignKeyFacts): string {
  const plain = { validated: true, enforced: true };
  return constraintDefinition(
    facts.type === 'check' ? { ...facts, ...plain } : { ...facts, ...plain, deferral: 'not deferrable' },
  );
}

/** The old one holds until the new one does. */
function successor(facts: CheckFacts | ForeignKeyFacts, object: Constraint, context: Context): readonly Statement[] {
  const table = alterTable(facts);
  const name = identifier(facts.name);
  const swap = `${table} DROP CONSTRAINT ${name}, ADD ${constraintClause(object)}`;
  if (!context.online || !facts.validated || !canWait(facts, context)) {
    return [statement(swap, { hazards: facts.validated ? checkedAtOnceHazards(facts) : [] })];
  }
  // Partitions have parts of it, whose names a rename would leave as they are.
  if (facts.type === 'foreign key' && (facts.partitioned || isPartitioned(facts.references, context))) {
    return [statement(`${swap} NOT VALID`), validate(facts)];
  }
  const next = identifier(successorName(facts.name));
  return [
    statement(`${table} ADD CONSTRAINT ${next} ${constraintDefinition(facts)} NOT VALID`),
    statement(`${table} VALIDATE CONSTRAINT ${next}`, { run: 'apart', hazards: validationHazards(facts) }),
    statement(`${table} DROP CONSTRAINT ${name}`),
    statement(`${table} RENAME CONSTRAINT ${next} TO ${name}`),
  ];
}

function isPartitioned({ schema, table }: ForeignKeyFacts['references'], { to }: Context): boolean {
  const found = to.objects.get(tableId(schema, table));
  return found !== undefined && isTable(found) && found.facts.partitionKey !== null;
}
