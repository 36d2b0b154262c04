import type { Catalog, CatalogObject } from '../catalog-object.ts';
import { qualified } from '../identifier.ts';
import { type Column, columnId } from '../kinds/column/column-facts.ts';
import { defaultId, isDefault } from '../kinds/default/default-facts.ts';
import { columnsOf, parentsOf, relationIdOf } from '../kinds/table/lineage.ts';
import type { ColumnDescription } from './description.ts';
import { isOf } from './facts-by-kind.ts';
import type { Surroundings } from './surroundings.ts';

/** The columns of a table, a view or what is like them. */
export function describeColumns(object: CatalogObject, around: Surroundings): readonly ColumnDescription[] {
  if (isOf(object, 'view', 'materialized-view')) {
    const { schema, name: view, columns } = object.facts;
    const defaults = isOf(object, 'view') ? object.facts.defaults : {};
    return columns.map(({ name, type, collation }) => ({
      ...nothingSpecial,
      name,
      type,
      collation,
      default: defaults[name] ?? null,
      comment: around.comment(`COLUMN ${qualified(schema, view, name)}`),
    }));
  }
  const columns = new Map(columnsOf(around.catalog, object.id).map((column) => [column.facts.name, column]));
  const above = parentsOf(around.catalog, object.id).flatMap((parent) => columnsOf(around.catalog, parent));
  const names = new Set([...above.map(({ facts }) => facts.name), ...columns.keys()]);
  return [...names].flatMap((name) => {
    const column = columns.get(name);
    return column === undefined ? [] : [describeColumn(column, around)];
  });
}

const nothingSpecial = { nullable: true, identity: null, generated: null } as const;

function describeColumn(column: Column, around: Surroundings): ColumnDescription {
  const { facts } = column;
  return {
    name: facts.name,
    type: facts.type ?? '',
    collation: facts.collation,
    nullable: facts.notNull === null && facts.identity === null && !isKey(column, around),
    default: defaultOf(relationIdOf(column), facts.name, around.catalog),
    identity: facts.identity?.generated ?? null,
    generated: facts.generated,
    comment: around.comment(columnId(facts.schema, facts.table, facts.name)),
  };
}

/** A primary key's columns are not null, whether that is said or not. */
function isKey(column: Column, around: Surroundings): boolean {
  const keys = around.children(relationIdOf(column)).filter((each) => each.kind === 'constraint');
  return keys.some(
    ({ facts }) =>
      'type' in facts && facts.type === 'primary key' && 'keys' in facts && includes(facts.keys, column.facts.name),
  );
}

function includes(keys: unknown, name: string): boolean {
  return Array.isArray(keys) && keys.includes(qualified(name));
}

/** Its own, or else that of where the table has the column from. */
function defaultOf(relation: string, column: string, catalog: Catalog): string | null {
  const facts = catalog.objects.get(relation)?.facts;
  if (facts === undefined || !('schema' in facts) || !('name' in facts)) return null;
  const own = catalog.objects.get(defaultId(String(facts.schema), String(facts.name), column));
  if (own !== undefined && isDefault(own)) return own.facts.expression;
  const above = parentsOf(catalog, relation).map((parent) => defaultOf(parent, column, catalog));
  return above.find((expression) => expression !== null) ?? null;
}
