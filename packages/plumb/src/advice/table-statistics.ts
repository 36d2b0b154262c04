import type { Client } from 'pg';
import { userSchema } from '../catalog/user-schema.ts';

/** What the server that plans believes of a table. */
export interface TableStatistics {
  readonly pages: number;
  readonly rows: number;
  readonly columns: ReadonlyMap<string, ColumnStatistics>;
}

export interface ColumnStatistics {
  /** How many distinct values there are. */
  readonly distinct: number;
  readonly width: number;
  /** How far the rows lie in the order of the values: 1 and -1 are fully. */
  readonly correlation: number;
}

/** By the tables' qualified names. */
export async function readTableStatistics(client: Client): Promise<ReadonlyMap<string, TableStatistics>> {
  const { rows } = await client.query<{
    table: string;
    pages: number;
    rows: number;
    columns: readonly (ColumnStatistics & { readonly name: string; readonly fraction: number })[] | null;
  }>(`
    with relations as (
      select c.oid, n.nspname, c.relname,
             (
               select sum(greatest(leaf.relpages, 0))
               from pg_catalog.pg_class as leaf
               where leaf.oid = c.oid
                  or leaf.oid in (select relid from pg_catalog.pg_partition_tree(c.oid) where isleaf)
             )::pg_catalog.float8 as pages,
             (
               select sum(greatest(leaf.reltuples, 0))
               from pg_catalog.pg_class as leaf
               where (leaf.oid = c.oid and c.relkind <> 'p')
                  or leaf.oid in (select relid from pg_catalog.pg_partition_tree(c.oid) where isleaf and c.relkind = 'p')
             )::pg_catalog.float8 as rows
      from pg_catalog.pg_class as c
      join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p', 'm') and ${userSchema('n')}
    )
    select pg_catalog.concat(pg_catalog.quote_ident(r.nspname), '.', pg_catalog.quote_ident(r.relname)) as table,
           coalesce(r.pages, 0) as pages, coalesce(r.rows, 0) as rows,
           (
             select pg_catalog.json_agg(pg_catalog.json_build_object(
                      'name', s.attname,
                      'width', s.avg_width,
                      'correlation', coalesce(s.correlation, 0),
                      'distinct', case when s.n_distinct < 0 then -s.n_distinct * r.rows else s.n_distinct end
                    ))
             from pg_catalog.pg_stats as s
             where s.schemaname = r.nspname and s.tablename = r.relname
           ) as columns
    from relations as r
  `);
  return new Map(
    rows.map(({ table, columns, ...size }) => [
      table,
      { ...size, columns: new Map((columns ?? []).map(({ name, ...column }) => [name, column])) },
    ]),
  );
}
