import { keepsReadersOut, keepsWritersOut, type Locks } from '../rehearsal/watch/lock-mode.ts';

/** Relations that a statement keeps writers, or even readers, out of. */
export function keptFromWriters(locks: Locks = {}): readonly string[] {
  return Object.entries(locks).flatMap(([relation, mode]) => (keepsWritersOut(mode) ? [relation] : []));
}

export function keptFromReaders(locks: Locks = {}): readonly string[] {
  return Object.entries(locks).flatMap(([relation, mode]) => (keepsReadersOut(mode) ? [relation] : []));
}
