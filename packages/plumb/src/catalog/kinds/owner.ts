import type { CatalogObject } from '../catalog-object.ts';
import { identifier } from '../identifier.ts';
import { type Context, defineKind } from '../kind.ts';
import type { Reader } from '../reader.ts';
import { type Hazard, statement } from '../statement.ts';
import { firstUserOid } from '../system-catalogs.ts';

/** Only what doesn't belong to the role that runs the database's SQL. */
export type OwnerFacts = {
  /** What belongs to it, as ALTER names it. */
  readonly phrase: string;
  readonly role: string;
};

/** `of` is the object's id. */
export function ownerId(of: string): string {
  return `owner ${of}`;
}

export function isOwner(object: CatalogObject): object is CatalogObject<OwnerFacts> {
  return object.kind === 'owner';
}

export default defineKind<OwnerFacts>({
  id: 'owner',
  rank: 200,
  onlyWhereStated: true,

  async read(reader) {
    for (const { catalog, oid, role } of await reader.rows<Row>(sql(reader), [reader.loader])) {
      const parent = reader.at({ catalog, oid });
      const object = parent === undefined ? undefined : reader.objects.get(parent);
      // what belongs to an extension is its own
      if (object === undefined || object.kind === 'extension') continue;
      const facts = { phrase: reader.phraseOf(object.id) ?? '', role };
      reader.add({ id: ownerId(object.id), kind: 'owner', parent: object.id, facts });
    }
  },

  phrase: ({ facts }) => `OWNER OF ${facts.phrase}`,

  // Rights that were granted to him become one with his own, and must be gone before.
  occupies: ({ facts, parent }) => [`rights of ${identifier(facts.role)} on ${parent}`],

  create: (object, context) => [
    statement(`ALTER ${object.facts.phrase} OWNER TO ${identifier(object.facts.role)}`, {
      hazards: hazardsOf(object, context),
    }),
  ],

  drop: (object, context) => [
    statement(`ALTER ${object.facts.phrase} OWNER TO CURRENT_USER`, { hazards: hazardsOf(object, context) }),
  ],

  alter: (from, object, context) => ({
    statements:
      from.facts.role === object.facts.role
        ? []
        : [
            statement(`ALTER ${object.facts.phrase} OWNER TO ${identifier(object.facts.role)}`, {
              hazards: hazardsOf(object, context),
            }),
          ],
  }),
});

function hazardsOf({ parent, facts }: CatalogObject<OwnerFacts>, context: Context): readonly Hazard[] {
  if (parent === null || !context.stays(parent)) return [];
  const [, name = facts.phrase] = / (\S+)$/.exec(facts.phrase) ?? [];
  return [
    {
      kind: 'access-changes',
      message: `The owner of ${facts.phrase} changes: who could change it, and whose rights it runs with.`,
      objects: [name],
    },
  ];
}

interface Row {
  readonly catalog: string;
  readonly oid: number;
  readonly role: string;
}

const owned: readonly (readonly [catalog: string, column: string, where?: string])[] = [
  ['pg_namespace', 'nspowner'],
  // an owned sequence belongs to whom its table belongs to
  [
    'pg_class',
    'relowner',
    `o.relkind in ('r', 'p', 'v', 'm', 'f', 'S') and not exists (
      select from pg_catalog.pg_depend as d
      where o.relkind = 'S' and d.classid = 'pg_catalog.pg_class'::regclass and d.objid = o.oid
        and d.refclassid = 'pg_catalog.pg_class'::regclass and d.deptype in ('a', 'i')
    )`,
  ],
  [
    'pg_type',
    'typowner',
    `o.typtype <> 'm' and (o.typrelid = 0 or exists (
      select from pg_catalog.pg_class as c where c.oid = o.typrelid and c.relkind = 'c'
    ))`,
  ],
  [
    'pg_proc',
    'proowner',
    `not exists (
      select from pg_catalog.pg_depend as d
      where d.classid = 'pg_catalog.pg_proc'::regclass and d.objid = o.oid
        and d.refclassid = 'pg_catalog.pg_type'::regclass and d.deptype = 'i'
    )`,
  ],
  ['pg_operator', 'oprowner', 'o.oprcode <> 0'],
  ['pg_opclass', 'opcowner'],
  ['pg_opfamily', 'opfowner'],
  ['pg_collation', 'collowner'],
  ['pg_conversion', 'conowner'],
  ['pg_ts_config', 'cfgowner'],
  ['pg_ts_dict', 'dictowner'],
  ['pg_language', 'lanowner'],
  ['pg_statistic_ext', 'stxowner'],
  ['pg_foreign_data_wrapper', 'fdwowner'],
  ['pg_foreign_server', 'srvowner'],
  ['pg_event_trigger', 'evtowner'],
  ['pg_publication', 'pubowner'],
  [
    'pg_subscription',
    'subowner',
    'o.subdbid = (select d.oid from pg_catalog.pg_database as d where d.datname = current_database())',
  ],
];

/** Of the role that nothing is told of. */
const loader = 'coalesce((select r.oid from pg_catalog.pg_roles as r where r.rolname = $1), 0)';

/** The schema public belongs to the cluster's first superuser before 15, and since then to the database's owner. */
function sql({ major }: Reader): string {
  const selects = owned.map(
    ([catalog, column, where = 'true']) => `
      select '${catalog}' as catalog, o.oid, o.${column} as owner
      from pg_catalog.${catalog} as o
      where o.oid >= ${firstUserOid} and o.${column} <> ${loader} and ${where}
    `,
  );
  return `
    select o.catalog, o.oid, r.rolname as role
    from (
      ${selects.join(' union all ')}
      union all
      select 'pg_namespace', o.oid, o.nspowner
      from pg_catalog.pg_namespace as o
      where o.oid = 2200 and o.nspowner <> ${loader} and not (${major} < 15 and o.nspowner = 10)
    ) as o
    join pg_catalog.pg_roles as r on r.oid = o.owner
    order by o.catalog, o.oid
  `;
}
