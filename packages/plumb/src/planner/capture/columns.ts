import type { Client } from 'pg';
import { userSchema } from '../../catalog/user-schema.ts';
import { columnSchema, type ProfiledColumn } from '../profile/profile.ts';
import { printing } from './printing.ts';
import { columnStatistics, distributionFacts } from './statistics-views.ts';

/** The statistics of columns and of index expressions, as far as the session's role may see them. */
export async function readColumns(
  client: Client,
  { major, stored }: { readonly major: number; readonly stored: boolean },
): Promise<readonly ProfiledColumn[]> {
  await client.query(printing);
  const { rows } = await client.query<{ fact: unknown }>(`
    select pg_catalog.json_strip_nulls(pg_catalog.json_build_object(
             'schema', s.schemaname,
             'relation', s.tablename,
             'column', s.attname,
             'position', case when c.relkind in ('i', 'I') then a.attnum end,
             'inherited', s.inherited,
             ${distributionFacts('s', { ranges: major >= 17 || stored })}
           )) as fact
    from ${columnStatistics(stored)} as s
    join pg_catalog.pg_namespace as n on n.nspname = s.schemaname
    join pg_catalog.pg_class as c on c.relnamespace = n.oid and c.relname = s.tablename
    join pg_catalog.pg_attribute as a on a.attrelid = c.oid and a.attname = s.attname and not a.attisdropped
    where ${userSchema('n')} and c.relpersistence <> 't'
    order by s.schemaname, s.tablename, a.attnum, s.inherited
  `);
  return rows.map(({ fact }) => columnSchema.parse(fact));
}
