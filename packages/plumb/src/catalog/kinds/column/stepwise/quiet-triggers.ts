import type { CatalogObject } from '../../../catalog-object.ts';
import { identifier } from '../../../identifier.ts';
import type { Context } from '../../../kind.ts';
import { type Statement, statement } from '../../../statement.ts';
import { successorName } from '../../index/write-index.ts';
import { tableId } from '../../table/table-facts.ts';
import { type ColumnFacts, columnId, isColumn } from '../column-facts.ts';

/*
 * A trigger that sets a time of change, say, must not fire for rows that get their value of a second column, and must for
 * all that the application writes meanwhile. Before its row is written, only who fills can have set that column: the
 * trigger that writes both columns fires after all others.
 */

const ofRowsBefore =
  /^(CREATE) (TRIGGER (?:"(?:[^"]|"")*"|\S+) BEFORE UPDATE ON .*?\sFOR EACH ROW)(?:\s+WHEN \((.*)\))?(\s+EXECUTE FUNCTION .*)$/s;

/** Whether a trigger can be kept from noticing the rows that are filled, while one column of its table changes in steps. */
export function canBeQuiet(trigger: CatalogObject, { schema, table, name }: ColumnFacts, context: Context): boolean {
  const needed = [trigger.id, ...(context.from.needs.get(trigger.id) ?? [])];
  return (
    triggerOf(trigger) !== null &&
    !needed.includes(columnId(schema, table, name)) &&
    needed.every((id) => id === trigger.parent || staysAsItIs(id, context)) &&
    retypedColumns(tableId(schema, table), context) === 1
  );
}

/** Keeps triggers from noticing that a column's successor is filled. */
export function quieten(to: ColumnFacts, context: Context): readonly Statement[] {
  const next = identifier(successorName(to.name));
  return quietFor(to, context).map(([create, head, when, tail]) => {
    const told = `NEW.${next} IS NULL OR OLD.${next} IS NOT NULL`;
    const condition = when === undefined ? told : `(${told}) AND ${when}`;
    return statement(`${create} OR REPLACE ${head} WHEN (${condition})${tail}`, {
      run: 'apart',
      comment:
        'It fires for what an application writes, as before, and not for rows that are only filled: what it sets stays.',
    });
  });
}

/** Lets the triggers be what they were. */
export function unquieten(to: ColumnFacts, context: Context): readonly Statement[] {
  return quietFor(to, context).map(([create, head, when, tail]) =>
    statement(`${create} OR REPLACE ${head}${when === undefined ? '' : ` WHEN (${when})`}${tail}`),
  );
}

type Trigger = readonly [create: string, head: string, when: string | undefined, tail: string];

function quietFor(to: ColumnFacts, context: Context): readonly Trigger[] {
  const table = tableId(to.schema, to.table);
  return [...context.from.objects.values()].flatMap((object) => {
    const trigger = object.parent === table && canBeQuiet(object, to, context) ? triggerOf(object) : null;
    return trigger === null ? [] : [trigger];
  });
}

/** Its parts, where it fires for each row before it is updated, and for nothing else. */
function triggerOf({ kind, facts }: CatalogObject): Trigger | null {
  if (kind !== 'trigger' || !('firing' in facts) || facts.firing !== 'origin') return null;
  const parts = 'definition' in facts ? ofRowsBefore.exec(String(facts.definition)) : null;
  const [, create = '', head = '', when, tail = ''] = parts ?? [];
  return parts === null ? null : [create, head, when, tail];
}

function staysAsItIs(id: string, { from, to }: Context): boolean {
  return JSON.stringify(from.objects.get(id)?.facts) === JSON.stringify(to.objects.get(id)?.facts);
}

/** How many columns of a table get another type: while one is filled, another's trigger would be in its way. */
function retypedColumns(table: string, { from, to }: Context): number {
  return [...to.objects.values()].filter((column) => {
    const before = column.parent === table ? from.objects.get(column.id) : undefined;
    if (before === undefined || !isColumn(before) || !isColumn(column)) return false;
    return before.facts.type !== column.facts.type;
  }).length;
}
