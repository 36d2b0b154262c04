import type { Client } from 'pg';
import { AddressMap } from './address-map.ts';
import type { Catalog, CatalogObject } from './catalog-object.ts';
import { coverageOf } from './coverage.ts';
import { readDependencies } from './dependencies.ts';
import { hintsOf } from './hints.ts';
import { objectId } from './identifier.ts';
import type { Kind } from './kind.ts';
import { kinds } from './kinds.generated.ts';
import { Reader } from './reader.ts';
import { catalogName, firstUserOid } from './system-catalogs.ts';

export interface ReadOptions {
  /** The role by whose hand the database was made, where that isn't the session's user. */
  readonly loader?: string;
}

/** Reads what a database contains. The session is left as it was found. */
export async function readCatalog(client: Client, options: ReadOptions = {}): Promise<Catalog> {
  await client.query(begin);
  try {
    const { rows } = await client.query<{ version: string; role: string; filled: readonly string[] }>(aboutDatabase);
    const [about] = rows;
    const major = Math.floor(Number(about?.version ?? 0) / 10_000);
    const loader = options.loader ?? about?.role ?? '';
    const members = await readMembers(client);
    const reader = new Reader(client, { major, loader, members, phrase: phraseOf });
    const filled = new Set(about?.filled);
    for (const kind of kinds.values()) {
      if (kind.catalog === undefined || filled.has(kind.id)) await kind.read(reader);
    }
    const { needs, resolve } = await readDependencies(reader);
    return {
      major,
      objects: reader.objects,
      needs,
      hints: hintsOf(reader),
      coverage: await coverageOf(reader, resolve),
    };
  } finally {
    await client.query('rollback');
  }
}

/** One state throughout; every name qualified; constants printed alike wherever the server stands. */
const begin = `
  begin isolation level repeatable read read only;
  set local search_path = '';
  set local timezone = 'UTC';
  set local datestyle = 'ISO, YMD';
  set local intervalstyle = 'postgres';
  set local bytea_output = 'hex';
  set local extra_float_digits = 1;
  set local quote_all_identifiers = off;
  set local jit = off;
`;

/** `filled` are the kinds that the database may have something of. */
const aboutDatabase = `
  select
    current_setting('server_version_num') as version,
    current_user as role,
    array_remove(array[
      ${[...kinds.values()].flatMap(filling).join(',\n      ')}
    ], null) as filled
`;

function filling({ id, catalog, where }: Kind): readonly string[] {
  if (catalog === undefined) return [];
  const rows = [`oid >= ${firstUserOid}`, ...(where === undefined ? [] : [where])].join(' and ');
  return [`case when exists (select from ${catalog} where ${rows}) then '${id}' end`];
}

/** Which extension made what stands at an address. */
async function readMembers(client: Client): Promise<AddressMap<string>> {
  const { rows } = await client.query<{ catalog: number; oid: number; extension: string }>(`
    select d.classid as catalog, d.objid as oid, e.extname as extension
    from pg_catalog.pg_depend as d
    join pg_catalog.pg_extension as e on e.oid = d.refobjid
    where d.deptype = 'e' and d.refclassid = 'pg_catalog.pg_extension'::regclass
  `);
  const members = new AddressMap<string>();
  for (const { catalog, oid, extension } of rows) {
    members.set({ catalog: catalogName(catalog), oid }, objectId('extension', [extension]));
  }
  return members;
}

function phraseOf(object: CatalogObject): string {
  return kinds.get(object.kind)?.phrase(object) ?? object.id;
}
