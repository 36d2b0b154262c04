import type { Client } from 'pg';
import type { Sizes } from '../../catalog/description/description.ts';
import { qualified } from '../../catalog/identifier.ts';
import { userSchema } from '../../catalog/user-schema.ts';

/**
 * What the server estimates, from the catalogue alone: measuring would wait for whoever holds a lock. What was never
 * counted is left out.
 */
export async function readSizes(client: Client): Promise<Sizes> {
  const { rows } = await client.query<{ schema: string; name: string; rows: string | null; bytes: string }>(`
    select
      n.nspname as schema,
      c.relname as name,
      case when c.relkind in ('i', 'I') then null else c.reltuples::bigint end as rows,
      current_setting('block_size')::bigint * (
        c.relpages
        + coalesce(t.relpages, 0)
        + coalesce(
            (
              select sum(i.relpages)
              from pg_catalog.pg_index as x
              join pg_catalog.pg_class as i on i.oid = x.indexrelid
              where x.indrelid in (c.oid, t.oid)
            ),
            0
          )
      ) as bytes
    from pg_catalog.pg_class as c
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    left join pg_catalog.pg_class as t on t.oid = c.reltoastrelid
    where ${userSchema('n')}
      and c.relkind in ('r', 'm', 'p', 'i')
      and (c.relkind = 'i' or c.reltuples >= 0)
      and (c.relkind <> 'i' or c.relpages > 0)
  `);
  return new Map(
    rows.map(({ schema, name, rows: count, bytes }) => [
      qualified(schema, name),
      { rows: count === null ? null : Number(count), bytes: Number(bytes) },
    ]),
  );
}
