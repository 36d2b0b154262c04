import { type DeployOptions, deploy, withSession } from './apply/deploy.ts';
import { rollBackMigration } from './apply/roll-back-migration.ts';
import type { MigrationFinding } from './contract/finding.ts';
import type { Migration } from './contract/migration.ts';
import { MigrationProblem } from './contract/problem.ts';
import { chooseVersion } from './history/choose.ts';
import { compareHistory } from './history/compare.ts';
import { type JournalEntry, readDown, readJournal } from './journal/journal.ts';
import { stopIfAsked } from './lock/pause.ts';
import { migrationsOf } from './migrate.ts';

export interface RollbackOptions extends DeployOptions {
  /** The folder of the migrations, or the migrations themselves. The SQL is the journal's: of what was applied. */
  readonly migrations: string | readonly Migration[];
  /** How many to take back. Default 1. */
  readonly steps?: number;
  /** The version that stays the last; `0` takes all of them back. */
  readonly to?: string;
}

export interface RollbackResult {
  /** What was taken back, in order. */
  readonly rolledBack: readonly { readonly version: string; readonly milliseconds: number }[];
  readonly findings: readonly MigrationFinding[];
}

/**
 * Takes applied migrations back, the last applied first, with the SQL that the journal kept.
 *
 * @example
 * ```ts
 * import { rollback } from '@pgplumb/migrate';
 * import pg from 'pg';
 *
 * const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL });
 * const { rolledBack } = await rollback({ client: pool, migrations: 'db/migrations', steps: 1 });
 * ```
 */
export async function rollback(options: RollbackOptions): Promise<RollbackResult> {
  const migrations = await migrationsOf(options.migrations);
  return withSession(options.client, async (session, database) => {
    if ((await readJournal(session)) === null) return { rolledBack: [], findings: [] };
    return deploy(session, database, options, async (deployment) => {
      const journal = (await readJournal(session)) ?? [];
      const chosen = toRollBack(migrations, journal, options);
      const ways = new Map<string, string>();
      for (const { version } of chosen) {
        const down = await readDown(session, version);
        if (down === null) throw noWayBack(version);
        ways.set(version, down);
      }
      const rolledBack: { version: string; milliseconds: number }[] = [];
      for (const entry of chosen) {
        stopIfAsked(deployment.signal);
        const { version } = entry;
        const migration = migrations.find((each) => each.version === version);
        const milliseconds = await rollBackMigration(deployment, entry, ways.get(version) ?? '', migration);
        rolledBack.push({ version, milliseconds });
      }
      const versions = new Set(chosen.map(({ version }) => version));
      const findings = compareHistory(migrations, journal).findings.filter(
        ({ id, version }) => id === 'migration-changed' && versions.has(version),
      );
      return { rolledBack, findings };
    });
  });
}

/** Backwards in the order of application; what is half done comes first. */
function toRollBack(
  migrations: readonly Migration[],
  journal: readonly JournalEntry[],
  { steps = 1, to }: RollbackOptions,
): readonly JournalEntry[] {
  const backwards = journal.toReversed();
  const ordered = [
    ...backwards.filter(({ state }) => state !== 'applied'),
    ...backwards.filter(({ state }) => state === 'applied'),
  ];
  if (to === undefined) return ordered.slice(0, steps);
  if (to === '0') return ordered;
  const applied = journal.map(({ version }) => version);
  const pending = migrations.map(({ version }) => version).filter((version) => !applied.includes(version));
  const last = chooseVersion(to, [...applied, ...pending]);
  if (!applied.includes(last)) throw notApplied(last, applied);
  const places = new Map(migrations.map(({ version }, index) => [version, index]));
  const isAfter = ({ version }: JournalEntry): boolean => {
    const [place, end] = [places.get(version), places.get(last)];
    return place === undefined || end === undefined ? version > last : place > end;
  };
  return ordered.filter(isAfter);
}

function notApplied(version: string, applied: readonly string[]): MigrationProblem {
  return new MigrationProblem(
    'USAGE',
    `${version} is not applied, so it can't stay the last. Nothing was rolled back.`,
    {
      hint: `The last that are applied: ${applied.slice(-5).join(', ')}. \`plumb status\` shows all.`,
    },
  );
}

function noWayBack(version: string): MigrationProblem {
  return new MigrationProblem(
    'USAGE',
    `${version} has no way back: it was applied without a down section. Nothing was rolled back.`,
    {
      hint: 'Write a new migration that undoes it. Or write the down section into its file and say `plumb repair`, which journals it.',
    },
  );
}
