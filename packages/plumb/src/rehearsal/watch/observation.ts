import { keepsWritersOut, type Locks } from './lock-mode.ts';
import type { Snapshot, Watched, WatchedRelation } from './snapshot.ts';

/** What one statement did to what was there before the migrations. Names are those from before, with their schemas. */
export interface Observation {
  /** What it took itself, the strongest for each relation. */
  readonly locks: Locks;
  /** What earlier statements of its transaction hold while it runs. */
  readonly held: Locks;
  /** Relations whose lock it lets go of before it works. */
  readonly passing?: readonly string[];
  /** Tables whose rows it wrote anew. */
  readonly rewrites: readonly string[];
  /** Indexes that it built anew. */
  readonly rebuilds: readonly string[];
  /** Tables that it read from one end to the other. */
  readonly scans: readonly string[];
}

/** Tables that others can't write to, or even read, while it scans or rewrites something. */
export function blockedBy({ locks, held, passing = [], rewrites, rebuilds, scans }: Observation): readonly string[] {
  if (rewrites.length + rebuilds.length + scans.length === 0) return [];
  const blocked = [locks, held].flatMap((each) =>
    Object.entries(each).flatMap(([relation, mode]) => (keepsWritersOut(mode) ? [relation] : [])),
  );
  return [...new Set(blocked)].filter((relation) => !passing.includes(relation)).sort();
}

/** What happened between two looks. */
export function changesBetween(
  before: Snapshot,
  after: Snapshot,
  watched: Watched,
): Pick<Observation, 'rewrites' | 'rebuilds' | 'scans'> {
  const named = (kind: WatchedRelation['kind'], test: (name: string) => boolean): readonly string[] =>
    [...watched.values()].filter((relation) => relation.kind === kind && test(relation.name)).map(({ name }) => name);
  const moved = (name: string): boolean => {
    const [was, is] = [before.files.get(name), after.files.get(name)];
    return was !== undefined && is !== undefined && was !== is;
  };
  return {
    rewrites: named('table', moved),
    rebuilds: named('index', moved),
    scans: named('table', (name) => (after.scans.get(name) ?? 0) > (before.scans.get(name) ?? 0)),
  };
}
