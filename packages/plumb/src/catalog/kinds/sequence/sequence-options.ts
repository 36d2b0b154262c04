/** What a sequence does, be it one of its own or that of an identity column. */
export type SequenceOptions = {
  readonly type: string;
  readonly start: string;
  readonly increment: string;
  readonly min: string;
  readonly max: string;
  readonly cache: string;
  readonly cycle: boolean;
};

/** Columns of `pg_sequence`, in the order of `optionsFrom`. */
export const optionColumns = `
  pg_catalog.format_type(s.seqtypid, null), s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache, s.seqcycle
`;

export function optionsFrom(row: readonly (string | null | undefined)[]): SequenceOptions {
  const [type, start, increment, min, max, cache, cycle] = row;
  return {
    type: type ?? '',
    start: start ?? '',
    increment: increment ?? '',
    min: min ?? '',
    max: max ?? '',
    cache: cache ?? '',
    cycle: cycle === 't',
  };
}
