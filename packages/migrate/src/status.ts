import { withSession } from './apply/deploy.ts';
import type { MigrationClient } from './client/migration-client.ts';
import type { MigrationFinding } from './contract/finding.ts';
import type { Migration } from './contract/migration.ts';
import { compareHistory } from './history/compare.ts';
import { appliedElsewhere, readOtherJournal } from './history/other-journal.ts';
import { type JournalRecord, readRecords } from './journal/journal.ts';
import { migrationsOf } from './migrate.ts';

export interface StatusOptions {
  readonly client: MigrationClient;
  /** The folder of the migrations, or the migrations themselves. */
  readonly migrations: string | readonly Migration[];
}

export interface MigrationStatus {
  /** In the order in which they were applied, also those that are half done. */
  readonly applied: readonly JournalRecord[];
  /** Not applied, or not to the end, in the order in which they will be. */
  readonly pending: readonly Migration[];
  readonly findings: readonly MigrationFinding[];
}

/**
 * What a database has of the migrations of a folder. Changes nothing.
 *
 * @example
 * ```ts
 * import { migrationStatus } from '@pgplumb/migrate';
 * import pg from 'pg';
 *
 * const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL });
 * const { pending } = await migrationStatus({ client: pool, migrations: 'db/migrations' });
 * if (pending.length > 0) throw new Error('This version of the app needs a newer database.');
 * ```
 */
export async function migrationStatus({ client, migrations }: StatusOptions): Promise<MigrationStatus> {
  const files = await migrationsOf(migrations);
  return withSession(client, async (session) => {
    const applied = await readRecords(session);
    const { pending, findings } = compareHistory(files, applied ?? []);
    const other = applied === null ? await readOtherJournal(session, files) : null;
    const elsewhere = other === null ? [] : [appliedElsewhere(other, files.length)];
    return { applied: applied ?? [], pending, findings: [...findings, ...elsewhere] };
  });
}
