import { type Address, AddressMap } from './address-map.ts';
import type { Dependencies } from './catalog-object.ts';
import type { Reader } from './reader.ts';
import { catalogName, firstUserOid } from './system-catalogs.ts';

export interface FoundDependencies {
  readonly needs: Dependencies;
  /** The object that an address belongs to, also where it is internal to another: a view's rule, an array's type. */
  readonly resolve: (address: Address) => string | undefined;
}

/** Turns `pg_depend` into needs between objects. */
export async function readDependencies(reader: Reader): Promise<FoundDependencies> {
  const rows = await reader.gathered<DependencyRow>(sql);
  const internal = new AddressMap<Address>();
  for (const row of rows) {
    if (row.isInternal) internal.set({ catalog: catalogName(row.catalog), oid: row.oid }, neededBy(row));
  }
  const resolve = (address: Address): string | undefined => {
    let at: Address | undefined = address;
    for (let steps = 0; at !== undefined && steps < 8; steps++) {
      const whole: Address = { catalog: at.catalog, oid: at.oid };
      const id = reader.neededAt(at) ?? reader.neededAt(whole);
      if (id !== undefined) return id;
      at = internal.get(whole);
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
  for (const row of rows) {
    const dependent: Address = { catalog: catalogName(row.catalog), oid: row.oid, column: row.column };
    const needed = resolve(neededBy(row));
    const whole = reader.claimed({ catalog: dependent.catalog, oid: dependent.oid });
    const isPart = whole !== null && needed !== undefined && reader.objects.get(needed)?.parent === whole;
    add(resolve(dependent), isPart ? whole : needed);
  }
  return { needs, resolve };
}

interface DependencyRow {
  readonly catalog: number;
  readonly oid: number;
  readonly column: number;
  readonly ofCatalog: number;
  readonly ofOid: number;
  readonly ofColumn: number;
  readonly isInternal: boolean;
}

function neededBy({ ofCatalog, ofOid, ofColumn }: DependencyRow): Address {
  return { catalog: catalogName(ofCatalog), oid: ofOid, column: ofColumn };
}

/**
 * The schema `public` came with PostgreSQL, yet it is the user's. Columns of a partition key depend on their own table,
 * which a partition's column, being its parent's, must not.
 */
const sql = `
  select
    json_agg(classid::bigint) as catalog,
    json_agg(objid::bigint) as oid,
    json_agg(objsubid) as column,
    json_agg(refclassid::bigint) as "ofCatalog",
    json_agg(refobjid::bigint) as "ofOid",
    json_agg(refobjsubid) as "ofColumn",
    json_agg(deptype in ('i', 'P', 'S')) as "isInternal"
  from pg_catalog.pg_depend
  where objid >= ${firstUserOid}
    and (refobjid >= ${firstUserOid} or refobjid = 2200)
    and deptype in ('n', 'a', 'i', 'P', 'S')
    and not (classid = refclassid and objid = refobjid and refobjsubid = 0)
`;
