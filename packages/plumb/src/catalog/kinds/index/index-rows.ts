import type { Reader } from '../../reader.ts';
import { userSchema } from '../../user-schema.ts';
import type { KeyLists } from './simple-keys.ts';

/** A row of `pg_index`, with that of its relation. */
export interface IndexRow extends KeyLists {
  readonly oid: number;
  readonly schema: string;
  readonly name: string;
  readonly table: string;
  /** Of its table. */
  readonly relkind: string;
  readonly unique: boolean;
  readonly nullsNotDistinct: boolean;
  /** Only where it has expressions. */
  readonly definition: string | null;
  readonly predicate: string | null;
  readonly valid: boolean;
  readonly options: readonly string[] | null;
  readonly tablespace: string | null;
  readonly partitionOf: readonly [schema: string, name: string] | null;
}

/** All indexes, in the order in which they were made, since that decides the names that PostgreSQL chooses for partitions. */
export async function indexRows(reader: Reader): Promise<readonly IndexRow[]> {
  const rows = await reader.gathered<IndexRow>(indexes(reader.major));
  return rows.toSorted((one, other) => one.oid - other.oid);
}

const indexes = (major: number): string => `
  select
    json_agg(i.indexrelid::bigint) as oid,
    json_agg(i.indrelid::bigint) as relation,
    json_agg(n.nspname) as schema,
    json_agg(c.relname) as name,
    json_agg(t.relname) as table,
    json_agg(t.relkind) as relkind,
    json_agg(m.amname) as method,
    json_agg(i.indisunique) as unique,
    json_agg(${major >= 15 ? 'i.indnullsnotdistinct' : 'false'}) as "nullsNotDistinct",
    json_agg(case when i.indexprs is not null then pg_catalog.pg_get_indexdef(i.indexrelid) end) as definition,
    json_agg(case when i.indpred is not null then pg_catalog.pg_get_expr(i.indpred, i.indrelid) end) as predicate,
    json_agg(i.indisvalid) as valid,
    json_agg(c.reloptions) as options,
    json_agg(s.spcname) as tablespace,
    json_agg(case when p.oid is not null then json_build_array(pn.nspname, p.relname) end) as "partitionOf",
    json_agg(i.indnkeyatts) as count,
    json_agg(i.indkey::text) as numbers,
    json_agg(i.indclass::text) as opclasses,
    json_agg(i.indcollation::text) as collations,
    json_agg(i.indoption::text) as order
  from pg_catalog.pg_index as i
  join pg_catalog.pg_class as c on c.oid = i.indexrelid
  join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
  join pg_catalog.pg_class as t on t.oid = i.indrelid
  join pg_catalog.pg_am as m on m.oid = c.relam
  left join pg_catalog.pg_tablespace as s on s.oid = c.reltablespace
  left join pg_catalog.pg_inherits as h on h.inhrelid = i.indexrelid
  left join pg_catalog.pg_class as p on p.oid = h.inhparent
  left join pg_catalog.pg_namespace as pn on pn.oid = p.relnamespace
  where i.indexrelid >= 16384 and t.relpersistence <> 't' and ${userSchema('n')}
`;
