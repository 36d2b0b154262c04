import type { Catalog } from '../../catalog/catalog-object.ts';
import { qualified } from '../../catalog/identifier.ts';
import { isTable } from '../../catalog/kinds/table/table-facts.ts';

/** The tables that can hold rows, as they are written in SQL. */
export function tablesToFill(catalog: Catalog): readonly string[] {
  return [...catalog.objects.values()].filter(isTable).map(({ facts: { schema, name } }) => qualified(schema, name));
}
