import { identifier, qualified } from '../../identifier.ts';
import { defineKind } from '../../kind.ts';
import { statement } from '../../statement.ts';
import { leavesParent, makesPartitions } from '../index/made-with-parent.ts';
import { isFree } from '../index/relation-names.ts';
import { tableId } from '../table/table-facts.ts';
import { alterConstraint } from './alter-constraint.ts';
import { constraintBeside } from './constraint-beside.ts';
import { constraintDefinition } from './constraint-clause.ts';
import { type Constraint, type ConstraintFacts, standsOnIndex } from './constraint-facts.ts';
import { createConstraint } from './create-constraint.ts';
import { isHandedOver, isInheritedIn, isThereByMove } from './inherited-constraints.ts';
import { readConstraints } from './read-constraints.ts';
import { alterTable } from './row-constraint.ts';

/** Constraints of tables. Domains have a kind of their own for theirs; NOT NULL is the column's. */
export default defineKind<ConstraintFacts>({
  id: 'constraint',
  rank: 85,
  followsColumnType: true,

  renaming: {
    asks: false,
    path: ({ facts }) => [facts.schema, facts.table, facts.name],
    mayBe: (from, to, catalogs) =>
      sameButName(from, to) && (!standsOnIndex(to) || isFree(catalogs.from, to.facts.schema, to.facts.name)),
    rename: ([schema = '', table = '', was = ''], [, , is = '']) => [
      statement(`ALTER TABLE ${qualified(schema, table)} RENAME CONSTRAINT ${identifier(was)} TO ${identifier(is)}`),
    ],
  },

  read: readConstraints,

  phrase: ({ facts }) => `CONSTRAINT ${identifier(facts.name)} ON ${qualified(facts.schema, facts.table)}`,

  create: createConstraint,

  drop(object, context) {
    const { facts, parent } = object;
    if (standsOnIndex(object)) {
      if (object.facts.partitionOf !== null && !leavesParent(parent ?? '', context)) return [];
    } else if (!context.to.objects.has(object.id) && context.stays(parent ?? '')) {
      // What a parent also hands down can only be dropped when the table has left it.
      if (isHandedOver(object, context) || isThereByMove(object, context)) return [];
    }
    return [statement(`${alterTable(facts)} DROP CONSTRAINT ${identifier(facts.name)}`)];
  },

  alter: alterConstraint,
  beside: constraintBeside,

  // A check that a table has from a parent may be its own, too, and stays so once it was.
  suffices: (from, to, catalogs) =>
    to === null &&
    from.facts.type === 'check' &&
    isInheritedIn(catalogs.from, from) &&
    isInheritedIn(catalogs.to, from),

  folds(object, parent, context) {
    if (parent.kind !== 'table' && parent.kind !== 'foreign-table') return false;
    const { facts } = object;
    if (facts.type === 'check') return facts.validated || !facts.enforced || parent.kind === 'foreign-table';
    if (facts.type === 'foreign key') return facts.validated || !facts.enforced;
    if (facts.partitionOf !== null || (facts.type === 'exclusion' && Object.keys(facts.statistics).length > 0))
      return false;
    return !facts.partitioned || (standsOnIndex(object) && makesPartitions(object, context));
  },

  occupies(object) {
    const { facts } = object;
    // A table's check takes in those of the same name that its children have: they must go before, where they go.
    if (!standsOnIndex(object)) return facts.type === 'check' ? [`check ${identifier(facts.name)}`] : [];
    const relation = `relation ${qualified(facts.schema, facts.name)}`;
    return facts.type === 'primary key'
      ? [relation, `primary key of ${tableId(facts.schema, facts.table)}`]
      : [relation];
  },
});

/** Also where its index is attached to another's. */
function sameButName(from: Constraint, to: Constraint): boolean {
  if (constraintDefinition(from.facts) !== constraintDefinition(to.facts)) return false;
  if (from.facts.partitioned !== to.facts.partitioned) return false;
  if (!standsOnIndex(from) || !standsOnIndex(to)) return true;
  return from.facts.partitionOf === to.facts.partitionOf && from.facts.valid === to.facts.valid;
}
