import type { Dependencies } from './catalog-object.ts';
import type { Reader } from './reader.ts';
import { firstUserOid, systemCatalogs } from './system-catalogs.ts';

export interface FoundDependencies {
  readonly needs: Dependencies;
  /** The object that an address belongs to, also where it is internal to another: a view's rule, an array's type. */
  readonly resolve: (catalog: string, oid: string, column?: string) => string | undefined;
}

/** Turns `pg_depend` into needs between objects. */
export async function readDependencies(reader: Reader): Promise<FoundDependencies> {
  const rows = await reader.lean(sql);
  const internal = new Map<string, string>();
  for (const [catalog, oid, , ofCatalog, ofOid, ofColumn, type] of rows) {
    if (type !== 'n' && type !== 'a') internal.set(key(catalog, oid), key(ofCatalog, ofOid, ofColumn));
  }
  const resolveKey = (address: string): string | undefined => {
    let at: string | undefined = address;
    for (let steps = 0; at !== undefined && steps < 8; steps++) {
      const id = reader.addresses.get(at) ?? reader.addresses.get(whole(at));
      if (id !== undefined) return id;
      at = internal.get(whole(at));
    }
    return undefined;
  };
  const needs = new Map<string, Set<string>>();
  const add = (dependent: string | undefined, needed: string | undefined): void => {
    if (dependent === undefined || needed === undefined || dependent === needed) return;
    if (!reader.objects.has(dependent) || !reader.objects.has(needed)) return;
    const known = needs.get(dependent);
    if (known === undefined) needs.set(dependent, new Set([needed]));
    else known.add(needed);
  };
  for (const { id, parent } of reader.objects.values()) if (parent !== null) add(id, parent);
  for (const [dependent, needed] of reader.extraNeeds) add(dependent, needed);
  for (const [catalog, oid, column, ofCatalog, ofOid, ofColumn] of rows) {
    const needed = resolveKey(key(ofCatalog, ofOid, ofColumn));
    const whole = reader.claimedKey(key(catalog, oid));
    const isPart = whole !== null && needed !== undefined && reader.objects.get(needed)?.parent === whole;
    add(resolveKey(key(catalog, oid, column)), isPart ? whole : needed);
  }
  return {
    needs,
    resolve: (catalog, oid, column = '0') =>
      resolveKey(column === '0' ? `${catalog} ${oid}` : `${catalog} ${oid} ${column}`),
  };
}

/**
 * The schema `public` came with PostgreSQL, yet it is the user's. Columns of a partition key depend on their own table,
 * which a partition's column, being its parent's, must not.
 */
const sql = `
  select classid, objid, objsubid, refclassid, refobjid, refobjsubid, deptype
  from pg_catalog.pg_depend
  where objid >= ${firstUserOid}
    and (refobjid >= ${firstUserOid} or refobjid = 2200)
    and deptype in ('n', 'a', 'i', 'P', 'S')
    and not (classid = refclassid and objid = refobjid and refobjsubid = 0)
`;

type Field = string | null | undefined;

function key(catalog: Field, oid: Field, column: Field = '0'): string {
  const name = systemCatalogs.get(Number(catalog)) ?? String(catalog);
  return column === '0' ? `${name} ${oid}` : `${name} ${oid} ${column}`;
}

/** The address without its column. */
function whole(address: string): string {
  const at = address.indexOf(' ', address.indexOf(' ') + 1);
  return at === -1 ? address : address.slice(0, at);
}
