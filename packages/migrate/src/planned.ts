import { withSession } from './apply/deploy.ts';
import type { MigrationFinding } from './contract/finding.ts';
import type { Migration, Section } from './contract/migration.ts';
import { unitsOf } from './files/unit.ts';
import { type JournalEntry, readJournal, readUnits } from './journal/journal.ts';
import { lastVersion, type MigrateOptions, migrationsOf, refuseAppliedElsewhere, toApply } from './migrate.ts';

/** What `migrate` would run of one migration. */
export interface PlannedMigration {
  readonly version: string;
  /** Without what is done of it already. */
  readonly sections: readonly PlannedSection[];
}

export interface PlannedSection {
  readonly mode: Section['mode'];
  readonly statements: readonly string[];
}

/**
 * What `migrate` would run now, with the same options. Changes nothing, and refuses what `migrate` refuses.
 *
 * @example
 * ```ts
 * import { plannedMigrations } from '@pgplumb/migrate';
 * import pg from 'pg';
 *
 * const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL });
 * const { planned } = await plannedMigrations({ client: pool, migrations: 'db/migrations' });
 * console.log(planned.flatMap(({ sections }) => sections.flatMap(({ statements }) => statements)).join(';\n'));
 * ```
 */
export async function plannedMigrations(
  options: Pick<MigrateOptions, 'client' | 'migrations' | 'to' | 'allow'>,
): Promise<{ readonly planned: readonly PlannedMigration[]; readonly findings: readonly MigrationFinding[] }> {
  const migrations = await migrationsOf(options.migrations);
  const to = lastVersion(migrations, options.to);
  return withSession(options.client, async (session) => {
    const found = await readJournal(session);
    const journal = found ?? [];
    const { pending, findings } = toApply(migrations, journal, to, options.allow);
    if (found === null) await refuseAppliedElsewhere(session, pending);
    const planned: PlannedMigration[] = [];
    for (const migration of pending) {
      const { version } = migration;
      const units = isBegun(journal, migration) ? await readUnits(session, version) : [];
      const done = units.filter(({ direction, state }) => direction === 'up' && state === 'done');
      planned.push({ version, sections: sectionsLeft(migration, new Set(done.map(({ number }) => number))) });
    }
    return { planned, findings };
  });
}

function isBegun(journal: readonly JournalEntry[], { version }: Migration): boolean {
  return journal.some((entry) => entry.version === version && entry.state === 'applying');
}

/** Units are counted across sections. */
function sectionsLeft({ up }: Migration, done: ReadonlySet<number>): readonly PlannedSection[] {
  let number = 0;
  return up.flatMap((section) => {
    const left = unitsOf([section]).filter(() => !done.has(number++));
    const statements = left.flatMap((unit) => unit.statements.map(({ text }) => text));
    return statements.length === 0 ? [] : [{ mode: section.mode, statements }];
  });
}
