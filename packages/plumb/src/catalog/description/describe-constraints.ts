import type { CatalogObject } from '../catalog-object.ts';
import { qualified } from '../identifier.ts';
import { constraintDefinition } from '../kinds/constraint/constraint-clause.ts';
import { type Constraint, type ForeignKeyFacts, isConstraint } from '../kinds/constraint/constraint-facts.ts';
import { descendantsOf, parentsOf } from '../kinds/table/lineage.ts';
import type { ForeignKeyDescription, PartDescription, RelationDescription } from './description.ts';
import { isOf } from './facts-by-kind.ts';
import { nameOf, type Surroundings } from './surroundings.ts';

type Constraints = Pick<
  RelationDescription,
  'primaryKey' | 'uniques' | 'foreignKeys' | 'referencedBy' | 'checks' | 'exclusions'
>;

/** What holds for a table's rows, and what other tables ask of them. */
export function describeConstraints(table: CatalogObject, around: Surroundings): Constraints {
  const all = constraintsOf(table, around);
  const parts = (type: string): readonly PartDescription[] =>
    all.filter(({ constraint }) => constraint.facts.type === type).map((held) => part(held, around));
  return {
    primaryKey: parts('primary key')[0] ?? null,
    uniques: parts('unique'),
    exclusions: parts('exclusion'),
    checks: parts('check'),
    foreignKeys: all.flatMap((held) => foreignKey(held, around)),
    referencedBy: referencesTo(table, around).flatMap((constraint) =>
      foreignKey({ constraint, inheritedFrom: null }, around),
    ),
  };
}

interface Held {
  readonly constraint: Constraint;
  readonly inheritedFrom: string | null;
}

/** Its own, and those that are handed down to it. */
function constraintsOf(table: CatalogObject, around: Surroundings): readonly Held[] {
  const own = around.children(table.id).filter(isConstraint);
  const names = new Set(own.map(({ facts }) => facts.name));
  const above = parentsOf(around.catalog, table.id).flatMap((id) => {
    const parent = around.catalog.objects.get(id);
    return parent === undefined ? [] : constraintsOf(parent, around);
  });
  return [
    ...own.map((constraint) => ({ constraint, inheritedFrom: null })),
    ...above
      .filter(({ constraint }) => isHandedDown(constraint, table) && !names.has(constraint.facts.name))
      .map(({ constraint, inheritedFrom }) => ({
        constraint,
        inheritedFrom: inheritedFrom ?? qualified(constraint.facts.schema, constraint.facts.table),
      })),
  ];
}

/** Keys of partitions are constraints of their own. */
function isHandedDown({ facts }: Constraint, table: CatalogObject): boolean {
  if (facts.type === 'check') return facts.inheritable;
  return facts.type === 'foreign key' && isOf(table, 'table', 'foreign-table') && table.facts.partitionOf !== null;
}

function part({ constraint, inheritedFrom }: Held, around: Surroundings): PartDescription {
  return {
    name: qualified(constraint.facts.name),
    definition: constraintDefinition(constraint.facts),
    comment: around.comment(constraint.id),
    inheritedFrom,
  };
}

function foreignKey(held: Held, around: Surroundings): readonly ForeignKeyDescription[] {
  const { facts } = held.constraint;
  if (facts.type !== 'foreign key') return [];
  const { columns, references } = facts;
  return [
    {
      ...part(held, around),
      table: qualified(facts.schema, facts.table),
      columns,
      references: { table: qualified(references.schema, references.table), columns: references.columns },
    },
  ];
}

/** Foreign keys of other tables to this one, or to a table that it is a partition of. */
function referencesTo(table: CatalogObject, around: Surroundings): readonly Constraint[] {
  const own = new Set([table.id, ...descendantsOf(around.catalog, table.id)].map(nameOf));
  const here = nameOf(table.id);
  return [...around.catalog.objects.values()].filter(isConstraint).filter(({ facts }) => {
    if (facts.type !== 'foreign key' || targetOf(facts) !== here) return false;
    return !own.has(qualified(facts.schema, facts.table)) || qualified(facts.schema, facts.table) === here;
  });
}

function targetOf({ references }: ForeignKeyFacts): string {
  return qualified(references.schema, references.table);
}
