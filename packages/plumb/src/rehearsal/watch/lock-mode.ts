/** As `pg_locks` names them, the weakest first. */
export const lockModes = [
  'AccessShareLock',
  'RowShareLock',
  'RowExclusiveLock',
  'ShareUpdateExclusiveLock',
  'ShareLock',
  'ShareRowExclusiveLock',
  'ExclusiveLock',
  'AccessExclusiveLock',
] as const;

export type LockMode = (typeof lockModes)[number];

/** Locks by the qualified names of their relations, the strongest of each. */
export type Locks = Readonly<Record<string, LockMode>>;

export function isLockMode(text: string): text is LockMode {
  return lockModes.some((mode) => mode === text);
}

/** Whether others that write, or even read, wait behind it. */
export function keepsWritersOut(mode: LockMode): boolean {
  return lockModes.indexOf(mode) >= lockModes.indexOf('ShareLock');
}

export function keepsReadersOut(mode: LockMode): boolean {
  return mode === 'AccessExclusiveLock';
}

export function strongestOf(modes: readonly LockMode[]): LockMode | null {
  return lockModes.findLast((mode) => modes.includes(mode)) ?? null;
}

/** The strongest of all for each relation. */
export function joinLocks(...all: readonly Locks[]): Locks {
  const joined: Record<string, LockMode> = {};
  for (const [relation, mode] of all.flatMap((locks) => Object.entries(locks))) {
    joined[relation] = strongestOf([mode, joined[relation] ?? mode]) ?? mode;
  }
  return joined;
}

/** What is in the one and not, or not as strong, in the other. */
export function locksBeyond(now: Locks, before: Locks): Locks {
  return Object.fromEntries(Object.entries(now).filter(([relation, mode]) => before[relation] !== mode));
}
