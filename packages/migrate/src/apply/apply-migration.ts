import type { Migration } from '../contract/migration.ts';
import { downText } from '../files/down-text.ts';
import type { Unit } from '../files/unit.ts';
import type { JournalEntry } from '../journal/journal.ts';
import { readUnits } from '../journal/journal.ts';
import {
  type Beginning,
  recordAgain,
  recordApplied,
  recordFiles,
  recordMigration,
  recordWhole,
} from '../journal/records.ts';
import type { Deployment } from './deployment.ts';
import { runUnits } from './run-units.ts';

/** Applies one migration, or the rest of it; how many milliseconds it took. */
export async function applyMigration(
  deployment: Deployment,
  migration: Migration,
  units: readonly Unit[],
  entry: JournalEntry | undefined,
): Promise<number> {
  const { version } = migration;
  const start = performance.now();
  deployment.tell({ type: 'started', version, direction: 'up' });
  const facts = { ...migration, down: downText(migration), by: deployment.by };
  const isBegun = entry?.state === 'applying';
  const journaled = isBegun ? await readUnits(deployment.session, version) : [];
  await runUnits(deployment, {
    version,
    units,
    journaled: journaled.filter(({ direction }) => direction === 'up'),
    opening: openingOf(facts, entry),
    closing: recordApplied(version),
    whole: entry === undefined ? recordWhole(facts) : null,
    lenient: false,
  });
  const milliseconds = performance.now() - start;
  deployment.tell({ type: 'finished', version, direction: 'up', milliseconds });
  return milliseconds;
}

/** One that is applied already is repeated from its beginning. */
function openingOf(facts: Beginning, entry: JournalEntry | undefined): string {
  if (entry === undefined) return recordMigration(facts);
  return entry.state === 'applied' ? recordAgain(facts) : recordFiles(facts);
}
