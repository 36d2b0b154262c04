import { identifier } from '../../identifier.ts';
import type { Context } from '../../kind.ts';
import { type Statement, statement } from '../../statement.ts';
import { childrenOf, effectiveColumn, relationIdOf } from '../table/lineage.ts';
import { alterRelation, relationName } from './alter-relation.ts';
import type { Column } from './column-facts.ts';

/**
 * Drops a column of a table, and of the tables that have it from there. Some of these may keep it; others name it
 * themselves, and would keep it although they shouldn't.
 */
export function dropColumn(object: Column, context: Context): readonly Statement[] {
  const relation = relationIdOf(object);
  const { name } = object.facts;
  const children = childrenOf(context.from, relation).filter(
    (child) => context.stays(child) && !isPartitionIn(context, child),
  );
  const keep = (child: string): boolean => effectiveColumn(context.to, child, name) !== null;
  const restates = (child: string): boolean =>
    context.from.objects.get(child)?.notes?.restated?.some((column) => column.name === name) === true;
  const only = children.some(keep);
  const left = children.filter((child) => !keep(child) && (only || restates(child)));
  const below = left.flatMap((child) => effectiveColumn(context.from, child, name) ?? []);
  return [dropOne(object, only), ...below.flatMap((column) => dropColumn(column, context))];
}

/** A partition can't have columns that its table hasn't. */
function isPartitionIn({ from }: Context, relation: string): boolean {
  const object = from.objects.get(relation);
  return object !== undefined && 'partitionOf' in object.facts && object.facts.partitionOf !== null;
}

function dropOne({ facts }: Column, only: boolean): Statement {
  const column = `${relationName(facts)}.${identifier(facts.name)}`;
  const message = `The column ${column} is dropped with all that it holds.`;
  return statement(`${alterRelation(facts, only)} DROP COLUMN ${identifier(facts.name)}`, {
    hazards:
      facts.generated === null && facts.relation === 'table' ? [{ kind: 'data-loss', message, objects: [column] }] : [],
  });
}
