import { qualified } from '../../catalog/identifier.ts';
import type { Profile } from '../../planner/profile/profile.ts';
import type { ExistingIndex } from './existing-index.ts';

/** A table has to be read that often before it says something that one of its indexes isn't. */
const enough = 100;
/** What runs once a week has to have had its turn. */
const longEnough = 7 * 24 * 3600_000;

export interface Unused {
  readonly indexes: readonly ExistingIndex[];
  /** Since when production counts; null where it isn't known. */
  readonly since: string | null;
  /** Whether it has counted so long that this says something. */
  readonly isSure: boolean;
}

/** Indexes that nobody has read since production began to count, on tables that are read, and that no foreign key wants. */
export function unusedIndexes(indexes: readonly ExistingIndex[], profile: Profile): Unused {
  const scans = new Map(
    profile.relations.map(({ schema, name, activity }) => [qualified(schema, name), activity?.scans] as const),
  );
  const { countingSince = null } = profile.server;
  return {
    indexes: indexes.filter(
      ({ name, table, kept, servesForeignKey }) =>
        kept === null && !servesForeignKey && scans.get(name) === 0 && (scans.get(table) ?? 0) >= enough,
    ),
    since: countingSince,
    isSure: countingSince === null || Date.parse(profile.capturedAt) - Date.parse(countingSince) >= longEnough,
  };
}
