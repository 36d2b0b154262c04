import type { MigrationFinding } from '../contract/finding.ts';
import type { Migration } from '../contract/migration.ts';
import type { JournalEntry } from '../journal/journal.ts';

/** What the folder and the journal say together. */
export interface History {
  /** Not applied, or not to the end, in the order in which they will be. */
  readonly pending: readonly Migration[];
  readonly findings: readonly MigrationFinding[];
}

export function compareHistory(migrations: readonly Migration[], journal: readonly JournalEntry[]): History {
  const entries = new Map(journal.map((entry) => [entry.version, entry]));
  const files = new Set(migrations.map(({ version }) => version));
  const isApplied = ({ version }: Migration): boolean => entries.get(version)?.state === 'applied';
  const isChanged = (each: Migration): boolean =>
    isApplied(each) && entries.get(each.version)?.checksum !== each.checksum;
  const pending = migrations.filter((each) => !isApplied(each) || (each.repeatable === true && isChanged(each)));
  const lastApplied = migrations.findLastIndex((each) => isApplied(each) && each.repeatable !== true);
  const newest = migrations[lastApplied]?.version ?? '';

  const findings = [
    ...journal.filter(({ state }) => state !== 'applied').map((entry) => unfinished(entry, files.has(entry.version))),
    ...migrations.filter((each) => isChanged(each) && each.repeatable !== true).map(({ version }) => changed(version)),
    ...journal.filter(({ version }) => !files.has(version)).map(missing),
    ...migrations
      .filter(({ version }, index) => !entries.has(version) && index < lastApplied)
      .map(({ version }) => outOfOrder(version, newest)),
  ];
  return { pending, findings };
}

function unfinished({ version, state }: JournalEntry, hasFile: boolean): MigrationFinding {
  const up = state === 'applying';
  return {
    id: 'migration-unfinished',
    version,
    message: `${version} is ${up ? 'applied' : 'rolled back'} in part.`,
    why: 'It was cut off, or one of its statements failed. The database has some of its changes and lacks others.',
    todo: up
      ? `${hasFile ? 'Run' : 'Bring its file back and run'} \`plumb up\`: it goes on behind what is done. What was not run yet may be changed in the file before. \`plumb down\` takes back what is done.`
      : 'Run `plumb down` to take back the rest.',
  };
}

function changed(version: string): MigrationFinding {
  return {
    id: 'migration-changed',
    version,
    message: `The file of ${version} was changed after it was applied.`,
    why: 'Databases that are made from the files will differ from this one.',
    todo: 'Put the file back and write a new migration for the change. If the change has no effect (a comment), say `plumb repair`.',
  };
}

function missing({ version, state }: JournalEntry): MigrationFinding {
  return {
    id: 'migration-missing',
    version,
    message: `${version} is applied${state === 'applied' ? '' : ' in part'}, but has no file.`,
    why: 'Databases that are made from the files will lack what it did. Perhaps this database was migrated from another branch.',
    todo: `Bring the file back, or take the migration back with \`plumb down\`: the journal has its SQL. If it is gone for good, say \`plumb repair --forget ${version}\`.`,
  };
}

function outOfOrder(version: string, newest: string): MigrationFinding {
  return {
    id: 'migration-out-of-order',
    version,
    message: `${version} isn’t applied, but is older than ${newest}, which is.`,
    why: 'It came in with a merge. Here it runs after the newer one, in a fresh database before it; if both touch the same objects, the two databases differ.',
    todo: 'If they have nothing to do with each other, run `plumb up`. Otherwise give the file a newer version, so that it runs last everywhere.',
  };
}
