import { basename } from 'node:path';
import type { Migration } from '@pgplumb/migrate';
import { byVersion, filesIn } from '@pgplumb/migrate/files';
import { locationAt } from '@pgplumb/migrate/sql';
import type { Finding } from '../../contract/finding.ts';
import outOfOrder from '../../rules/rehearsal/out-of-order.ts';
import { findingOf } from '../../rules/run-rules.ts';
import type { SchemaSource } from '../../sources/schema-source.ts';

/** The versions that a base is made of; none where it is no migrations. */
export async function versionsIn(base: SchemaSource): Promise<readonly string[]> {
  if (base.type === 'migrations') return base.versions ?? named(await filesIn(base.folder, base.shown ?? base.folder));
  if (base.type !== 'files') return [];
  const names = /\.sql$/i.test(base.path) ? [basename(base.path)] : await filesIn(base.path, base.shown ?? base.path);
  // files of a schema are counted, too
  return named(names).filter((version) => /^\d{8}/.test(version));
}

function named(names: readonly string[]): readonly string[] {
  return names.flatMap((name) => (/\.sql$/i.test(name) ? [basename(name).replace(/(?:\.up)?\.sql$/i, '')] : []));
}

/** Migrations that come before what counts as applied, by their versions. */
export function olderThanApplied(pending: readonly Migration[], applied: readonly string[]): readonly Finding[] {
  const newest = applied
    .filter((version) => /^\d/.test(version))
    .toSorted(byVersion)
    .at(-1);
  if (newest === undefined) return [];
  const older = pending.filter(({ version }) => isAlike(version, newest) && byVersion(version, newest) < 0);
  return older.map(({ version, up: [section] }) => {
    const message = `${version} is older than ${newest}, which counts as applied.`;
    const location = section === undefined ? null : locationAt(section.source, section.start, section.start);
    return findingOf(outOfOrder, { message, evidence: { version, newest } }, location);
  });
}

/** Whether both are points in time, or both are counted. */
function isAlike(one: string, other: string): boolean {
  return /^\d/.test(one) && /^\d{8}/.test(one) === /^\d{8}/.test(other);
}
