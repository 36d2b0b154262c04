import type { Reader } from '../../reader.ts';
import { userSchema } from '../../user-schema.ts';

export interface ViewColumn {
  readonly name: string;
  readonly type: string;
  /** Null where it is the type's own. */
  readonly collation: string | null;
}

/** What a view gives, column by column, for all views of a sort (`relkind`), by their oid. */
export async function viewColumns(reader: Reader, relkind: 'v' | 'm'): Promise<ReadonlyMap<number, ViewColumn[]>> {
  const rows = await reader.rows<ViewColumn & { readonly view: number }>(`
    select
      a.attrelid as view,
      a.attname as name,
      format_type(a.atttypid, a.atttypmod) as type,
      co.name as collation
    from pg_catalog.pg_class as c
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    join pg_catalog.pg_attribute as a on a.attrelid = c.oid
    join pg_catalog.pg_type as t on t.oid = a.atttypid
    left join lateral (
      select format('%I.%I', cn.nspname, x.collname) as name
      from pg_catalog.pg_collation as x
      join pg_catalog.pg_namespace as cn on cn.oid = x.collnamespace
      where x.oid = a.attcollation and a.attcollation <> t.typcollation
    ) as co on true
    where c.relkind = '${relkind}' and a.attnum > 0 and not a.attisdropped and ${userSchema('n')}
    order by a.attrelid, a.attnum
  `);
  const found = new Map<number, ViewColumn[]>();
  for (const { view, ...column } of rows) {
    const others = found.get(view);
    if (others === undefined) found.set(view, [column]);
    else others.push(column);
  }
  return found;
}

/** A query as `pg_get_viewdef` gives it, without what surrounds it. */
export function queryOf(definition: string): string {
  return definition.replace(/^\s+/, '').replace(/;\s*$/, '');
}
