import { createHash } from 'node:crypto';
import { sectionsOf } from '../src/files/sections.ts';
import type { Migration } from '../src/migration.ts';

/** A migration as its file would give it. */
export function migrationOf(version: string, text: string): Migration {
  const { up, down, reversible } = sectionsOf({ name: `migrations/${version}.sql`, text });
  return { version, name: version, up, down, reversible, checksum: createHash('sha256').update(text).digest('hex') };
}
