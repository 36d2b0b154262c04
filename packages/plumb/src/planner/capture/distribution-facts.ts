/** What `pg_stats` and `pg_stats_ext_exprs` tell of values, as the arguments of a JSON object. Of ranges only `pg_stats` tells, since 17. */
export function distributionFacts(alias: string, { ranges: tellsRanges }: { readonly ranges: boolean }): string {
  const ranges = `,
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
    'elementCounts', ${alias}.elem_count_histogram
    ${tellsRanges ? ranges : ''}`;
}
