import { AddressMap } from './address-map.ts';
import type { Dependencies } from './catalog-object.ts';
import type { Reader } from './reader.ts';
import { catalogName, firstUserOid } from './system-catalogs.ts';

export interface FoundDependencies {
  readonly needs: Dependencies;
  /** The object that an address belongs to, also where it is internal to another: a view's rule, an array's type. */
  readonly resolve: (catalog: string, oid: number) => string | undefined;
}

/** Turns `pg_depend` into needs between objects. */
export async function readDependencies(reader: Reader): Promise<FoundDependencies> {
  const rows = await reader.gathered<DependencyRow>(sql);
  const internal = new AddressMap<DependencyRow>();
  for (const row of rows) {
    const known = internal.get(catalogName(row.catalog), row.oid)?.binding ?? 0;
    if (row.binding > known) internal.set({ catalog: catalogName(row.catalog), oid: row.oid }, row);
  }
  const resolve = (catalog: string, oid: number, column = 0, steps = 8): string | undefined => {
    const id = reader.neededAt(catalog, oid, column) ?? reader.neededAt(catalog, oid);
    const above = id === undefined && steps > 0 ? internal.get(catalog, oid) : undefined;
    return above ? resolve(catalogName(above.ofCatalog), above.ofOid, above.ofColumn, steps - 1) : id;
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
    const { oid } = row;
    const catalog = catalogName(row.catalog);
    const needed = resolve(catalogName(row.ofCatalog), row.ofOid, row.ofColumn);
    const whole = reader.claimed({ catalog, oid });
    const isPart = whole !== null && needed !== undefined && reader.objects.get(needed)?.parent === whole;
    add(resolve(catalog, oid, row.column), isPart ? whole : needed);
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
  /** How much the dependent is a part of what it needs; 0 where it is none. */
  readonly binding: number;
}

/**
 * A partition's constraint is first of all (P) a part of its parent's, and then (S) of the partition. The schema `public`
 * came with PostgreSQL, yet it is the user's. Columns of a partition key depend on their own table,
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
    json_agg(strpos('SPi', deptype)) as binding
  from pg_catalog.pg_depend
  where objid >= ${firstUserOid}
    and (refobjid >= ${firstUserOid} or refobjid = 2200)
    and deptype in ('n', 'a', 'i', 'P', 'S')
    and not (classid = refclassid and objid = refobjid and refobjsubid = 0)
`;
