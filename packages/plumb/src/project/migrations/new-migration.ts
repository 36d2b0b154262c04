import { resolveSettings } from '../settings/resolve-settings.ts';
import type { Place } from '../settings/settings.ts';
import { type WrittenMigration, writeNewMigration } from './write-new-migration.ts';

export interface NewMigrationRequest extends Place {
  readonly name: string;
  readonly migrations?: string | undefined;
}

/** Writes an empty migration, to be filled in. */
export async function newMigration(request: NewMigrationRequest): Promise<WrittenMigration> {
  const { name, migrations, cwd } = request;
  const settings = await resolveSettings({ ...request, flags: { migrations } });
  const draft = { comment: name.trim(), up: [], down: [] };
  return writeNewMigration({ name, folder: settings.migrations, cwd, draft });
}
