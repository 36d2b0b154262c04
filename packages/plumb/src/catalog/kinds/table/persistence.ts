import type { Catalog } from '../../catalog-object.ts';
import type { Context } from '../../kind.ts';
import { isConstraint } from '../constraint/constraint-facts.ts';
import { isTable, type Table, tableId } from './table-facts.ts';

/**
 * Tables that become unlogged, or logged, with this one: all of them for the first, in an order in which no logged
 * table ever refers to an unlogged one; none for the others.
 */
export function persistenceChanges(table: Table, context: Context): readonly Table[] {
  const changing = [...context.to.objects.values()].filter(isTable).filter(({ id, facts }) => {
    const before = context.from.objects.get(id);
    if (before === undefined || !isTable(before) || !context.stays(id)) return false;
    return before.facts.persistence !== facts.persistence && facts.persistence === table.facts.persistence;
  });
  if (changing.length < 2) return changing;
  const first = changing.map(({ id }) => id).sort()[0];
  if (first !== table.id) return [];
  const order = referencedFirst(changing, references(context.to));
  return table.facts.persistence === 'permanent' ? order : order.toReversed();
}

function references({ objects }: Catalog): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const object of objects.values()) {
    if (!isConstraint(object) || object.facts.type !== 'foreign key') continue;
    const { schema, table, references: target } = object.facts;
    const id = tableId(schema, table);
    found.set(id, [...(found.get(id) ?? []), tableId(target.schema, target.table)]);
  }
  return found;
}

function referencedFirst(tables: readonly Table[], targets: ReadonlyMap<string, readonly string[]>): readonly Table[] {
  const byId = new Map(tables.map((table) => [table.id, table]));
  const ordered = new Set<Table>();
  const visited = new Set<string>();
  const add = (table: Table): void => {
    if (visited.has(table.id)) return;
    visited.add(table.id);
    for (const target of targets.get(table.id) ?? []) {
      const next = byId.get(target);
      if (next !== undefined) add(next);
    }
    ordered.add(table);
  };
  for (const table of tables) add(table);
  return [...ordered];
}
