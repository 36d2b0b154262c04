import type { Catalog, CatalogObject } from '../catalog/catalog-object.ts';
import { kinds } from '../catalog/kinds.generated.ts';
import { kindOf } from './decisions.ts';

/** Both catalogues with what holds where nothing is said, as far as a migration must see to it. */
export function withUnsaid(from: Catalog, to: Catalog): { readonly from: Catalog; readonly to: Catalog } {
  const phrase = (object: CatalogObject): string => kindOf(object).phrase(object);
  const unsaid = [...kinds.values()].flatMap((kind) => kind.unsaid?.(from, to, phrase) ?? []);
  return {
    from: completed(
      from,
      unsaid.flatMap((each) => each.from),
    ),
    to: completed(
      to,
      unsaid.flatMap((each) => each.to),
    ),
  };
}

function completed(catalog: Catalog, more: readonly CatalogObject[]): Catalog {
  if (more.length === 0) return catalog;
  const needs = new Map(catalog.needs);
  for (const { id, parent } of more) if (parent !== null) needs.set(id, new Set([parent]));
  return { ...catalog, objects: new Map([...catalog.objects, ...more.map((each) => [each.id, each] as const)]), needs };
}
