import type { Catalog } from '../../catalog/catalog-object.ts';
import { kinds } from '../../catalog/kinds.generated.ts';

/** A database's catalogue without what a schema written as SQL never speaks of, such as owners and grants. */
export function leaveUnstated(database: Catalog, schema: Catalog): Catalog {
  const stated = new Set([...schema.objects.values()].map(({ kind }) => kind));
  const left = (kind: string): boolean => {
    const told = kinds.get(kind)?.onlyWhereStated ?? false;
    return told !== false && !stated.has(told === true ? kind : told);
  };
  return { ...database, objects: new Map([...database.objects].filter(([, { kind }]) => !left(kind))) };
}
