import type { Migration } from '../src/contract/migration.ts';
import { migrationIn } from '../src/files/migration-in.ts';

/** A migration as its file would give it. */
export function migrationOf(version: string, text: string): Migration {
  return migrationIn({ name: `migrations/${version}.sql`, text }, version);
}
