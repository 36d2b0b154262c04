import type { Finding } from '../contract/finding.ts';
import type { Address } from './address-map.ts';
import type { FoundDependencies } from './dependencies.ts';
import type { Reader } from './reader.ts';
import { firstUserOid, systemCatalogs } from './system-catalogs.ts';

/** Says what the database contains that no kind has read, so that nothing is passed over in silence. */
export async function coverageOf(reader: Reader, resolve: FoundDependencies['resolve']): Promise<readonly Finding[]> {
  const present = await reader.rows<{ catalog: string; oids: readonly number[] | null }>(sql(reader.major));
  const unknown = present.flatMap(({ catalog, oids }) =>
    (oids ?? []).filter((oid) => resolve(catalog, oid) === undefined).map((oid) => ({ catalog, oid })),
  );
  const described = unknown.length === 0 ? [] : await reader.rows<Described>(identities, listsOf(unknown));
  const labels = await reader.rows<Described>(securityLabels);
  return [
    ...findings([...described, ...labels], (some) => `plumb doesn't read objects of this kind: ${some}.`),
    ...findings(reader.unread, (some) => `The session's role may not read them: ${some}.`),
  ];
}

interface Described {
  readonly type: string;
  readonly identity: string;
}

function findings(described: readonly Described[], message: (some: string) => string): readonly Finding[] {
  return [...new Set(described.map(({ type }) => type))].map((type) => {
    const objects = described.filter((each) => each.type === type).map(({ identity }) => identity);
    return {
      id: 'not-covered',
      severity: 'warning',
      title: `Not compared: ${type}`,
      message: message(`${objects.slice(0, 5).join(', ')}${objects.length > 5 ? ' and more' : ''}`),
      why: 'A difference in them is neither seen nor migrated.',
      fix: null,
      location: null,
      objects,
      evidence: { type },
    };
  });
}

function listsOf(addresses: readonly Address[]): readonly (readonly (string | number)[])[] {
  return [addresses.map(({ catalog }) => catalog), addresses.map(({ oid }) => oid)];
}

const identities = `
  select o.type, o.identity
  from unnest($1::text[], $2::oid[]) as u (catalog, oid)
  cross join lateral pg_identify_object(('pg_catalog.' || u.catalog)::regclass, u.oid, 0) as o
  where o.identity is not null
    and o.identity !~ '(^|(^| )(on|for) )(pg_toast|pg_temp|pg_catalog|information_schema|plumb|plumb_shadow)[._0-9]'
    and o.identity not in ('plumb', 'plumb_shadow')
  order by 1, 2
`;

/** Whoever gives labels has to be loaded into the server, which no shadow has. */
const securityLabels = `
  select 'security label' as type, concat_ws(' ', o.type, o.identity, 'for', l.provider) as identity
  from pg_catalog.pg_seclabel as l
  cross join lateral pg_identify_object(l.classoid, l.objoid, l.objsubid) as o
  order by 2
`;

/** Aggregates are functions, and user mappings are read from a view, since only superusers may read their catalogue. */
function sql(major: number): string {
  return [...systemCatalogs.values()]
    .filter((catalog) => catalog !== 'pg_aggregate' && catalog !== 'pg_user_mapping')
    .filter((catalog) => major >= 15 || catalog !== 'pg_publication_namespace')
    .map(
      (catalog) => `
        select '${catalog}' as catalog, json_agg(oid::bigint) as oids
        from pg_catalog.${catalog}
        where oid >= ${firstUserOid} and ${users[catalog] ?? 'true'}
      `,
    )
    .join(' union all ');
}

/** What isn't PostgreSQL's own means to an end: where it keeps long values, and how it checks foreign keys. */
const users: Readonly<Record<string, string>> = {
  pg_class: "relnamespace <> 'pg_toast'::regnamespace",
  pg_trigger: 'not tgisinternal',
};
