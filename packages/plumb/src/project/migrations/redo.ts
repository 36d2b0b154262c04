import { chooseVersion, type JournalRecord, migrate, migrationStatus, rollback } from '@pgplumb/migrate';
import { Problem } from '../../contract/problem.ts';
import { findingsOf } from './findings-of.ts';
import { type MigrationsRequest, openMigrationTarget, readProjectMigrations } from './migration-target.ts';
import { requireDatabase } from './require-database.ts';
import { type DoneMigration, type Ending, rememberingDone, untilProblem } from './until-problem.ts';

export interface RedoRequest extends MigrationsRequest {
  /** The first to be taken back and applied again; the last that is applied if not given. */
  readonly version?: string | undefined;
}

export interface RedoneMigrations extends Ending {
  readonly database: string;
  readonly rolledBack: readonly DoneMigration[];
  readonly applied: readonly DoneMigration[];
}

/** Takes back the last migration, or one and all that came after it, and applies them as their files are now. */
export async function redoMigrations(asked: RedoRequest): Promise<RedoneMigrations> {
  const { request, done } = rememberingDone(asked);
  const project = await readProjectMigrations(request);
  requireDatabase(project.settings, 'there is nothing to do again');
  const { migrations } = project.folder;
  await using target = await openMigrationTarget(project, 'redo', request);
  const ending = await untilProblem(migrations, async () => {
    const { applied } = await migrationStatus(target.options);
    const chosen = backTo(applied, request.version);
    const lost = chosen.find(({ version }) => !migrations.some((each) => each.version === version));
    if (lost !== undefined) throw withoutFile(lost.version);
    await rollback({ ...target.options, steps: chosen.length });
    const again = new Set(chosen.map(({ version }) => version));
    const { findings } = await migrate({
      ...target.options,
      migrations: migrations.filter(({ version }) => again.has(version)),
      // What is wrong with others was there before, and is not made worse.
      allow: ['changed', 'missing'],
    });
    return findingsOf(
      findings.filter(({ version }) => again.has(version)),
      migrations,
    );
  });
  return { database: project.database, rolledBack: done('down'), applied: done('up'), ...ending };
}

/** In the order in which they are taken back: what is half done first, then the last applied. */
function backTo(applied: readonly JournalRecord[], wanted: string | undefined): readonly JournalRecord[] {
  const backwards = applied.toReversed();
  const ordered = [
    ...backwards.filter(({ state }) => state !== 'applied'),
    ...backwards.filter(({ state }) => state === 'applied'),
  ];
  if (ordered.length === 0) {
    throw new Problem('USAGE', 'No migration is applied, so there is nothing to do again.', {
      hint: '`plumb up` applies those that are pending.',
    });
  }
  if (wanted === undefined) return ordered.slice(0, 1);
  const version = chooseVersion(
    wanted,
    ordered.map((each) => each.version),
  );
  return ordered.slice(0, ordered.findIndex((each) => each.version === version) + 1);
}

function withoutFile(version: string): Problem {
  return new Problem('FILE_NOT_FOUND', `${version} has no file any more, so it can’t be applied again.`, {
    hint: 'Nothing was changed. `plumb down` takes it back with the SQL that the database kept.',
  });
}
