import type { Context } from '../../kind.ts';
import { type Statement, statement } from '../../statement.ts';
import { constraintClause } from './constraint-clause.ts';
import { type Constraint, isRowConstraint, standsOnIndex } from './constraint-facts.ts';
import { createOnIndex } from './create-on-index.ts';
import { isThereByMove } from './inherited-constraints.ts';
import { addToTableInUse, alterTable } from './row-constraint.ts';

export function createConstraint(object: Constraint, context: Context): readonly Statement[] {
  if (standsOnIndex(object)) return createOnIndex(object, context);
  if (!isRowConstraint(object)) return [];
  const { id, facts, parent } = object;
  if (!context.stays(parent ?? '')) return [statement(`${alterTable(facts)} ADD ${constraintClause(object)}`)];
  if (!context.from.objects.has(id) && isThereByMove(object, context)) return [];
  return addToTableInUse(facts, context);
}
