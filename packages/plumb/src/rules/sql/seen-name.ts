import type { RangeVar } from 'libpg-query';
import type { Locks } from '../../rehearsal/watch/lock-mode.ts';

/** The name of a relation among those that were locked; null where it wasn't there before. */
export function seenName(locks: Locks, { schemaname, relname }: RangeVar): string | null {
  const names = Object.keys(locks);
  if (schemaname !== undefined) return names.find((name) => name === `${schemaname}.${relname}`) ?? null;
  const found = names.filter((name) => name.endsWith(`.${relname}`));
  return found.find((name) => name === `public.${relname}`) ?? found[0] ?? null;
}
