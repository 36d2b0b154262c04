import type { Catalog, CatalogObject } from '../catalog/catalog-object.ts';
import { kinds } from '../catalog/kinds.generated.ts';
import { sameFacts } from './same-facts.ts';

/** What has to happen to one object. */
export type Change =
  | { readonly type: 'create'; readonly object: CatalogObject }
  | { readonly type: 'drop'; readonly object: CatalogObject }
  | { readonly type: 'alter'; readonly from: CatalogObject; readonly to: CatalogObject };

/** What leads from one catalogue to the other, object by object. */
export function diffCatalogs(from: Catalog, to: Catalog): readonly Change[] {
  const changes: Change[] = [];
  const unlike = unlikeIn(from, to);
  for (const object of to.objects.values()) {
    const before = from.objects.get(object.id);
    if (before === undefined) changes.push({ type: 'create', object });
    else if (unlike.has(object.id) && !suffices(before, object, { from, to }))
      changes.push({ type: 'alter', from: before, to: object });
  }
  for (const object of from.objects.values()) {
    if (!to.objects.has(object.id) && !suffices(object, null, { from, to })) changes.push({ type: 'drop', object });
  }
  return changes;
}

type Unlike = ReadonlySet<string>;
const compared = new WeakMap<Catalog, WeakMap<Catalog, Unlike>>();

/** What is in both and not the same, by id. A migration asks several times, for its way back the other way round. */
function unlikeIn(from: Catalog, to: Catalog): Unlike {
  const known = compared.get(from)?.get(to) ?? compared.get(to)?.get(from);
  if (known !== undefined) return known;
  const unlike = new Set<string>();
  for (const { id, facts } of to.objects.values()) {
    const before = from.objects.get(id);
    if (before !== undefined && !sameFacts(before.facts, facts)) unlike.add(id);
  }
  const others = compared.get(from) ?? new WeakMap<Catalog, Unlike>();
  compared.set(from, others.set(to, unlike));
  return unlike;
}

interface Catalogs {
  readonly from: Catalog;
  readonly to: Catalog;
}

function suffices(before: CatalogObject, after: CatalogObject | null, catalogs: Catalogs): boolean {
  return kinds.get(before.kind)?.suffices?.(before, after, catalogs) === true;
}
