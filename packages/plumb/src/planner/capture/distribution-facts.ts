/** What `pg_stats` and `pg_stats_ext_exprs` tell of values, as the arguments of a JSON object. */
export function distributionFacts(alias: string): string {
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
    'elementCounts', ${alias}.elem_count_histogram`;
}

/** What a row of `pg_statistic` tells of ranges; `pg_stats` does since 17. */
export function rangeFacts(alias: string): string {
  const slot = (kind: number, part: string): string =>
    `case ${[1, 2, 3, 4, 5].map((at) => `when ${alias}.stakind${at} = ${kind} then ${alias}.${part}${at}`).join(' ')} end`;
  return `
    'rangeLengths', (${slot(6, 'stavalues')})::pg_catalog.text,
    'emptyRanges', (${slot(6, 'stanumbers')})[1],
    'rangeBounds', (${slot(7, 'stavalues')})::pg_catalog.text`;
}

/** The same of a row of `pg_stats`, since 17. */
export function shownRangeFacts(alias: string): string {
  return `
    'rangeLengths', ${alias}.range_length_histogram::pg_catalog.text,
    'emptyRanges', ${alias}.range_empty_frac,
    'rangeBounds', ${alias}.range_bounds_histogram::pg_catalog.text`;
}
