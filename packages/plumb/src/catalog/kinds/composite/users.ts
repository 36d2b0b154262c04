import type { CatalogObject } from '../../catalog-object.ts';
import type { Context } from '../../kind.ts';

/** Who uses a composite type, and goes on to. */
export interface Users {
  /** Columns hold values of it, also inside other types. */
  readonly stored: boolean;
  /** There are tables OF the type, which change with it. */
  readonly typedTables: boolean;
}

const containers = new Set(['composite', 'domain', 'range']);
const stores = new Set(['column', 'materialized-view']);

export function usersOf(id: string, context: Context): Users {
  const seen = new Set<string>();
  const isStored = (type: string): boolean =>
    stayingUsers(type, context).some((user) => {
      if (seen.has(user.id)) return false;
      seen.add(user.id);
      return stores.has(user.kind) || (containers.has(user.kind) && isStored(user.id));
    });
  return { stored: isStored(id), typedTables: stayingUsers(id, context).some(({ kind }) => kind === 'table') };
}

function stayingUsers(id: string, { from, to }: Context): readonly CatalogObject[] {
  return [...from.needs].flatMap(([dependent, needed]) => {
    const user = needed.has(id) && to.needs.get(dependent)?.has(id) ? from.objects.get(dependent) : undefined;
    return user === undefined ? [] : [user];
  });
}
