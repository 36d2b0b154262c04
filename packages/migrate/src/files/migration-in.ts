import type { Migration } from '../contract/migration.ts';
import type { SqlSource } from '../contract/sql-source.ts';
import { checksumOf } from './checksum.ts';
import { sectionsOf } from './sections.ts';

/** A single file as a migration, whatever folder it lies in; without sections all of it goes up. */
export function migrationIn(source: SqlSource, version: string): Migration {
  const { up, down, reversible } = sectionsOf(source);
  return { version, name: version, up, down, reversible, checksum: checksumOf([source]) };
}
