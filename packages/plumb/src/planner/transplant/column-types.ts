import type { Client } from 'pg';

/** An attribute whose statistics are to be stored, by its name or by its number. */
export interface Attribute {
  /** Of its relation. */
  readonly relation: string;
  readonly name?: string | undefined;
  readonly number?: number | undefined;
}

/** What PostgreSQL looks up of a column before it analyses it. Identifiers are 0 where there is none. */
export interface ColumnType {
  readonly number: number;
  readonly collation: string;
  readonly type: string;
  readonly less: string;
  readonly equal: string;
  /** Of the elements that an array or a text search vector consists of. */
  readonly element: string;
  readonly elementEqual: string;
}

/** The types of attributes, in their order. Null where there is no such attribute. */
export async function readColumnTypes(
  client: Client,
  attributes: readonly Attribute[],
): Promise<readonly (ColumnType | null)[]> {
  const { rows } = await client.query<ColumnType & { at: number }>(columnTypes, [
    JSON.stringify(attributes.map((attribute, at) => ({ ...attribute, at }))),
  ]);
  const found = new Map(rows.map(({ at, ...type }) => [at, type]));
  return attributes.map((_, at) => found.get(at) ?? null);
}

/**
 * Of a domain the type below counts, of a multirange its range, of an index's key that is stored otherwise what it is made
 * of. Operators are those of the default operator class, as the type cache finds it.
 */
const columnTypes = `
  with recursive columns as (
    select w.at, a.attnum, a.attcollation,
           case
             when o.opckeytype is null or o.opckeytype = 0 then a.atttypid
             when o.opcintype = 'pg_catalog.anyarray'::pg_catalog.regtype then t.typarray
             else o.opcintype
           end as type
    from pg_catalog.json_to_recordset($1) as w (at pg_catalog.int4, relation pg_catalog.oid, name pg_catalog.text, number pg_catalog.int2)
    join pg_catalog.pg_attribute as a
      on a.attrelid = w.relation and not a.attisdropped
      and (a.attnum = w.number or w.number is null and a.attname operator(pg_catalog.=) w.name)
    join pg_catalog.pg_type as t on t.oid = a.atttypid
    left join pg_catalog.pg_index as i on i.indexrelid = a.attrelid
    left join pg_catalog.pg_opclass as o on o.oid = i.indclass[a.attnum - 1]
  ),
  bases (type, base) as (
    select distinct c.type, c.type from columns as c
    union
    select b.type, case when t.typtype = 'd' then t.typbasetype else r.rngtypid end
    from bases as b
    join pg_catalog.pg_type as t on t.oid = b.base
    left join pg_catalog.pg_range as r on r.rngmultitypid = t.oid
    where t.typtype = 'd' or r.rngtypid is not null
  ),
  types as (
    select b.type, b.base,
           case when t.typtype = 'm' then b.base else b.type end as stored,
           case
             when b.base = 'pg_catalog.tsvector'::pg_catalog.regtype then 'pg_catalog.text'::pg_catalog.regtype::pg_catalog.oid
             when e.typlen = -1 and e.typelem <> 0 then e.typelem
           end as element
    from bases as b
    join pg_catalog.pg_type as t on t.oid = b.type
    join pg_catalog.pg_type as e on e.oid = b.base
    where e.typtype not in ('d', 'm')
  ),
  operators as (
    select t.oid as type, l.oid as less, q.oid as equal
    from (select base from types union select element from types) as wanted (oid)
    join pg_catalog.pg_type as t on t.oid = wanted.oid
    cross join lateral (
      select o.opcfamily as family, o.opcintype as input, am.amname = 'btree' as ordered
      from pg_catalog.pg_opclass as o
      join pg_catalog.pg_am as am on am.oid = o.opcmethod
      where o.opcdefault and am.amname in ('btree', 'hash')
        and (
          o.opcintype = t.oid
          or o.opcintype = case
            when t.typtype = 'e' then 'pg_catalog.anyenum'::pg_catalog.regtype
            when t.typtype = 'r' then 'pg_catalog.anyrange'::pg_catalog.regtype
            when t.typtype = 'c' then 'pg_catalog.record'::pg_catalog.regtype
            when t.typlen = -1 and t.typelem <> 0 then 'pg_catalog.anyarray'::pg_catalog.regtype
          end
          or exists (
            select from pg_catalog.pg_cast as k
            where k.castsource = t.oid and k.casttarget = o.opcintype and k.castmethod = 'b' and k.castcontext = 'i'
          )
        )
      order by am.amname, o.opcintype <> t.oid, (
        select not p.typispreferred from pg_catalog.pg_type as p where p.oid = o.opcintype
      )
      limit 1
    ) as class
    left join pg_catalog.pg_amop as lm
      on lm.amopfamily = class.family and lm.amoplefttype = class.input and lm.amoprighttype = class.input
      and lm.amopstrategy = 1 and class.ordered
    left join pg_catalog.pg_operator as l on l.oid = lm.amopopr
    left join pg_catalog.pg_amop as em
      on em.amopfamily = class.family and em.amoplefttype = class.input and em.amoprighttype = class.input
      and em.amopstrategy = case when class.ordered then 3 else 1 end
    left join pg_catalog.pg_operator as q on q.oid = em.amopopr
  )
  select c.at, c.attnum::pg_catalog.int4 as number, t.stored::pg_catalog.text as type,
         case
           when t.base = 'pg_catalog.tsvector'::pg_catalog.regtype
           then 'pg_catalog."default"'::pg_catalog.regcollation::pg_catalog.oid else c.attcollation
         end::pg_catalog.text as collation,
         coalesce(o.less, 0)::pg_catalog.text as less,
         coalesce(o.equal, 0)::pg_catalog.text as equal,
         coalesce(t.element, 0)::pg_catalog.text as element,
         coalesce(x.equal, 0)::pg_catalog.text as "elementEqual"
  from columns as c
  join types as t on t.type = c.type
  left join operators as o on o.type = t.base
  left join operators as x on x.type = t.element
`;
