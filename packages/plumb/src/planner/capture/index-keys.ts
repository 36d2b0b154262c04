import type { Client } from 'pg';

/** A b-tree's keys as they are written in queries on its table. */
export interface IndexKeys {
  readonly oid: string;
  readonly index: string;
  readonly table: string;
  /** Null where it has all rows. */
  readonly predicate: string | null;
  readonly keys: readonly {
    readonly expression: string;
    readonly collation: string | null;
    readonly descending: boolean;
    readonly nullsFirst: boolean;
    /** By what ORDER BY has to be told this order; null where it is the usual one. */
    readonly operator: string | null;
  }[];
  /** Of all keys, in bytes, as far as the statistics tell. */
  readonly width: number;
  readonly readable: boolean;
}

/** The keys of every b-tree of those relations. */
export async function readIndexKeys(client: Client, oids: readonly string[]): Promise<readonly IndexKeys[]> {
  const { rows } = await client.query<IndexKeys>(
    `
    select i.indexrelid::pg_catalog.text as oid,
           c.relname as index,
           pg_catalog.format('%I.%I', n.nspname, t.relname) as table,
           pg_catalog.pg_get_expr(i.indpred, i.indrelid) as predicate,
           pg_catalog.has_table_privilege(t.oid, 'select') as readable,
           k.keys,
           k.width
    from pg_catalog.pg_index as i
    join pg_catalog.pg_class as c on c.oid = i.indexrelid
    join pg_catalog.pg_am as am on am.oid = c.relam
    join pg_catalog.pg_class as t on t.oid = i.indrelid
    join pg_catalog.pg_namespace as n on n.oid = t.relnamespace
    cross join lateral (
      select pg_catalog.json_agg(pg_catalog.json_build_object(
               'expression', pg_catalog.pg_get_indexdef(i.indexrelid, a.attnum, false),
               'collation', case
                 when l.oid is not null and l.oid <> a.attcollation or (h.attcollation <> l.oid)
                 then pg_catalog.format('%I.%I', ln.nspname, l.collname)
               end,
               'descending', (i.indoption[a.attnum - 1] & 1) <> 0,
               'nullsFirst', (i.indoption[a.attnum - 1] & 2) <> 0,
               'operator', case when not o.opcdefault then (
                 select pg_catalog.format('operator(%I.%s)', bn.nspname, b.oprname)
                 from pg_catalog.pg_amop as m
                 join pg_catalog.pg_operator as b on b.oid = m.amopopr
                 join pg_catalog.pg_namespace as bn on bn.oid = b.oprnamespace
                 where m.amopfamily = o.opcfamily and m.amoplefttype = o.opcintype and m.amoprighttype = o.opcintype
                   and m.amopstrategy = case when (i.indoption[a.attnum - 1] & 1) <> 0 then 5 else 1 end
               ) end
             ) order by a.attnum) as keys,
             pg_catalog.sum(case when a.attlen > 0 then a.attlen else coalesce(s.avg_width, 16) end)::pg_catalog.float8 as width
      from pg_catalog.pg_attribute as a
      join pg_catalog.pg_opclass as o on o.oid = i.indclass[a.attnum - 1]
      left join pg_catalog.pg_attribute as h on h.attrelid = i.indrelid and h.attnum = i.indkey[a.attnum - 1] and h.attnum > 0
      left join pg_catalog.pg_collation as l on l.oid = i.indcollation[a.attnum - 1]
      left join pg_catalog.pg_namespace as ln on ln.oid = l.collnamespace
      left join pg_catalog.pg_stats as s
        on s.schemaname = n.nspname and not s.inherited
        and (s.tablename, s.attname) in ((t.relname, h.attname), (c.relname, a.attname))
      where a.attrelid = i.indexrelid and a.attnum <= i.indnkeyatts
    ) as k
    where i.indexrelid = any ($1::pg_catalog.oid[]) and am.amname = 'btree' and c.relkind = 'i' and i.indisvalid
  `,
    [oids],
  );
  return rows;
}
