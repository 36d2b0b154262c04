import type { Finding } from '../contract/finding.ts';
import type { FoundDependencies } from './dependencies.ts';
import type { Reader } from './reader.ts';
import { firstUserOid, systemCatalogs } from './system-catalogs.ts';

/** Says what the database contains that no kind has read, so that nothing is passed over in silence. */
export async function coverageOf(reader: Reader, resolve: FoundDependencies['resolve']): Promise<readonly Finding[]> {
  const found = await reader.lean(sql(reader.major));
  const unknown = found.filter(([catalog, oid]) => catalog && oid && resolve(catalog, oid) === undefined);
  if (unknown.length === 0) return [];
  const described = await reader.rows<{ type: string; identity: string }>(
    `
      select o.type, o.identity
      from unnest($1::text[], $2::oid[]) as u (catalog, oid)
      cross join lateral pg_identify_object(('pg_catalog.' || u.catalog)::regclass, u.oid, 0) as o
      where o.identity is not null
        and o.identity !~ '^(pg_toast|pg_temp|pg_catalog|information_schema|plumb|plumb_shadow)[._0-9]'
        and o.identity not in ('plumb', 'plumb_shadow')
      order by 1, 2
    `,
    [unknown.map(([catalog]) => catalog), unknown.map(([, oid]) => oid)],
  );
  return described.map(({ type, identity }) => ({
    id: 'not-covered',
    severity: 'warning',
    title: `A ${type} is not compared`,
    message: `The ${type} ${identity} is in the database, and plumb doesn't read this kind of object.`,
    why: 'A difference in it is neither seen nor migrated.',
    fix: null,
    location: null,
    objects: [identity],
    evidence: { type },
  }));
}

function sql(major: number): string {
  return [...systemCatalogs.values()]
    .filter((catalog) => catalog !== 'pg_aggregate' && (major >= 15 || catalog !== 'pg_publication_namespace'))
    .map((catalog) => `select '${catalog}', oid from pg_catalog.${catalog} where oid >= ${firstUserOid}`)
    .join(' union all ');
}
