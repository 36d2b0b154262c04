import type { Client } from 'pg';

/** Whether the role may read statistics as they are stored. */
export async function mayReadStored(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ may: boolean }>(`
    select pg_catalog.has_table_privilege('pg_catalog.pg_statistic', 'select')
           and pg_catalog.has_table_privilege('pg_catalog.pg_statistic_ext_data', 'select') as may
  `);
  return rows[0]?.may === true;
}

/**
 * `pg_stats`, or what it shows without its conditions, for a role that may read what is stored: the view leaves out tables
 * with policies, and before 17 what is known of ranges.
 */
export function columnStatistics(stored: boolean): string {
  if (!stored) return 'pg_catalog.pg_stats';
  return `(
    select n.nspname as schemaname, c.relname as tablename, a.attname, s.stainherit as inherited, ${shown('s')}
    from pg_catalog.pg_statistic as s
    join pg_catalog.pg_class as c on c.oid = s.starelid
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    join pg_catalog.pg_attribute as a on a.attrelid = c.oid and a.attnum = s.staattnum and not a.attisdropped
  )`;
}

/** `pg_stats_ext`, which shows only to owners what this shows to whoever may read what is stored. */
export function extendedStatistics(stored: boolean, major: number): string {
  if (!stored) return 'pg_catalog.pg_stats_ext';
  return `(
    select n.nspname as statistics_schemaname, s.stxname as statistics_name, ${inherited(major)},
           (
             select pg_catalog.array_agg(a.attname order by a.attnum)
             from pg_catalog.pg_attribute as a
             where a.attrelid = s.stxrelid and a.attnum = any (s.stxkeys)
           ) as attnames,
           pg_catalog.pg_get_statisticsobjdef_expressions(s.oid) as exprs,
           d.stxdndistinct as n_distinct, d.stxddependencies as dependencies,
           m.most_common_vals, m.most_common_freqs, m.most_common_base_freqs
    from pg_catalog.pg_statistic_ext as s
    join pg_catalog.pg_namespace as n on n.oid = s.stxnamespace
    join pg_catalog.pg_statistic_ext_data as d on d.stxoid = s.oid
    left join lateral (
      select pg_catalog.array_agg(i.values) as most_common_vals, pg_catalog.array_agg(i.frequency) as most_common_freqs,
             pg_catalog.array_agg(i.base_frequency) as most_common_base_freqs
      from pg_catalog.pg_mcv_list_items(d.stxdmcv) as i
    ) as m on d.stxdmcv is not null
  )`;
}

/** `pg_stats_ext_exprs`, alike. */
export function expressionStatistics(stored: boolean, major: number): string {
  if (!stored) return 'pg_catalog.pg_stats_ext_exprs';
  return `(
    select n.nspname as statistics_schemaname, s.stxname as statistics_name, ${inherited(major)}, e.expr, ${shown('(e.facts)')}
    from pg_catalog.pg_statistic_ext as s
    join pg_catalog.pg_namespace as n on n.oid = s.stxnamespace
    join pg_catalog.pg_statistic_ext_data as d on d.stxoid = s.oid
    join lateral (
      select pg_catalog.unnest(pg_catalog.pg_get_statisticsobjdef_expressions(s.oid)) as expr,
             pg_catalog.unnest(d.stxdexpr)::pg_catalog.pg_statistic as facts
    ) as e on e.expr is not null
  )`;
}

function inherited(major: number): string {
  return `${major >= 15 ? 'd.stxdinherit' : 'false'} as inherited`;
}

/** What those views tell of values, as the arguments of a JSON object. */
export function distributionFacts(alias: string, { ranges }: { readonly ranges: boolean }): string {
  const ofRanges = `,
    'rangeLengths', ${alias}.range_length_histogram::pg_catalog.text,
    'emptyRanges', ${alias}.range_empty_frac,
    'rangeBounds', ${alias}.range_bounds_histogram::pg_catalog.text`;
  return `
    'nullFraction', ${alias}.null_frac,
    'width', ${alias}.avg_width,
    'distinct', ${alias}.n_distinct,
    'mostCommon', ${alias}.most_common_vals::pg_catalog.text,
    'frequencies', ${alias}.most_common_freqs,
    'histogram', ${alias}.histogram_bounds::pg_catalog.text,
    'correlation', ${alias}.correlation,
    'mostCommonElements', ${alias}.most_common_elems::pg_catalog.text,
    'elementFrequencies', ${alias}.most_common_elem_freqs,
    'elementCounts', ${alias}.elem_count_histogram${ranges ? ofRanges : ''}`;
}

/** A row of `pg_statistic` as the views show it. */
function shown(row: string): string {
  const slot = (kind: number, part: 'values' | 'numbers'): string =>
    `case ${[1, 2, 3, 4, 5].map((at) => `when ${row}.stakind${at} = ${kind} then ${row}.sta${part}${at}`).join(' ')} end`;
  return `
    ${row}.stanullfrac as null_frac, ${row}.stawidth as avg_width, ${row}.stadistinct as n_distinct,
    ${slot(1, 'values')} as most_common_vals, ${slot(1, 'numbers')} as most_common_freqs,
    ${slot(2, 'values')} as histogram_bounds, (${slot(3, 'numbers')})[1] as correlation,
    ${slot(4, 'values')} as most_common_elems, ${slot(4, 'numbers')} as most_common_elem_freqs,
    ${slot(5, 'numbers')} as elem_count_histogram,
    ${slot(6, 'values')} as range_length_histogram, (${slot(6, 'numbers')})[1] as range_empty_frac,
    ${slot(7, 'values')} as range_bounds_histogram`;
}
