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

/** The options of a row of `pg_sequence`, as JSON. Their numbers may be larger than JavaScript's. */
export const sequenceOptions = `
  json_build_object(
    'type', pg_catalog.format_type(s.seqtypid, null),
    'start', s.seqstart::text,
    'increment', s.seqincrement::text,
    'min', s.seqmin::text,
    'max', s.seqmax::text,
    'cache', s.seqcache::text,
    'cycle', s.seqcycle
  )
`;

/** What has to be said of a new sequence, as the clauses of CREATE SEQUENCE. */
export function creationClauses(options: SequenceOptions, defaultType = 'bigint'): readonly string[] {
  const [lowest, highest] = boundsOf(options);
  const first = isAscending(options) ? options.min : options.max;
  return [
    ...(options.type === defaultType ? [] : [`AS ${options.type}`]),
    ...(options.increment === '1' ? [] : [`INCREMENT BY ${options.increment}`]),
    ...(options.min === lowest ? [] : [`MINVALUE ${options.min}`]),
    ...(options.max === highest ? [] : [`MAXVALUE ${options.max}`]),
    ...(options.start === first ? [] : [`START WITH ${options.start}`]),
    ...(options.cache === '1' ? [] : [`CACHE ${options.cache}`]),
    ...(options.cycle ? ['CYCLE'] : []),
  ];
}

/** What has to be said to make one sequence like another, as the clauses of ALTER SEQUENCE. */
export function alterationClauses(from: SequenceOptions, to: SequenceOptions): readonly string[] {
  const { min, max } = retyped(from, to.type);
  return [
    ...(from.type === to.type ? [] : [`AS ${to.type}`]),
    ...(from.increment === to.increment ? [] : [`INCREMENT BY ${to.increment}`]),
    ...(min === to.min ? [] : [`MINVALUE ${to.min}`]),
    ...(max === to.max ? [] : [`MAXVALUE ${to.max}`]),
    ...(from.start === to.start ? [] : [`START WITH ${to.start}`]),
    ...(from.cache === to.cache ? [] : [`CACHE ${to.cache}`]),
    ...(from.cycle === to.cycle ? [] : [to.cycle ? 'CYCLE' : 'NO CYCLE']),
  ];
}

/** The options as PostgreSQL leaves them when only the type changes: bounds that were the old type's become the new one's. */
export function retyped(options: SequenceOptions, type: string): SequenceOptions {
  if (options.type === type) return options;
  const [lowest, highest] = limits[options.type] ?? [];
  const [newLowest, newHighest] = boundsOf({ ...options, type });
  return {
    ...options,
    type,
    min: options.min === lowest ? newLowest : options.min,
    max: options.max === highest ? newHighest : options.max,
  };
}

export function isAscending({ increment }: SequenceOptions): boolean {
  return !increment.startsWith('-');
}

/** Whether all is as PostgreSQL chooses it for a sequence of this type. */
export function isUsual(options: SequenceOptions): boolean {
  return creationClauses(options, options.type).length === 0;
}

const limits: Readonly<Record<string, readonly [lowest: string, highest: string]>> = {
  smallint: ['-32768', '32767'],
  integer: ['-2147483648', '2147483647'],
  bigint: ['-9223372036854775808', '9223372036854775807'],
};

function boundsOf(options: SequenceOptions): readonly [lowest: string, highest: string] {
  const [lowest, highest] = limits[options.type] ?? ['', ''];
  return isAscending(options) ? ['1', highest] : [lowest, '-1'];
}
