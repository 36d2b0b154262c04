import { identifier } from '../../identifier.ts';
import type { Beside, Context } from '../../kind.ts';
import { statement } from '../../statement.ts';
import { columnNow, expressionNow } from '../column/stepwise/names-beside.ts';
import { bodyNow } from '../index/index-beside.ts';
import { successorName } from '../index/write-index.ts';
import { isTable, tableId } from '../table/table-facts.ts';
import type { CheckFacts, Constraint, ConstraintFacts, ForeignKeyFacts } from './constraint-facts.ts';
import { buildConcurrently, usingIndex } from './create-on-index.ts';
import { addToTableInUse, alterTable } from './row-constraint.ts';

export const constraintBeside: Beside<ConstraintFacts> = {
  fits: fitsConstraintBeside,

  make(_, { facts }, context) {
    const name = successorName(facts.name);
    switch (facts.type) {
      case 'check':
      case 'foreign key':
        return addToTableInUse({ ...rowFactsNow(facts, context), name }, context);
      case 'exclusion':
        return [];
      default:
        return [buildConcurrently(bodyNow(facts, context), name)];
    }
  },

  takePlace(from, { facts }) {
    const next = successorName(facts.name);
    const drop = `${alterTable(from.facts)} DROP CONSTRAINT ${identifier(from.facts.name)}`;
    if (facts.type === 'primary key' || facts.type === 'unique') {
      return [statement(`${drop}, ${usingIndex(facts, next)}`)];
    }
    const rename = `RENAME CONSTRAINT ${identifier(next)} TO ${identifier(facts.name)}`;
    return [statement(drop), statement(`${alterTable(facts)} ${rename}`)];
  },
};

export function fitsConstraintBeside(from: Constraint, { parent, facts }: Constraint, { to }: Context): boolean {
  if (from.parent !== parent || from.facts.partitioned || facts.partitioned) return false;
  switch (facts.type) {
    case 'check':
      return true;
    case 'exclusion':
      return false;
    case 'foreign key': {
      const referenced = to.objects.get(tableId(facts.references.schema, facts.references.table));
      return !facts.period && referenced !== undefined && isTable(referenced) && referenced.facts.partitionKey === null;
    }
    default:
      return !facts.withoutOverlaps && facts.partitionOf === null;
  }
}

/** With the names that columns have now. */
function rowFactsNow<Facts extends CheckFacts | ForeignKeyFacts>(facts: Facts, context: Context): Facts {
  if (facts.type === 'check') return { ...facts, expression: expressionNow(facts.expression, facts, context) };
  const now = (name: string): string => columnNow(name, facts, context);
  const { references } = facts;
  return {
    ...facts,
    columns: facts.columns.map(now),
    deleteSets: facts.deleteSets.map(now),
    references: { ...references, columns: references.columns.map((name) => columnNow(name, references, context)) },
  };
}
