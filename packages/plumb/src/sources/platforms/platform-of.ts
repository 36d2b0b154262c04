import type { MigrationFolder } from '@pgplumb/migrate/files';
import type { Finding } from '../../contract/finding.ts';
import type { GivenFile } from '../read/given-file.ts';
import { note } from '../stand-ins/note.ts';
import { supabasePlatform } from './supabase.ts';

/** What the migrations of a tool find in the databases of its platform. */
export interface Platform {
  readonly file: GivenFile;
  readonly note: Finding;
  /** Where its sessions look for names. */
  readonly searchPath: string;
}

/** Whether notes of a source say that it stands on a platform. */
export function isOnPlatform(notes: readonly Finding[]): boolean {
  return notes.some(({ title }) => title === platformTitle);
}

const platformTitle = 'A platform was stood in for';

export function platformOf(format: MigrationFolder['format']): Platform | null {
  if (format !== 'supabase') return null;
  return {
    file: { source: { name: 'Supabase', text: supabasePlatform }, path: null },
    searchPath: '"$user", public, extensions',
    note: note(
      platformTitle,
      'Supabase: its schemas auth, storage, realtime, extensions and vault are there as far as migrations name them',
      'A project has them before its first migration. What else of the platform a migration needs fails on the shadow.',
      ['auth', 'storage', 'realtime', 'extensions', 'vault'],
    ),
  };
}
