import { qualified } from '../../catalog/identifier.ts';
import type { Profile } from '../../planner/profile/profile.ts';
import type { ExistingIndex } from './existing-index.ts';

/** A table has to be read that often before it says something that one of its indexes isn't. */
const enough = 100;

/** Indexes that nobody has read since production began to count, on tables that are read. */
export function unusedIndexes(indexes: readonly ExistingIndex[], profile: Profile): readonly ExistingIndex[] {
  const scans = new Map(
    profile.relations.map(({ schema, name, activity }) => [qualified(schema, name), activity?.scans] as const),
  );
  return indexes.filter(
    ({ name, table, kept }) => kept === null && scans.get(name) === 0 && (scans.get(table) ?? 0) >= enough,
  );
}
