import type { Catalog, CatalogObject } from '../../catalog/catalog-object.ts';
import { kinds } from '../../catalog/kinds.generated.ts';
import { sameFacts } from '../../diff/same-facts.ts';

/**
 * What a schema written as SQL never speaks of, such as owners and grants, stays as it is: `to`, with all of it as `from`
 * has it. What is made anew gets it back, and what is new has what it has by itself.
 */
export function keepUnstated(
  from: Catalog,
  to: Catalog,
  { schema, empty }: { readonly schema: Catalog; readonly empty: Catalog },
): Catalog {
  const isUnstated = unstatedKinds(schema, empty);
  const objects = new Map([...to.objects].filter(([, object]) => !hangsOn(object, to, isUnstated)));
  const needs = new Map(to.needs);
  const hints = new Map(to.hints);
  const made = { ...to, objects };
  for (const kind of kinds.values()) {
    if (!isUnstated(kind.id)) continue;
    for (const object of kind.byItself?.(from, made, phrase) ?? []) {
      objects.set(object.id, object);
      if (object.parent !== null) needs.set(object.id, new Set([object.parent]));
    }
  }
  for (const object of from.objects.values()) {
    const needed = from.needs.get(object.id) ?? new Set();
    if (!hangsOn(object, from, isUnstated) || ![...needed].every((id) => objects.has(id))) continue;
    objects.set(object.id, object);
    needs.set(object.id, needed);
    const asked = from.hints.get(object.id);
    if (asked !== undefined) hints.set(object.id, asked);
  }
  return { ...to, objects, needs, hints };
}

function phrase(object: CatalogObject): string {
  return kinds.get(object.kind)?.phrase(object) ?? object.id;
}

/** Every database has some of what a schema may be silent about: an owner of the schema public, its grants. */
function unstatedKinds(schema: Catalog, empty: Catalog): (kind: string) => boolean {
  const stated = new Set(
    [...schema.objects.values()]
      .filter(({ id, facts }) => !sameFacts(facts, empty.objects.get(id)?.facts))
      .map(({ kind }) => kind),
  );
  return (kind) => {
    const told = kinds.get(kind)?.onlyWhereStated ?? false;
    return told !== false && !stated.has(told === true ? kind : told);
  };
}

/** Whether it is of such a kind, or on something that is: a comment on a publication. */
function hangsOn(object: CatalogObject, catalog: Catalog, isUnstated: (kind: string) => boolean): boolean {
  if (isUnstated(object.kind)) return true;
  const parent = object.parent === null ? undefined : catalog.objects.get(object.parent);
  return parent !== undefined && hangsOn(parent, catalog, isUnstated);
}
