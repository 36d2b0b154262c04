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
import { below, settled } from './inherited-column.ts';
import { leadTypeOver } from './lead-type-over.ts';
import { readColumns } from './read-columns.ts';
import { columnRenaming } from './rename-column.ts';
import { addStepwise, takesLong } from './stepwise/add-column.ts';
import { columnBeside } from './stepwise/column-beside.ts';
import { whyNotFilled } from './stepwise/fill-rows.ts';
import { isRetypedStepwise } from './stepwise/why-not-stepwise.ts';

export default defineKind<ColumnFacts>({
  id: 'column',
  rank: 66,

  renaming: columnRenaming,

  read: readColumns,

  phrase: ({ facts }) => `COLUMN ${qualified(facts.schema, facts.table, facts.name)}`,

  folds: ({ facts }) => !facts.inherited,

  create(object, context, parts) {
    const { facts } = object;
    if (facts.inherited) return change(settled(facts, false, context), settled(facts, true, context), context);
    const there = context.stays(relationIdOf(object)) ? inheritedBefore(object, context) : null;
    if (there !== null) return change(there, facts, context);
    if (takesLong(object, context, parts) && whyNotFilled(relationIdOf(object), context) === null) {
      return addStepwise(object, context, parts);
    }
    return [
      statement(`${alterRelation(facts)} ADD COLUMN ${columnClause(object, context, parts)}`, {
        hazards: addHazards(object, context, parts),
      }),
      ...columnAfterwards(object, context),
    ];
  },

  drop(object, context) {
    const { facts } = object;
    if (facts.inherited) return change(settled(facts, true, context), settled(facts, false, context), context);
    const left = leftAfter(object, context);
    return left === null ? dropColumn(object, context) : change(facts, left, context);
  },

  takesAlong: (object, context) => !object.facts.inherited && leftAfter(object, context) === null,

  alter(from, to, context) {
    if (from.facts.relation !== to.facts.relation) return { replace: 'its table is made anew as one of another kind' };
    if (from.facts.inherited && to.facts.inherited) {
      return alterColumnFacts(settled(from.facts, true, context), settled(to.facts, true, context), context);
    }
    const [before, after] = [whole(from, context.from).facts, whole(to, context.to).facts];
    if (isRetypedStepwise(before, after, context)) return { replace: 'its type changes in steps', beside: true };
    const answer = alterColumnFacts(before, after, context);
    if ('replace' in answer) return answer;
    return { ...answer, statements: [...answer.statements, ...below(before, after, context)] };
  },

  beside: columnBeside,

  leadOver: leadTypeOver,
});

function change(from: ColumnFacts, to: ColumnFacts, context: Context): readonly Statement[] {
  const answer = alterColumnFacts(from, to, context);
  return 'replace' in answer ? [] : answer.statements;
}

function whole(column: Column, catalog: Context['from']): Column {
  return effectiveColumn(catalog, relationIdOf(column), column.facts.name) ?? column;
}

/** The column that the table has from elsewhere, where it no longer has it as its own. */
function leftAfter(object: Column, { to }: Context): ColumnFacts | null {
  if (to.objects.has(object.id)) return null;
  return effectiveColumn(to, relationIdOf(object), object.facts.name)?.facts ?? null;
}

/** The column that the table had from elsewhere before it was let go. */
function inheritedBefore(object: Column, { from }: Context): ColumnFacts | null {
  if (from.objects.has(object.id)) return null;
  return effectiveColumn(from, relationIdOf(object), object.facts.name)?.facts ?? null;
}
