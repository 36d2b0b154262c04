import type { Catalog, CatalogObject } from '../../catalog/catalog-object.ts';
import type { Surroundings } from '../../catalog/description/surroundings.ts';
import { planMigration } from '../../plan/plan-migration.ts';

/** The SQL that makes an object, with all that belongs to it, in a database that has everything else. */
export function definitionOf(object: CatalogObject, around: Surroundings): string {
  const { catalog } = around;
  const own = new Set([object.id, ...(object.kind === 'schema' ? [] : around.below(object.id).map(({ id }) => id))]);
  const others: Catalog = { ...catalog, objects: new Map([...catalog.objects].filter(([id]) => !own.has(id))) };
  const steps = planMigration(others, catalog, { online: false });
  return steps.map(({ sql }) => `${sql};`).join('\n\n');
}
