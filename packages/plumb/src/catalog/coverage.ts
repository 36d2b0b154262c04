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
        and o.identity !~ '(^| (on|for) )(pg_toast|pg_temp|pg_catalog|information_schema|plumb|plumb_shadow)[._0-9]'
        and o.identity not in ('plumb', 'plumb_shadow')
      order by 1, 2
    `,
    [unknown.map(([catalog]) => catalog), unknown.map(([, oid]) => oid)],
  );
  return [...new Set(described.map(({ type }) => type))].map((type) => {
    const identities = described.filter((each) => each.type === type).map(({ identity }) => identity);
    const some = identities.slice(0, 5).join(', ');
    return {
      id: 'not-covered',
      severity: 'warning',
      title: `Not compared: ${type}`,
      message: `plumb doesn't read objects of this kind: ${some}${identities.length > 5 ? ' and more' : ''}.`,
      why: 'A difference in them is neither seen nor migrated.',
      fix: null,
      location: null,
      objects: identities,
      evidence: { type },
    };
  });
}

function sql(major: number): string {
  return [...systemCatalogs.values()]
    .filter((catalog) => catalog !== 'pg_aggregate' && (major >= 15 || catalog !== 'pg_publication_namespace'))
    .map((catalog) => `select '${catalog}', oid from pg_catalog.${catalog} where oid >= ${firstUserOid}`)
    .join(' union all ');
}
