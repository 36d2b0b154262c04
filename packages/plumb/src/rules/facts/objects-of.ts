import type { Catalog, CatalogObject } from '../../catalog/catalog-object.ts';
import { type FactsByKind, isOf } from '../../catalog/description/facts-by-kind.ts';
import { grouped } from './grouped.ts';

const known = new WeakMap<Catalog, ReadonlyMap<string, readonly CatalogObject[]>>();

/** The facts of all objects of a kind. */
export function factsOf<K extends keyof FactsByKind>(catalog: Catalog, kind: K): readonly FactsByKind[K][] {
  return objectsOf(catalog, kind).flatMap((object) => (isOf(object, kind) ? [object.facts] : []));
}

/** All objects of a kind. */
export function objectsOf(catalog: Catalog, kind: string): readonly CatalogObject[] {
  const found = known.get(catalog) ?? grouped(catalog.objects.values(), (object) => object.kind);
  known.set(catalog, found);
  return found.get(kind) ?? [];
}
