import { identifier, qualified } from '../../identifier.ts';
import type { Context } from '../../kind.ts';
import { type Statement, statement } from '../../statement.ts';
import { constraintClause } from './constraint-clause.ts';
import type { ConstraintFacts, RowConstraint } from './constraint-facts.ts';
import { checkedAtOnceHazards, validationHazards } from './constraint-hazards.ts';

/** `ALTER TABLE public.users` */
export function alterTable({ schema, table }: Pick<ConstraintFacts, 'schema' | 'table'>): string {
  return `ALTER TABLE ${qualified(schema, table)}`;
}

/** Adds a check or a foreign key to a table that may have rows. */
export function addToTableInUse(facts: RowConstraint['facts'], context: Context): readonly Statement[] {
  const add = `${alterTable(facts)} ADD ${constraintClause({ facts })}`;
  if (!facts.validated) return [statement(add)];
  if (!context.online || !canWait(facts, context)) return [statement(add, { hazards: checkedAtOnceHazards(facts) })];
  return [statement(`${add} NOT VALID`), validate(facts)];
}

/** Whether rows that are there already can be checked later. */
export function canWait(facts: RowConstraint['facts'], { major }: Pick<Context, 'major'>): boolean {
  return facts.type === 'check' || !facts.partitioned || major >= 18;
}

/** Checks the rows in a transaction of its own: its lock is weak, that of adding the constraint isn't. */
export function validate(facts: RowConstraint['facts']): Statement {
  return statement(`${alterTable(facts)} VALIDATE CONSTRAINT ${identifier(facts.name)}`, {
    run: 'apart',
    hazards: validationHazards(facts),
  });
}
