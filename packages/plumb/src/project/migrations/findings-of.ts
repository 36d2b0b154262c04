import type { FolderFinding, Migration, MigrationFinding, MigrationFindingId } from '@pgplumb/migrate';
import type { Finding, Location } from '../../contract/finding.ts';

const titles: Readonly<Record<MigrationFindingId, string>> = {
  'migration-changed': 'An applied migration was changed',
  'migration-missing': 'An applied migration has no file',
  'migration-out-of-order': 'A migration is older than one that is applied',
  'migration-unfinished': 'A migration is half done',
  'migration-applied-elsewhere': 'Another tool applied migrations',
};

/** What files and journal don't agree on, as plumb tells it. */
export function findingsOf(
  findings: readonly MigrationFinding[],
  migrations: readonly Migration[],
): readonly Finding[] {
  return findings.map(({ id, version, message, why, todo }) => ({
    id,
    severity: id === 'migration-out-of-order' ? 'warning' : 'error',
    title: titles[id],
    message,
    why: `${why}\n${todo}`,
    fix: null,
    location: fileOf(migrations.find((each) => each.version === version)),
    objects: [],
    evidence: { version, todo },
  }));
}

/** What is odd about the folder itself. */
export function folderFindings(findings: readonly FolderFinding[]): readonly Finding[] {
  return findings.map(({ id, file, message, why, todo }) => ({
    id,
    severity: 'warning',
    title: 'A SQL file is no migration',
    message,
    why: `${why}\n${todo}`,
    fix: null,
    location: beginningOf(file),
    objects: [],
    evidence: { todo },
  }));
}

function fileOf(migration: Migration | undefined): Location | null {
  const source = (migration?.up[0] ?? migration?.down[0])?.source;
  return source === undefined ? null : beginningOf(source.name);
}

function beginningOf(file: string): Location {
  return { file, line: 1, column: 1 };
}
