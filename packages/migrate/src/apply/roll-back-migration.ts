import type { Migration } from '../contract/migration.ts';
import { downSections, downText } from '../files/down-text.ts';
import { unitsOf } from '../files/unit.ts';
import { type JournalEntry, readUnits } from '../journal/journal.ts';
import { forgetMigration, recordReverting } from '../journal/records.ts';
import type { Deployment } from './deployment.ts';
import { runUnits } from './run-units.ts';

/** Takes one migration back, or the rest of it; how many milliseconds it took. */
export async function rollBackMigration(
  deployment: Deployment,
  { version, complete }: JournalEntry,
  down: string,
  migration: Migration | undefined,
): Promise<number> {
  const start = performance.now();
  deployment.tell({ type: 'started', version, direction: 'down' });
  // Where the file still says the same, faults are told with their places in it.
  const isSame = migration !== undefined && downText(migration) === down;
  const journaled = await readUnits(deployment.session, version);
  await runUnits(deployment, {
    version,
    units: unitsOf(isSame ? migration.down : downSections(version, down)),
    journaled: journaled.filter(({ direction }) => direction === 'down'),
    opening: recordReverting(version),
    closing: forgetMigration(version),
    whole: null,
    lenient: !complete,
  });
  const milliseconds = performance.now() - start;
  deployment.tell({ type: 'finished', version, direction: 'down', milliseconds });
  return milliseconds;
}
