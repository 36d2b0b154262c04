import type { Advice } from '../../advice/advice.ts';
import { readCatalog } from '../../catalog/read-catalog.ts';
import { planMigration } from '../../plan/plan-migration.ts';
import { withClient } from '../../postgres/with-client.ts';
import { formatBytes } from '../../report/units.ts';
import type { OpenedSource } from '../../sources/opened-source.ts';
import { planSections } from '../migrations/plan-sections.ts';
import { type WrittenMigration, writeNewMigration } from '../migrations/write-new-migration.ts';

interface Place {
  /** The schema, without rows. */
  readonly schema: OpenedSource;
  /** Of the migrations. */
  readonly folder: string;
  readonly cwd: string;
}

/**
 * Writes the migration that makes what is advised, and drops what others make up for, in forms that let an application
 * go on. What is only said to be unused stays, since a replica may use it. Null where there is nothing to do.
 */
export async function writeAdvice(
  { indexes, drop }: Pick<Advice, 'indexes' | 'drop'>,
  { schema, folder, cwd }: Place,
): Promise<WrittenMigration | null> {
  const dropped = drop.filter(({ reason }) => reason === 'redundant');
  if (indexes.length + dropped.length === 0) return null;
  const [before, after] = await withClient(schema.connect, undefined, async (client) => {
    const now = await readCatalog(client);
    for (const { definition } of indexes) await client.query(definition);
    for (const { name } of dropped) await client.query(`DROP INDEX ${name}`);
    return [now, await readCatalog(client)] as const;
  });
  const bytes = indexes.reduce((sum, index) => sum + index.bytes, 0);
  const made = indexes.length === 0 ? [] : [`${indexes.length} new, of about ${formatBytes(bytes)}`];
  const gone = dropped.length === 0 ? [] : [`${dropped.length} dropped that others make up for`];
  return writeNewMigration({
    name: 'indexes for the workload',
    folder,
    cwd,
    draft: {
      comment: `Indexes for the workload: ${[...made, ...gone].join(', ')}.`,
      up: planSections(planMigration(before, after, { online: true })),
      down: planSections(planMigration(after, before, { online: true })),
    },
  });
}
