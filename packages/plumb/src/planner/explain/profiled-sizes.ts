import { qualified } from '../../catalog/identifier.ts';
import type { RelationSizes } from '../findings/plan-finding.ts';
import type { Profile } from '../profile/profile.ts';

/** How large production's relations were when they were profiled. */
export function profiledSizes({ relations }: Profile): RelationSizes {
  return new Map(
    relations.map(({ schema, name, pages, reltuples }) => [
      qualified(schema, name),
      { pages, rows: Math.max(0, reltuples), changed: null, deadRows: null },
    ]),
  );
}
