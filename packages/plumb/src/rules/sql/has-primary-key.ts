import type { Catalog } from '../../catalog/catalog-object.ts';
import { isConstraint } from '../../catalog/kinds/constraint/constraint-facts.ts';

/** Whether a key tells the rows of a table apart, by its name in observations. */
export function hasPrimaryKey({ objects }: Catalog, table: string | null): boolean {
  return [...objects.values()].some(
    (object) =>
      isConstraint(object) &&
      object.facts.type === 'primary key' &&
      `${object.facts.schema}.${object.facts.table}` === table,
  );
}
