import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { shownPath } from '../schema/shown-path.ts';
import { resolveSettings } from '../settings/resolve-settings.ts';
import { changedFiles } from './changed-files.ts';
import type { CheckRequest } from './check-migrations.ts';
import { isWorkload } from './is-workload.ts';

/** What of a project is new or changed since a ref of git. */
export interface ChangedSince {
  /** Whether there are any in the folder of the migrations. */
  readonly migrations: boolean;
  /** Files that can hold queries of the application, as a person in the working folder writes them. */
  readonly workload: readonly string[];
}

export async function changedSince(
  { cwd, env, configFile, migrations, signal }: CheckRequest,
  since: string,
): Promise<ChangedSince> {
  const settings = await resolveSettings({ cwd, env, configFile, flags: { migrations } });
  const { root, migrations: folder } = settings;
  const changedIn = async (place: string): Promise<readonly string[]> =>
    (await changedFiles({ folder: place, env, since, signal }))?.names ?? [];
  const paths = (await changedIn(root)).map((name) => join(root, name));
  return {
    // the folder may be elsewhere
    migrations: existsSync(folder) && (await changedIn(folder)).length > 0,
    workload: paths.filter((path) => isWorkload(settings, path)).map((path) => shownPath(cwd, path)),
  };
}
