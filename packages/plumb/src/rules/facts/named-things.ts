import type { Catalog } from '../../catalog/catalog-object.ts';
import { qualified } from '../../catalog/identifier.ts';
import { columnsOf } from './columns-of.ts';
import { constraintsOf } from './constraints-of.ts';
import { factsOf } from './objects-of.ts';

/** Something that somebody gave a name. */
export interface NamedThing {
  readonly what: 'table' | 'view' | 'materialized view' | 'column' | 'index' | 'constraint' | 'function';
  readonly name: string;
  readonly path: string;
}

export function namedThings(catalog: Catalog): readonly NamedThing[] {
  const of = (what: NamedThing['what'], facts: readonly { readonly schema: string; readonly name: string }[]) =>
    facts.map(({ schema, name }): NamedThing => ({ what, name, path: qualified(schema, name) }));
  return [
    ...of('table', factsOf(catalog, 'table')),
    ...of('view', factsOf(catalog, 'view')),
    ...of('materialized view', factsOf(catalog, 'materialized-view')),
    ...of(
      'index',
      factsOf(catalog, 'index').filter(({ table, name }) => !isGiven(table, name)),
    ),
    ...of('function', factsOf(catalog, 'function')),
    ...columnsOf(catalog).map(({ name, path }): NamedThing => ({ what: 'column', name, path })),
    ...constraintsOf(catalog)
      .filter(({ table, name }) => !isGiven(table, name))
      .map(
        ({ schema, table, name }): NamedThing => ({ what: 'constraint', name, path: qualified(schema, table, name) }),
      ),
  ];
}

/** Whether PostgreSQL made a name itself, of that of the table, as long as names can be. */
function isGiven(table: string, name: string): boolean {
  return /_(?:pkey|key|fkey|check|excl|idx|not_null)\d*$/.test(name) && name.startsWith(table.slice(0, 29));
}
