import { type DeployOptions, deploy, withSession } from './apply/deploy.ts';
import { commitRecord } from './apply/deployment.ts';
import type { Migration } from './contract/migration.ts';
import { MigrationProblem } from './contract/problem.ts';
import { downText } from './files/down-text.ts';
import { chooseVersion } from './history/choose.ts';
import { type JournalEntry, readJournal, readUnits } from './journal/journal.ts';
import { forgetMigration, forgetUnit, recordFiles, recordUnit } from './journal/records.ts';
import { migrationsOf } from './migrate.ts';

export interface RepairOptions extends DeployOptions {
  readonly migrations: string | readonly Migration[];
  /** Of a migration that is gone for good: the journal forgets that it was applied. */
  readonly forget?: string;
  /** Of a migration that was cut off in a statement that can't be in a transaction: it did its work. */
  readonly done?: string;
  /** Of the same: it did nothing, and is to be run again. */
  readonly again?: string;
}

export interface RepairResult {
  /** What the journal says now, one sentence each. */
  readonly repaired: readonly string[];
}

/**
 * Puts the journal right after a person looked at the database. Without an option it takes the files of applied migrations
 * as they are now.
 */
export async function repairJournal(options: RepairOptions): Promise<RepairResult> {
  const migrations = await migrationsOf(options.migrations);
  return withSession(options.client, async (session, database) => {
    if ((await readJournal(session)) === null) return { repaired: [] };
    return deploy(session, database, options, async (deployment) => {
      const journal = (await readJournal(session)) ?? [];
      const versions = journal.map(({ version }) => version);
      const write = (sql: string): Promise<void> => commitRecord(deployment, sql);

      if (options.forget !== undefined) {
        const version = chooseVersion(options.forget, versions);
        await write(forgetMigration(version));
        return { repaired: [`${version} counts as not applied.`] };
      }
      const cutOff = options.done ?? options.again;
      if (cutOff !== undefined) {
        const version = chooseVersion(cutOff, versions);
        const running = (await readUnits(session, version)).find(
          ({ state, mode }) => state === 'running' && mode === 'alone',
        );
        if (running === undefined) throw nothingRunning(version);
        const unit = { version, direction: running.direction, number: running.number };
        const isDone = options.done !== undefined;
        const { checksum } = running;
        await write(isDone ? recordUnit({ ...unit, mode: 'alone', checksum, state: 'done' }) : forgetUnit(unit));
        return {
          repaired: [
            `The statement of ${version} counts as ${isDone ? 'done' : 'not run'}. \`plumb up\` goes on from there.`,
          ],
        };
      }
      const changed = changedSince(migrations, journal);
      await write(changed.map((each) => recordFiles({ ...each, down: downText(each), by: deployment.by })).join(''));
      return { repaired: changed.map(({ version }) => `${version} is journaled as its file is now.`) };
    });
  });
}

function changedSince(migrations: readonly Migration[], journal: readonly JournalEntry[]): readonly Migration[] {
  return migrations.filter(({ version, checksum }) =>
    journal.some((entry) => entry.version === version && entry.state === 'applied' && entry.checksum !== checksum),
  );
}

function nothingRunning(version: string): MigrationProblem {
  return new MigrationProblem('USAGE', `No statement of ${version} was cut off.`, {
    hint: '`plumb status` shows what is wrong.',
  });
}
