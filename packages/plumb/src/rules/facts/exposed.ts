import type { Catalog } from '../../catalog/catalog-object.ts';
import type { GrantFacts } from '../../catalog/kinds/grant/grant-facts.ts';
import { schemaId } from '../../catalog/kinds/schema.ts';
import { everybody } from '../../catalog/role-name.ts';
import { grouped } from './grouped.ts';
import { factsOf } from './objects-of.ts';

/** Roles that stand for whoever calls, anonymous or signed in. */
const callers: ReadonlySet<string> = new Set([everybody, 'anon', 'anonymous', 'web_anon', 'authenticated']);

export function isCaller(role: string): boolean {
  return callers.has(role);
}

const rows = ['SELECT', 'INSERT', 'UPDATE', 'DELETE'];

const known = new WeakMap<Catalog, ReadonlyMap<string, readonly GrantFacts[]>>();

/** What callers may do with the rows of a relation, in a schema that they can use; `id` is the relation's. */
export function exposingGrants(catalog: Catalog, id: string): readonly GrantFacts[] {
  const found = known.get(catalog) ?? findExposing(catalog);
  known.set(catalog, found);
  return found.get(id) ?? [];
}

/** Who of them reaches it, by name. */
export function reachedBy(grants: readonly GrantFacts[]): string {
  return [...new Set(grants.map(({ role }) => role))].join(', ');
}

/** Whether callers can use what is in a schema. */
export function isSchemaUsable(catalog: Catalog, schema: string): boolean {
  const id = schemaId(schema);
  return factsOf(catalog, 'grant').some(({ of, role, rights }) => of === id && isCaller(role) && 'USAGE' in rights);
}

function findExposing(catalog: Catalog): ReadonlyMap<string, readonly GrantFacts[]> {
  const usable = new Map<string, boolean>();
  const isUsable = (schema: string): boolean => {
    const found = usable.get(schema) ?? isSchemaUsable(catalog, schema);
    usable.set(schema, found);
    return found;
  };
  const exposing = factsOf(catalog, 'grant').filter(
    ({ grantable, role, rights, schema }) =>
      (grantable === 'table' || grantable === 'column') &&
      isCaller(role) &&
      rows.some((right) => right in rights) &&
      schema !== null &&
      isUsable(schema),
  );
  return grouped(exposing, ({ of }) => of);
}
