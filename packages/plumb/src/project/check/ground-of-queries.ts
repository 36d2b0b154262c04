import { parseSchemaSource } from '../../sources/schema-source.ts';
import { shownPath } from '../schema/shown-path.ts';
import type { Settings } from '../settings/settings.ts';
import type { QueriesRequest } from './check-queries.ts';
import { type Pending, pendingFiles, pendingOfFolder } from './pending.ts';

/** What queries are looked at against: a schema, and migrations after which they have to work. */
export async function groundOfQueries(
  { cwd, env, after, since, signal, ...request }: QueriesRequest,
  { root, migrations: folder }: Pick<Settings, 'root' | 'migrations'>,
): Promise<Pick<Pending, 'base' | 'migrations'>> {
  const base = request.base === undefined ? null : parseSchemaSource(request.base, { cwd, env });
  if (after.length > 0) return pendingFiles(after, { cwd, folder, base });
  if (since !== undefined) return pendingOfFolder({ root, cwd, folder, base, all: false, since, env, signal });
  if (base === null && request.url !== undefined && request.files.length === 0) {
    return { base: parseSchemaSource(request.url, { cwd, env }), migrations: [] };
  }
  return {
    base: base ?? { type: 'migrations', folder, shown: shownPath(cwd, folder), onPlatform: true },
    migrations: [],
  };
}
