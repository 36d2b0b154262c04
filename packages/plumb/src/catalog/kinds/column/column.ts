import { qualified } from '../../identifier.ts';
import { type Context, defineKind } from '../../kind.ts';
import { type Statement, statement } from '../../statement.ts';
import { effectiveColumn, relationIdOf } from '../table/lineage.ts';
import { addHazards } from './add-hazards.ts';
import { alterColumnFacts } from './alter-column.ts';
import { alterRelation } from './alter-relation.ts';
import { columnAfterwards, columnClause } from './column-clause.ts';
import type { Column, ColumnFacts } from './column-facts.ts';
import { dropColumn } from './drop-column.ts';
import { leadTypeOver } from './lead-type-over.ts';
import { nothingOwn } from './nothing-own.ts';
import { readColumns } from './read-columns.ts';
import { columnRenaming } from './rename-column.ts';

export { columnId } from './column-facts.ts';

export default defineKind<ColumnFacts>({
  id: 'column',
  rank: 66,

  renaming: columnRenaming,

  read: readColumns,

  phrase: ({ facts }) => `COLUMN ${qualified(facts.schema, facts.table, facts.name)}`,

  folds: ({ facts }) => !facts.inherited,

  create(object, context, parts) {
    const { facts } = object;
    if (facts.inherited) return change(nothingOwn(facts), facts, context);
    const there = context.stays(relationIdOf(object)) ? inheritedBefore(object, context) : null;
    if (there !== null) return change(there, facts, context);
    return [
      statement(`${alterRelation(facts)} ADD COLUMN ${columnClause(object, context, parts)}`, {
        hazards: addHazards(object, context, parts),
      }),
      ...columnAfterwards(object, context),
    ];
  },

  drop(object, context) {
    const { facts } = object;
    if (facts.inherited) return change(facts, nothingOwn(facts), context);
    const left = effectiveColumn(context.to, relationIdOf(object), facts.name);
    if (left !== null && !context.to.objects.has(object.id)) return change(facts, left.facts, context);
    return dropColumn(object, context);
  },

  alter(from, to, context) {
    if (from.facts.relation !== to.facts.relation) return { replace: 'its table is made anew as one of another kind' };
    const [before, after] =
      from.facts.inherited === to.facts.inherited ? [from, to] : [whole(from, context.from), whole(to, context.to)];
    return alterColumnFacts(before.facts, after.facts, context);
  },

  leadOver: leadTypeOver,
});

function change(from: ColumnFacts, to: ColumnFacts, context: Context): readonly Statement[] {
  const answer = alterColumnFacts(from, to, context);
  return 'replace' in answer ? [] : answer.statements;
}

function whole(column: Column, catalog: Context['from']): Column {
  return effectiveColumn(catalog, relationIdOf(column), column.facts.name) ?? column;
}

/** The column that the table had from elsewhere before it was let go. */
function inheritedBefore(object: Column, { from }: Context): ColumnFacts | null {
  if (from.objects.has(object.id)) return null;
  return effectiveColumn(from, relationIdOf(object), object.facts.name)?.facts ?? null;
}
