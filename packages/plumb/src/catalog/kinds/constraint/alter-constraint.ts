import { identifier } from '../../identifier.ts';
import type { Alteration, Context, Replacement } from '../../kind.ts';
import { type Statement, statement } from '../../statement.ts';
import { columnId } from '../column/column-facts.ts';
import { attachment, noPartitionedOptions, sameDefinition, storageChanges } from '../index/alter-index.ts';
import { statisticsTargets, successorName } from '../index/write-index.ts';
import { sameOptions } from '../table/storage-options.ts';
import { tableId } from '../table/table-facts.ts';
import { alterRowConstraint } from './alter-row-constraint.ts';
import { constraintClause } from './constraint-clause.ts';
import { type Constraint, type ForeignKeyFacts, type IndexConstraint, standsOnIndex } from './constraint-facts.ts';
import { builtAtOnceHazards } from './constraint-hazards.ts';
import { buildConcurrently, usingIndex } from './create-on-index.ts';
import { alterTable } from './row-constraint.ts';

export function alterConstraint(from: Constraint, to: Constraint, context: Context): Alteration | Replacement {
  const [one, other] = [from.facts, to.facts];
  if (from.parent !== to.parent || one.partitioned !== other.partitioned) return { replace: 'its table changes' };
  if (standsOnIndex(from) && standsOnIndex(to)) return alterOnIndex(from, to, context);
  if (one.type === 'check' && other.type === 'check') return alterRowConstraint({ one, other, object: to, context });
  if (one.type === 'foreign key' && other.type === 'foreign key') {
    if (losesItsKey(from.id, one, other, context)) return { replace: 'the key that it refers to goes' };
    return alterRowConstraint({ one, other, object: to, context });
  }
  return { replace: `it becomes another sort of constraint` };
}

function alterOnIndex(from: IndexConstraint, to: IndexConstraint, context: Context): Alteration | Replacement {
  const [one, other] = [from.facts, to.facts];
  const attaching = attachment(from, to, context);
  if (other.type === 'exclusion' && one.partitionOf !== other.partitionOf && other.partitionOf !== null) {
    return { replace: "PostgreSQL can't attach exclusions" };
  }
  if (attaching === null) return { replace: 'a constraint of a partition can only go with that of its parent' };
  if (one.valid && !other.valid) return { replace: 'not all partitions have it any more' };
  if (other.partitioned && !sameOptions(one.options, other.options)) return { replace: noPartitionedOptions };
  if (sameConstraint(one, other)) {
    const targets =
      one.type === 'exclusion' && other.type === 'exclusion' ? statisticsTargets(other, one.statistics) : [];
    return {
      statements: [...storageChanges(one, other, context.online && !other.partitioned), ...targets, ...attaching],
    };
  }
  if (other.partitioned || one.partitionOf !== null || losesNotNull(from, to, context)) {
    return { replace: 'PostgreSQL has no ALTER for it' };
  }
  return { statements: [...successor(to, context), ...attaching], takesDown: () => true };
}

function sameConstraint(one: IndexConstraint['facts'], other: IndexConstraint['facts']): boolean {
  return (
    one.type === other.type &&
    one.deferral === other.deferral &&
    sameDefinition(one, other) &&
    (one.type === 'exclusion' || other.type === 'exclusion' || one.withoutOverlaps === other.withoutOverlaps)
  );
}

/** Of two keys on the same columns PostgreSQL chooses: while the one that goes is there, a new reference may stand on it. */
function losesItsKey(id: string, one: ForeignKeyFacts, other: ForeignKeyFacts, { from, to }: Context): boolean {
  const columns = ({ references: { schema, table, columns } }: ForeignKeyFacts): string =>
    JSON.stringify([schema, table, columns.toSorted()]);
  if (columns(one) !== columns(other)) return false;
  const table = tableId(one.references.schema, one.references.table);
  return [...(from.needs.get(id) ?? [])].some(
    (needed) => from.objects.get(needed)?.parent === table && !needed.startsWith('column ') && !to.objects.has(needed),
  );
}

/** A column can only lose NOT NULL once it has left the primary key. */
function losesNotNull(from: IndexConstraint, to: IndexConstraint, context: Context): boolean {
  if (from.facts.type !== 'primary key') return false;
  const { schema, table } = to.facts;
  const columns = [...(context.from.needs.get(from.id) ?? [])].filter((id) => id.startsWith('column '));
  const kept = new Set(to.facts.keys.map((key) => `${columnId(schema, table, '')}${key}`));
  return columns.some((id) => {
    const after = context.to.objects.get(id);
    const before = context.from.objects.get(id);
    return !kept.has(id) && after !== undefined && JSON.stringify(before?.facts) !== JSON.stringify(after.facts);
  });
}

/** The old one holds until the new one does. */
function successor(to: IndexConstraint, context: Context): readonly Statement[] {
  const { facts } = to;
  const drop = `${alterTable(facts)} DROP CONSTRAINT ${identifier(facts.name)},`;
  if (context.online && facts.type !== 'exclusion' && !facts.withoutOverlaps) {
    const name = successorName(facts.name);
    return [buildConcurrently(facts, name), statement(`${drop} ${usingIndex(facts, name)}`)];
  }
  const targets = facts.type === 'exclusion' ? statisticsTargets(facts) : [];
  return [statement(`${drop} ADD ${constraintClause(to)}`, { hazards: builtAtOnceHazards(facts) }), ...targets];
}
