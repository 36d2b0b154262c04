import type { CatalogObject } from '../../catalog-object.ts';
import { identifier, qualified } from '../../identifier.ts';
import type { Context } from '../../kind.ts';
import { chosenName } from '../../object-name.ts';
import { type Hazard, type Statement, statement } from '../../statement.ts';
import type { Column } from '../column/column-facts.ts';
import { goOnAfter, setIdentityValue } from '../column/identity-value.ts';
import { ledValue } from '../column/lead-type-over.ts';
import { conversion } from '../column/type/conversion.ts';
import { typeHazards } from '../column/type/effects.ts';
import { typeName } from '../column/type/type-name.ts';
import { isSequence } from '../sequence/sequence-facts.ts';
import { columnsOf } from './lineage.ts';
import { isTable, type Table } from './table-facts.ts';

/** Fills a table that is made anew with the rows of the one that was put aside. */
export function carryRows(table: Table, context: Context, parts: readonly CatalogObject[]): readonly Statement[] {
  const before = context.from.objects.get(table.id);
  if (before === undefined || !isTable(before) || context.stays(table.id)) return [];
  // What a partition holds comes with the rows of the table that it is a partition of.
  if (table.facts.partitionOf !== null && isMadeAnew(`table ${table.facts.partitionOf}`, context)) return [];
  const old = new Map(columnsOf(context.from, table.id).map((column) => [column.facts.name, column]));
  const common = columnsOf(context.to, table.id).flatMap((column) => {
    const source = old.get(column.facts.name);
    return source === undefined || column.facts.generated !== null ? [] : [{ column, source }];
  });
  if (common.length === 0) return [];
  const name = qualified(table.facts.schema, table.facts.name);
  const aside = qualified(before.facts.schema, context.asideName(before));
  const names = common.map(({ column }) => identifier(column.facts.name)).join(', ');
  const values = common.map(({ column, source }) => convertedValue(source, column, context)).join(', ');
  const always = common.some(({ column }) => column.facts.identity?.generated === 'always');
  const only = before.facts.partitionKey === null ? 'ONLY ' : '';
  const overriding = always ? ' OVERRIDING SYSTEM VALUE' : '';
  return [
    statement(`INSERT INTO ${name} (${names})${overriding}\nSELECT ${values}\nFROM ${only}${aside}`, {
      comment: `${name} can't be altered to what it should be: it is made anew, and its rows are carried over.`,
      hazards: [
        {
          kind: 'rewrites-table',
          message: `All rows of ${name} are copied while nobody can read or write them.`,
          objects: [name],
        },
        {
          kind: 'may-fail-on-rows',
          message: `The migration fails where a row of ${name} doesn't fit the new table.`,
          objects: [name],
        },
      ],
    }),
    ...common.flatMap(({ column }) =>
      column.facts.identity === null ? [] : [setIdentityValue(column.facts, column.facts.identity)],
    ),
    ...parts.filter(isSequence).flatMap(({ parent, facts }) => {
      const column = common.find((each) => each.column.id === parent)?.column;
      return column === undefined ? [] : [goOnAfter([facts.schema, facts.name], facts.options, column.facts)];
    }),
  ];
}

/** What of the rows of a table that is made anew has no place in its successor. */
export function lostWith(table: Table, context: Context): readonly Hazard[] {
  const wanted = new Map(columnsOf(context.to, table.id).map((column) => [column.facts.name, column.facts]));
  const name = qualified(table.facts.schema, table.facts.name);
  return columnsOf(context.from, table.id).flatMap(({ facts }): readonly Hazard[] => {
    const successor = wanted.get(facts.name);
    if (facts.generated !== null) return [];
    const column = `${name}.${identifier(facts.name)}`;
    if (successor === undefined || successor.generated !== null) {
      const message = `The column ${column} is not carried over to the table that is made anew: all that it holds is lost.`;
      return [{ kind: 'data-loss', message, objects: [column] }];
    }
    const change = { from: facts.type ?? '', to: successor.type ?? '', converts: true };
    return typeHazards(column, name, change, context).filter(({ kind }) => kind === 'data-loss');
  });
}

/** The sequences of identity columns have names, too, which those of the successor get. */
export function identitySequencesAside(table: Table, { from }: Context): readonly Statement[] {
  return columnsOf(from, table.id).flatMap(({ facts }) => {
    if (facts.identity === null || table.facts.partitionOf !== null) return [];
    const name = facts.identity.sequence ?? chosenName(facts.table, facts.name, 'seq');
    const aside = identifier(chosenName(facts.table, facts.name, 'seq_plumb_old'));
    return [statement(`ALTER SEQUENCE ${qualified(facts.schema, name)} RENAME TO ${aside}`)];
  });
}

export function isMadeAnew(id: string, context: Context): boolean {
  return context.from.objects.has(id) && context.to.objects.has(id) && !context.stays(id);
}

function convertedValue({ facts: from }: Column, { facts: to }: Column, context: Context): string {
  const name = identifier(from.name);
  if (from.type === null || to.type === null) return name;
  if (from.type !== to.type) return conversion(name, from.type, to.type, context) ?? name;
  const { base } = typeName(to.type);
  const types = ['composite', 'domain', 'enum', 'range'].map((kind) => `${kind} ${base}`);
  return types.some((id) => isMadeAnew(id, context)) ? ledValue(from, to.type, context) : name;
}
