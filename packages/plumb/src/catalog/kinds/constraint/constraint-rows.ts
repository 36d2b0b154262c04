import type { Reader } from '../../reader.ts';

/** A row of `pg_constraint`, with that of its index. Numbers of columns stay numbers here. */
export interface ConstraintRow {
  readonly oid: number;
  readonly name: string;
  readonly type: string;
  readonly relation: number;
  readonly deferrable: boolean;
  readonly deferred: boolean;
  readonly validated: boolean;
  readonly enforced: boolean;
  readonly local: boolean;
  readonly inheritable: boolean;
  readonly period: boolean;
  /** The constraint of the partitioned table that it is a part of. */
  readonly parent: number | null;
  readonly columns: readonly number[] | null;
  /** A check's expression, an exclusion's definition. */
  readonly text: string | null;
  /** The table that a foreign key refers to. */
  readonly referenced: number | null;
  readonly referencedColumns: readonly number[] | null;
  readonly onUpdate: string;
  readonly onDelete: string;
  readonly match: string;
  readonly deleteSets: readonly number[] | null;
  /** Of a key or an exclusion, as all that follows. */
  readonly index: number | null;
  readonly method: string;
  /** As `1 2`. */
  readonly indexColumns: string;
  readonly keyCount: number;
  readonly nullsNotDistinct: boolean;
  readonly valid: boolean;
  readonly options: readonly string[] | null;
  readonly tablespace: string | null;
  readonly partitionOf: readonly [schema: string, name: string] | null;
}

/** In the order in which they were made. */
export async function constraintRows(reader: Reader): Promise<readonly ConstraintRow[]> {
  const rows = await reader.gathered<ConstraintRow>(constraints(reader.major));
  return rows.toSorted((one, other) => one.oid - other.oid);
}

const constraints = (major: number): string => `
  select
    json_agg(k.oid::bigint) as oid,
    json_agg(k.conname) as name,
    json_agg(k.contype) as type,
    json_agg(k.conrelid::bigint) as relation,
    json_agg(k.condeferrable) as deferrable,
    json_agg(k.condeferred) as deferred,
    json_agg(k.convalidated) as validated,
    json_agg(${major >= 18 ? 'k.conenforced' : 'true'}) as enforced,
    json_agg(k.conislocal) as local,
    json_agg(not k.connoinherit) as inheritable,
    json_agg(${major >= 18 ? 'k.conperiod' : 'false'}) as period,
    json_agg(nullif(k.conparentid, 0)::bigint) as parent,
    json_agg(k.conkey) as columns,
    json_agg(
      case k.contype
        when 'c' then pg_catalog.pg_get_expr(k.conbin, k.conrelid)
        when 'x' then pg_catalog.pg_get_constraintdef(k.oid)
      end
    ) as text,
    json_agg(nullif(k.confrelid, 0)::bigint) as referenced,
    json_agg(k.confkey) as "referencedColumns",
    json_agg(k.confupdtype) as "onUpdate",
    json_agg(k.confdeltype) as "onDelete",
    json_agg(k.confmatchtype) as match,
    json_agg(${major >= 15 ? 'k.confdelsetcols' : 'null::smallint[]'}) as "deleteSets",
    json_agg(i.indexrelid::bigint) as index,
    json_agg(m.amname) as method,
    json_agg(i.indkey::text) as "indexColumns",
    json_agg(i.indnkeyatts) as "keyCount",
    json_agg(${major >= 15 ? 'i.indnullsnotdistinct' : 'false'}) as "nullsNotDistinct",
    json_agg(i.indisvalid) as valid,
    json_agg(c.reloptions) as options,
    json_agg(s.spcname) as tablespace,
    json_agg(case when p.oid is not null then json_build_array(pn.nspname, p.relname) end) as "partitionOf"
  from pg_catalog.pg_constraint as k
  left join pg_catalog.pg_index as i on i.indexrelid = k.conindid and k.contype in ('p', 'u', 'x')
  left join pg_catalog.pg_class as c on c.oid = i.indexrelid
  left join pg_catalog.pg_am as m on m.oid = c.relam
  left join pg_catalog.pg_tablespace as s on s.oid = c.reltablespace
  left join pg_catalog.pg_inherits as h on h.inhrelid = i.indexrelid
  left join pg_catalog.pg_class as p on p.oid = h.inhparent
  left join pg_catalog.pg_namespace as pn on pn.oid = p.relnamespace
  where k.oid >= 16384 and k.contypid = 0 and k.contype in ('p', 'u', 'x', 'c', 'f')
`;
