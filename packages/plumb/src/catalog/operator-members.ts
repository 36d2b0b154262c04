import type { Address } from './address-map.ts';
import type { Reader } from './reader.ts';
import { firstUserOid } from './system-catalogs.ts';

/** An operator or a support function of a family. */
export interface OperatorMember {
  readonly address: Address;
  readonly family: number;
  /** The class that it is tied to and dropped with; null for what belongs to the family alone. */
  readonly class: number | null;
  /** What DROP calls it: `OPERATOR 1 (integer, integer)`. */
  readonly place: string;
  /** As ADD takes it: `OPERATOR 1 public.<(integer,integer)`. */
  readonly definition: string;
}

const known = new WeakMap<Reader, Promise<readonly OperatorMember[]>>();

/** The members of all families, with the classes that they belong to. */
export function operatorMembersOf(reader: Reader): Promise<readonly OperatorMember[]> {
  const found = known.get(reader) ?? readMembers(reader);
  known.set(reader, found);
  return found;
}

/** Definitions by place: what is compared. */
export function definitionsOf(members: readonly OperatorMember[]): Readonly<Record<string, string>> {
  return Object.fromEntries(members.map(({ place, definition }) => [place, definition]));
}

async function readMembers(reader: Reader): Promise<readonly OperatorMember[]> {
  const rows = await reader.rows<Omit<OperatorMember, 'address'> & { oid: number; catalog: string }>(sql);
  return rows.map(({ oid, catalog, ...member }) => ({ ...member, address: { catalog, oid } }));
}

/** Access methods tie some members to the family that were named with a class: operators of GiST and GIN. */
const sql = `
  with members as (
    select
      'pg_amop' as catalog, o.oid, o.amopfamily as family, o.amoplefttype as lefttype, o.amoprighttype as righttype,
      'OPERATOR' as word, o.amopstrategy as number,
      o.amopopr::regoperator::text
        || case when s.oid is null then '' else pg_catalog.format(' FOR ORDER BY %I.%I', sn.nspname, s.opfname) end
        as definition
    from pg_catalog.pg_amop as o
    left join pg_catalog.pg_opfamily as s on s.oid = o.amopsortfamily
    left join pg_catalog.pg_namespace as sn on sn.oid = s.opfnamespace
    where o.oid >= ${firstUserOid}
    union all
    select
      'pg_amproc', p.oid, p.amprocfamily, p.amproclefttype, p.amprocrighttype,
      'FUNCTION', p.amprocnum,
      pg_catalog.format(
        '(%s, %s) %s',
        pg_catalog.format_type(p.amproclefttype, null),
        pg_catalog.format_type(p.amprocrighttype, null),
        p.amproc::regprocedure
      )
    from pg_catalog.pg_amproc as p
    where p.oid >= ${firstUserOid}
  )
  select
    m.catalog,
    m.oid,
    m.family,
    tied.class,
    pg_catalog.format(
      '%s %s (%s, %s)',
      m.word, m.number, pg_catalog.format_type(m.lefttype, null), pg_catalog.format_type(m.righttype, null)
    ) as place,
    pg_catalog.format('%s %s %s', m.word, m.number, m.definition) as definition
  from members as m
  left join lateral (
    select d.refobjid as class
    from pg_catalog.pg_depend as d
    where d.classid = ('pg_catalog.' || m.catalog)::regclass
      and d.objid = m.oid
      and d.refclassid = 'pg_catalog.pg_opclass'::regclass
    limit 1
  ) as tied on true
  order by m.word desc, m.number, place
`;
