import type { Client } from 'pg';
import { userSchema } from '../../catalog/user-schema.ts';

/**
 * What stands for itself in a database, by kind and name: what belongs to a table, a partition or an extension goes with
 * it. What belongs to other roles is theirs.
 */
export async function heldObjects(client: Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ object: string }>(`
    with own as (
      select 'pg_namespace'::regclass as catalog, n.oid, n.nspowner as owner, 'schema' as kind,
        format('%I', n.nspname) as name
      from pg_catalog.pg_namespace as n
      where ${userSchema('n')} and n.nspname <> 'public'
      union all
      select 'pg_class'::regclass, c.oid, c.relowner, k.kind, format('%I.%I', n.nspname, c.relname)
      from pg_catalog.pg_class as c
      join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
      join (values
        ('r', 'table'), ('p', 'table'), ('v', 'view'), ('m', 'materialized view'), ('f', 'foreign table'),
        ('S', 'sequence'), ('c', 'type')
      ) as k (letter, kind) on k.letter = c.relkind::text
      where ${userSchema('n')} and not c.relispartition
      union all
      select 'pg_proc'::regclass, p.oid, p.proowner, 'function',
        format('%I.%I(%s)', n.nspname, p.proname, pg_catalog.pg_get_function_identity_arguments(p.oid))
      from pg_catalog.pg_proc as p
      join pg_catalog.pg_namespace as n on n.oid = p.pronamespace
      where ${userSchema('n')}
      union all
      select 'pg_type'::regclass, t.oid, t.typowner, 'type', format('%I.%I', n.nspname, t.typname)
      from pg_catalog.pg_type as t
      join pg_catalog.pg_namespace as n on n.oid = t.typnamespace
      where ${userSchema('n')} and (t.typtype in ('d', 'e', 'r') or (t.typtype = 'b' and t.typcategory <> 'A'))
      union all
      select 'pg_extension'::regclass, e.oid, e.extowner, 'extension', format('%I', e.extname)
      from pg_catalog.pg_extension as e
      where e.extname <> 'plpgsql'
    )
    select own.kind || ' ' || own.name as object
    from own
    where pg_catalog.pg_has_role(own.owner, 'USAGE') and not exists (
      select from pg_catalog.pg_depend as d
      where d.classid = own.catalog and d.objid = own.oid and d.deptype in ('e', 'i', 'a')
        -- the columns of a partition key are the table's own
        and d.refobjid <> d.objid
    )
    order by own.kind, own.name
  `);
  return rows.map(({ object }) => object);
}
