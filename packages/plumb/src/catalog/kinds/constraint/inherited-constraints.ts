import type { Catalog } from '../../catalog-object.ts';
import { identifier } from '../../identifier.ts';
import type { Context } from '../../kind.ts';
import { type Statement, statement } from '../../statement.ts';
import { parentsOf } from '../table/lineage.ts';
import { isTable } from '../table/table-facts.ts';
import { constraintClause, constraintDefinition } from './constraint-clause.ts';
import { type Constraint, type ConstraintFacts, isRowConstraint, type RowConstraint } from './constraint-facts.ts';
import { addToTableInUse, alterTable } from './row-constraint.ts';

/**
 * Whether a constraint that becomes its table's own is there already: from a parent that the table leaves, or for one
 * that it gets.
 */
export function isThereByMove(constraint: Constraint, { from, to }: Context): boolean {
  const { left, gained } = movesOf(constraint, { from, to });
  return isPassedOn(from, left, constraint) || isPassedOn(to, gained, constraint);
}

/** Whether a constraint that is no longer its table's own goes over into one that the table has from a parent. */
export function isHandedOver(constraint: Constraint, { from, to }: Context): boolean {
  const { kept, gained } = movesOf(constraint, { from, to });
  return isPassedOn(to, gained, constraint) || (isPassedOn(from, kept, constraint) && isPassedOn(to, kept, constraint));
}

/** Whether its table has the same from a parent. */
export function isInheritedIn(catalog: Catalog, constraint: Constraint): boolean {
  return isPassedOn(catalog, parentsOf(catalog, constraint.parent ?? ''), constraint);
}

interface Moves {
  readonly left: readonly string[];
  readonly kept: readonly string[];
  readonly gained: readonly string[];
}

/** How the parents of its table change. */
function movesOf({ parent }: Constraint, { from, to }: Pick<Context, 'from' | 'to'>): Moves {
  const [before, after] = [parentsOf(from, parent ?? ''), parentsOf(to, parent ?? '')];
  return {
    left: before.filter((id) => !after.includes(id)),
    kept: before.filter((id) => after.includes(id)),
    gained: after.filter((id) => !before.includes(id)),
  };
}

function isPassedOn(catalog: Catalog, parents: readonly string[], constraint: Constraint): boolean {
  const wanted = constraintDefinition(constraint.facts);
  return parents
    .flatMap((parent) => passedOnBy(catalog, parent))
    .some(({ facts }) => facts.name === constraint.facts.name && constraintDefinition(facts) === wanted);
}

/**
 * The foreign keys that a table gets with its place among partitions. PostgreSQL would check its rows for them while
 * nobody can use it.
 */
export function foreignKeysForPlace(table: string, parent: string, context: Context): readonly Statement[] {
  const has = new Set([...ownOf(context.from, table), ...inheritedBy(context.from, table)].map(constraintClause));
  return passedOnBy(context.to, parent)
    .filter((constraint) => !has.has(constraintClause(constraint)))
    .filter(({ id, facts }) => facts.type === 'foreign key' && context.stays(id))
    .flatMap(({ facts }) => addToTableInUse({ ...facts, ...placeOf(context.from, table) }, context));
}

/** What a table keeps when it leaves a parent, though it isn't wanted. */
export function constraintsLeftBy(table: string, parent: string, context: Context): readonly Statement[] {
  const wanted = new Set(
    [...ownOf(context.to, table), ...inheritedBy(context.to, table)].map(({ facts }) => facts.name),
  );
  return passedOnBy(context.from, parent)
    .filter(({ facts }) => !wanted.has(facts.name))
    .map(({ id, facts }) => {
      const alter = alterTable({ ...facts, ...placeOf(context.from, table) });
      // Where it is dropped from the parent, too, that may have come first.
      const drop = context.stays(id) ? 'DROP CONSTRAINT' : 'DROP CONSTRAINT IF EXISTS';
      return statement(`${alter} ${drop} ${identifier(facts.name)}`);
    });
}

function placeOf({ objects }: Catalog, id: string): Pick<ConstraintFacts, 'schema' | 'table' | 'partitioned'> {
  const found = objects.get(id);
  if (found === undefined || !isTable(found)) return { schema: '', table: '', partitioned: false };
  const { schema, name, partitionKey } = found.facts;
  return { schema, table: name, partitioned: partitionKey !== null };
}

/** Checks, and foreign keys of partitioned tables, that a table has from its parents. */
function inheritedBy(catalog: Catalog, table: string): readonly RowConstraint[] {
  return parentsOf(catalog, table).flatMap((parent) => passedOnBy(catalog, parent));
}

function passedOnBy(catalog: Catalog, parent: string): readonly RowConstraint[] {
  const own = ownOf(catalog, parent).filter(({ facts }) =>
    facts.type === 'check' ? facts.inheritable : facts.partitioned,
  );
  return [...own, ...inheritedBy(catalog, parent)];
}

const known = new WeakMap<Catalog, ReadonlyMap<string, readonly RowConstraint[]>>();

function ownOf(catalog: Catalog, table: string): readonly RowConstraint[] {
  const found = known.get(catalog) ?? byTable(catalog);
  known.set(catalog, found);
  return found.get(table) ?? [];
}

function byTable({ objects }: Catalog): ReadonlyMap<string, readonly RowConstraint[]> {
  const found = new Map<string, RowConstraint[]>();
  for (const object of objects.values()) {
    if (!isRowConstraint(object) || object.parent === null) continue;
    const others = found.get(object.parent);
    if (others === undefined) found.set(object.parent, [object]);
    else others.push(object);
  }
  return found;
}
