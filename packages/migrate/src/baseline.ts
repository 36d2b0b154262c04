import { type DeployOptions, deploy, withSession } from './apply/deploy.ts';
import { commitRecord } from './apply/deployment.ts';
import type { Migration } from './contract/migration.ts';
import { downText } from './files/down-text.ts';
import { chooseVersion } from './history/choose.ts';
import { appliedElsewhere, type OtherJournal, readOtherJournal, refusal } from './history/other-journal.ts';
import { readJournal } from './journal/journal.ts';
import { recordApplied, recordMigration } from './journal/records.ts';
import { migrationsOf } from './migrate.ts';

export interface BaselineOptions extends DeployOptions {
  readonly migrations: string | readonly Migration[];
  /**
   * The last version that the database already has. Default: those that the journal of another tool says are applied; where
   * there is none, all of them.
   */
  readonly to?: string;
}

export interface BaselineResult {
  /** Those that count as applied now, and did not before. */
  readonly versions: readonly string[];
  /** What another tool remembers, where that was asked. */
  readonly other: OtherJournal | null;
}

/** Journals migrations as applied without running them, for a database that has what they do from elsewhere. */
export async function baseline(options: BaselineOptions): Promise<BaselineResult> {
  const migrations = await migrationsOf(options.migrations);
  const versions = migrations.map(({ version }) => version);
  const last = options.to === undefined ? null : versions.indexOf(chooseVersion(options.to, versions));
  return withSession(options.client, (session, database) =>
    deploy(session, database, options, async (deployment) => {
      const known = new Set((await readJournal(session))?.map(({ version }) => version));
      const other = last === null ? await readOtherJournal(session, migrations) : null;
      if (other !== null && other.halfDone !== null) throw refusal(appliedElsewhere(other, migrations.length));
      const has = new Set(other?.applied ?? versions.slice(0, (last ?? versions.length) + 1));
      const added = migrations.filter(({ version }) => has.has(version) && !known.has(version));
      const records = added.flatMap((each) => [
        recordMigration({ ...each, down: downText(each), by: deployment.by }),
        recordApplied(each.version),
      ]);
      await commitRecord(deployment, records.join(''));
      return { versions: added.map(({ version }) => version), other };
    }),
  );
}
