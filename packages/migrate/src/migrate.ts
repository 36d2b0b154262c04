import { applyMigration } from './apply/apply-migration.ts';
import { type DeployOptions, deploy, withSession } from './apply/deploy.ts';
import type { Session } from './client/session.ts';
import type { MigrationFinding } from './contract/finding.ts';
import type { Migration } from './contract/migration.ts';
import { MigrationProblem } from './contract/problem.ts';
import { readMigrations } from './files/read-migrations.ts';
import { unitsOf } from './files/unit.ts';
import { chooseVersion } from './history/choose.ts';
import { compareHistory } from './history/compare.ts';
import { appliedElsewhere, readOtherJournal, refusal } from './history/other-journal.ts';
import { type JournalEntry, readJournal } from './journal/journal.ts';
import { stopIfAsked } from './lock/pause.ts';

export interface MigrateOptions extends DeployOptions {
  /** The folder of the migrations, or the migrations themselves. */
  readonly migrations: string | readonly Migration[];
  /** The last version to apply; the beginning of its name is enough. */
  readonly to?: string;
  /** Go on although the files of applied migrations were changed, or are missing. */
  readonly allow?: readonly ('changed' | 'missing')[];
}

export interface MigrateResult {
  /** What was applied, in order. */
  readonly applied: readonly { readonly version: string; readonly milliseconds: number }[];
  /** What files and journal don't agree on; none of it kept the migrations from being applied. */
  readonly findings: readonly MigrationFinding[];
}

/**
 * Applies the migrations that a database lacks, as the only deployer: others wait and then find nothing to do. A crash at
 * any point loses nothing; the next call goes on from there.
 *
 * @example
 * ```ts
 * import { migrate } from '@pgplumb/migrate';
 * import pg from 'pg';
 *
 * const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL });
 * const { applied } = await migrate({ client: pool, migrations: 'db/migrations' });
 * console.log(applied.map(({ version }) => version));
 * ```
 */
export async function migrate(options: MigrateOptions): Promise<MigrateResult> {
  const migrations = await migrationsOf(options.migrations);
  const to = lastVersion(migrations, options.to);
  return withSession(options.client, async (session, database) => {
    const before = await readJournal(session);
    const first = toApply(migrations, before ?? [], to, options.allow);
    if (first.pending.length === 0) return { applied: [], findings: first.findings };
    if (before === null) await refuseAppliedElsewhere(session, first.pending);
    return deploy(session, database, options, async (deployment) => {
      const journal = (await readJournal(session)) ?? [];
      const { pending, findings } = toApply(migrations, journal, to, options.allow);
      const applied: { version: string; milliseconds: number }[] = [];
      // what can't be run in one of them is told before anything of another is
      const units = pending.map(({ up }) => unitsOf(up));
      for (const [at, migration] of pending.entries()) {
        stopIfAsked(deployment.signal);
        const entry = journal.find(({ version }) => version === migration.version);
        const milliseconds = await applyMigration(deployment, migration, units[at] ?? [], entry);
        applied.push({ version: migration.version, milliseconds });
      }
      const done = new Set(applied.map(({ version }) => version));
      return {
        applied,
        findings: findings.filter(({ id, version }) => id !== 'migration-unfinished' || !done.has(version)),
      };
    });
  });
}

/** A database that has no journal yet may be one of another tool's. */
export async function refuseAppliedElsewhere(session: Session, pending: readonly Migration[]): Promise<void> {
  const other = await readOtherJournal(session, pending);
  if (other !== null) throw refusal(appliedElsewhere(other, pending.length));
}

export async function migrationsOf(migrations: string | readonly Migration[]): Promise<readonly Migration[]> {
  return typeof migrations === 'string' ? (await readMigrations(migrations)).migrations : migrations;
}

export function lastVersion(migrations: readonly Migration[], to: string | undefined): string | null {
  if (to === undefined) return null;
  const versions = migrations.map(({ version }) => version);
  return chooseVersion(to, versions);
}

export function toApply(
  migrations: readonly Migration[],
  journal: readonly JournalEntry[],
  to: string | null,
  allow: MigrateOptions['allow'] = [],
): { readonly pending: readonly Migration[]; readonly findings: readonly MigrationFinding[] } {
  const { pending, findings } = compareHistory(migrations, journal);
  const reverting = new Set(journal.filter(({ state }) => state === 'reverting').map(({ version }) => version));
  const inTheWay = findings.filter(
    ({ id, version }) =>
      (id === 'migration-changed' && !allow.includes('changed')) ||
      (id === 'migration-missing' && !allow.includes('missing')) ||
      (id === 'migration-unfinished' && reverting.has(version)),
  );
  if (inTheWay.length > 0) throw differs(inTheWay);
  const last = to === null ? migrations.length : migrations.findIndex(({ version }) => version === to) + 1;
  const wanted = new Set(migrations.slice(0, last));
  return { pending: pending.filter((migration) => wanted.has(migration)), findings };
}

function differs(findings: readonly MigrationFinding[]): MigrationProblem {
  const [first, ...others] = findings;
  const more = others.length === 0 ? '' : ` And ${others.length} more of the kind.`;
  return new MigrationProblem('HISTORY_DIFFERS', `${first?.message ?? ''}${more} Nothing was applied.`, {
    findings,
    ...(first === undefined ? {} : { hint: first.todo }),
  });
}
