import type { Client } from 'pg';
import { userSchema } from '../../catalog/user-schema.ts';
import { type ProfiledRelation, relationSchema } from '../profile/profile.ts';

/** A relation, and by what it is found where it lives. */
export interface CapturedRelation extends ProfiledRelation {
  readonly oid: string;
}

/** Every relation that has statistics or pages, but none of an extension's or a session's own. */
export async function readRelations(client: Client): Promise<readonly CapturedRelation[]> {
  const { rows } = await client.query<{ oid: string; fact: unknown }>(`
    select c.oid::pg_catalog.text as oid,
           pg_catalog.json_strip_nulls(pg_catalog.json_build_object(
             'schema', n.nspname,
             'name', c.relname,
             'kind', case c.relkind
               when 'r' then 'table' when 'm' then 'materialized view' when 'p' then 'partitioned table'
               when 'f' then 'foreign table' when 'i' then 'index' else 'partitioned index'
             end,
             'table', t.relname,
             'method', case when t.oid is not null then am.amname end,
             'invalid', case when c.relkind = 'i' and not i.indisvalid then true end,
             'pages', case
               when c.relkind in ('r', 'm', 'i')
               then pg_catalog.pg_relation_size(c.oid) / pg_catalog.current_setting('block_size')::pg_catalog.int8
               else 0
             end,
             'relpages', c.relpages,
             'reltuples', c.reltuples,
             'allVisible', c.relallvisible,
             'activity', case when s.relid is not null then pg_catalog.json_build_object(
               'scans', coalesce(s.seq_scan, 0) + coalesce(s.idx_scan, 0),
               'inserts', s.n_tup_ins, 'updates', s.n_tup_upd, 'hotUpdates', s.n_tup_hot_upd, 'deletes', s.n_tup_del
             ) when x.indexrelid is not null then pg_catalog.json_build_object('scans', x.idx_scan) end
           )) as fact
    from pg_catalog.pg_class as c
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    left join pg_catalog.pg_am as am on am.oid = c.relam
    left join pg_catalog.pg_index as i on i.indexrelid = c.oid
    left join pg_catalog.pg_class as t on t.oid = i.indrelid
    left join pg_catalog.pg_stat_user_tables as s on s.relid = c.oid
    left join pg_catalog.pg_stat_user_indexes as x on x.indexrelid = c.oid
    where ${userSchema('n')}
      and c.relkind in ('r', 'm', 'p', 'f', 'i', 'I')
      and c.relpersistence <> 't'
      and not exists (
        select from pg_catalog.pg_depend as d
        where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.objid in (c.oid, t.oid) and d.deptype = 'e'
      )
    order by c.oid
  `);
  return rows.map(({ oid, fact }) => ({ oid, ...relationSchema.parse(fact) }));
}
