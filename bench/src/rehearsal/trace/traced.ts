/** What a statement did to relations that were there before its migration, as PostgreSQL itself shows it. */
export interface Traced {
  /** `public.orders ShareLock`: the strongest that it took itself on each. */
  readonly locks: readonly string[];
  readonly rewrites: readonly string[];
  readonly rebuilds: readonly string[];
  readonly scans: readonly string[];
  /** Relations that it holds SHARE or stronger on, from whichever statement, while it reads or rewrites something. */
  readonly blocks: readonly string[];
}

const modes = [
  'AccessShareLock',
  'RowShareLock',
  'RowExclusiveLock',
  'ShareUpdateExclusiveLock',
  'ShareLock',
  'ShareRowExclusiveLock',
  'ExclusiveLock',
  'AccessExclusiveLock',
];

/** The strongest modes by relation. */
export type Held = Map<string, string>;

export function hold(held: Held, relation: string, mode: string): void {
  const before = held.get(relation);
  if (before === undefined || modes.indexOf(before) < modes.indexOf(mode)) held.set(relation, mode);
}

export function traced(
  own: Held,
  all: Held,
  { rewrites, rebuilds, scans }: Pick<Traced, 'rewrites' | 'rebuilds' | 'scans'>,
): Traced {
  const works = rewrites.length + rebuilds.length + scans.length > 0;
  const blocking = [...all].filter(([, mode]) => modes.indexOf(mode) >= modes.indexOf('ShareLock'));
  return {
    locks: [...own].map((lock) => lock.join(' ')),
    rewrites,
    rebuilds,
    scans,
    blocks: works ? blocking.map(([relation]) => relation) : [],
  };
}
