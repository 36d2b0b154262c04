import { onPlatform } from '../../sources/platforms/on-platform.ts';
import { parseSchemaSource } from '../../sources/schema-source.ts';
import { resolveSettings } from '../settings/resolve-settings.ts';
import type { Settings } from '../settings/settings.ts';
import type { CheckRequest } from './check-migrations.ts';
import { type Pending, pendingFiles, pendingOfFolder } from './pending.ts';

/** What is to be looked at, and what the project says of it. */
export async function pendingOf(
  request: CheckRequest,
): Promise<{ readonly settings: Settings; readonly pending: Pending }> {
  const { cwd, env, files, configFile, shadowUrl } = request;
  const flags = { major: request.major, migrations: request.migrations };
  const settings = await resolveSettings({ cwd, env, configFile, shadowUrl, flags });
  const base = request.base === undefined ? null : onPlatform(parseSchemaSource(request.base, { cwd, env }));
  const given = { cwd, folder: settings.migrations, base };
  const pending =
    files.length > 0
      ? await pendingFiles(files, given)
      : await pendingOfFolder({ ...request, ...given, root: settings.root });
  return { settings, pending };
}
