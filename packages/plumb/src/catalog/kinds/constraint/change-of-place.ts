import type { Catalog } from '../../catalog-object.ts';
import { identifier } from '../../identifier.ts';
import { constraintDefinition } from './constraint-clause.ts';
import { type Constraint, isConstraint } from './constraint-facts.ts';

/**
 * Whether a table has the constraint from another in a catalogue: it is no object of its own there. A table that leaves
 * its parent keeps it, one that comes to a parent gives it up to be the parent's.
 */
export function isInheritedIn(catalog: Catalog, constraint: Constraint, table = constraint.parent): boolean {
  return parentsOf(catalog, table).some((parent) => {
    const found = catalog.objects.get(`constraint ${parent}.${identifier(constraint.facts.name)}`);
    const same =
      found !== undefined &&
      isConstraint(found) &&
      constraintDefinition(found.facts) === constraintDefinition(constraint.facts);
    return same || isInheritedIn(catalog, constraint, `table ${parent}`);
  });
}

/** Qualified names of the tables that a table inherits from. */
function parentsOf(catalog: Catalog, table: string | null): readonly string[] {
  const facts = catalog.objects.get(table ?? '')?.facts;
  if (facts === undefined) return [];
  const place = 'partitionOf' in facts && typeof facts.partitionOf === 'string' ? [facts.partitionOf] : [];
  const inherits = 'inherits' in facts && Array.isArray(facts.inherits) ? facts.inherits : [];
  return [...place, ...inherits.filter((name) => typeof name === 'string')];
}
