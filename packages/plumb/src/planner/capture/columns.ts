import type { Client } from 'pg';
import { userSchema } from '../../catalog/user-schema.ts';
import { columnSchema, type Profile, type ProfiledColumn } from '../profile/profile.ts';
import { printing } from './capture-profile.ts';

type Columns = Pick<Profile, 'unseen'> & { readonly columns: readonly ProfiledColumn[] };

/** The statistics of columns and of index expressions, as far as the session's role may see them. */
export async function readColumns(client: Client, major: number): Promise<Columns> {
  await client.query(printing);
  const ranges =
    major >= 17
      ? `, 'rangeLengths', s.range_length_histogram::pg_catalog.text, 'emptyRanges', s.range_empty_frac,
           'rangeBounds', s.range_bounds_histogram::pg_catalog.text`
      : '';
  const { rows } = await client.query<{ fact: unknown }>(`
    select pg_catalog.json_strip_nulls(pg_catalog.json_build_object(
             'schema', s.schemaname,
             'relation', s.tablename,
             'column', s.attname,
             'position', case when c.relkind in ('i', 'I') then a.attnum end,
             'inherited', s.inherited,
             'nullFraction', s.null_frac,
             'width', s.avg_width,
             'distinct', s.n_distinct,
             'mostCommon', s.most_common_vals::pg_catalog.text,
             'frequencies', s.most_common_freqs,
             'histogram', s.histogram_bounds::pg_catalog.text,
             'correlation', s.correlation,
             'mostCommonElements', s.most_common_elems::pg_catalog.text,
             'elementFrequencies', s.most_common_elem_freqs,
             'elementCounts', s.elem_count_histogram
             ${ranges}
           )) as fact
    from pg_catalog.pg_stats as s
    join pg_catalog.pg_namespace as n on n.nspname = s.schemaname
    join pg_catalog.pg_class as c on c.relnamespace = n.oid and c.relname = s.tablename
    join pg_catalog.pg_attribute as a on a.attrelid = c.oid and a.attname = s.attname and not a.attisdropped
    where ${userSchema('n')} and c.relpersistence <> 't'
    order by s.schemaname, s.tablename, a.attnum, s.inherited
  `);
  return { columns: rows.map(({ fact }) => columnSchema.parse(fact)), unseen: [] };
}
