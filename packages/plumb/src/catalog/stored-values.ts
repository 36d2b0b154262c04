import type { Catalog } from './catalog-object.ts';

/** Types that hold values of other types. */
const containers = new Set(['composite', 'domain', 'range']);
const stores = new Set(['column', 'materialized-view']);

/** Whether a column holds values of a type, also inside of other types. `counts` can leave users out. */
export function isStored(
  type: string,
  catalog: Catalog,
  counts: (user: string, type: string) => boolean = () => true,
): boolean {
  const types = new Set([type]);
  for (const each of types) {
    for (const [user, needed] of catalog.needs) {
      if (!needed.has(each) || !counts(user, each)) continue;
      const kind = catalog.objects.get(user)?.kind ?? '';
      if (stores.has(kind)) return true;
      if (containers.has(kind)) types.add(user);
    }
  }
  return false;
}
