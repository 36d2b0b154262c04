import type { Catalog } from '../../catalog/catalog-object.ts';
import {
  type CheckFacts,
  type ConstraintFacts,
  type ForeignKeyFacts,
  isConstraint,
  type KeyFacts,
} from '../../catalog/kinds/constraint/constraint-facts.ts';
import { objectsOf } from './objects-of.ts';

export function constraintsOf(catalog: Catalog): readonly ConstraintFacts[] {
  return objectsOf(catalog, 'constraint').flatMap((object) => (isConstraint(object) ? [object.facts] : []));
}

/** Foreign keys, each where it was declared. */
export function foreignKeysOf(catalog: Catalog): readonly ForeignKeyFacts[] {
  return constraintsOf(catalog).filter((facts) => facts.type === 'foreign key');
}

export function checksOf(catalog: Catalog): readonly CheckFacts[] {
  return constraintsOf(catalog).filter((facts) => facts.type === 'check');
}

/** Primary keys and unique constraints. */
export function keysOf(catalog: Catalog): readonly KeyFacts[] {
  return constraintsOf(catalog).flatMap((facts) =>
    facts.type === 'primary key' || facts.type === 'unique' ? [facts] : [],
  );
}
