import { resolve } from 'node:path';
import { loadModule } from 'libpg-query';
import type { ProgressListener } from '../../contract/progress.ts';
import { planMigration } from '../../plan/plan-migration.ts';
import { planSql } from '../../plan/plan-sql.ts';
import { anonymizeProfile } from '../../planner/anonymity/anonymize-profile.ts';
import { ensureProfileKey, keyFileOf } from '../../planner/anonymity/profile-key.ts';
import { captureProfile } from '../../planner/capture/capture-profile.ts';
import { readValueTypes } from '../../planner/capture/value-types.ts';
import type { Profile } from '../../planner/profile/profile.ts';
import { writeProfile } from '../../planner/profile/write-profile.ts';
import type { ConnectionSettings } from '../../postgres/connection/connection-settings.ts';
import { dataClusterUrl, startDataCluster } from '../../postgres/embedded/data-cluster.ts';
import { withClient } from '../../postgres/with-client.ts';
import type { OpenedSource } from '../../sources/opened-source.ts';
import { openUrlSource } from '../../sources/url/open-url-source.ts';
import { settingsOf } from '../../sources/url/settings-of.ts';
import { clusterOptions } from '../development-database.ts';
import { readEmpty, readSource } from '../schema/read-source.ts';
import { resolveSettings } from '../settings/resolve-settings.ts';
import type { Place, Settings } from '../settings/settings.ts';
import { openPlannerServer } from './planner-server.ts';

export interface ProfileCaptureRequest extends Place {
  readonly url?: string | undefined;
  /** Unless said otherwise `profile.json`. */
  readonly out?: string | undefined;
  /** Whether stand-ins take the place of values. */
  readonly anonymize?: boolean | undefined;
  readonly signal: AbortSignal;
  readonly progress: ProgressListener;
}

export interface CapturedProfile {
  /** As the user wrote it. */
  readonly file: string;
  readonly profile: Profile;
  /** By which the values of an anonymised profile can be had. */
  readonly keyFile: string | null;
}

/** Takes a profile of a database and writes it to a file. The database is only read. */
export async function captureProjectProfile(request: ProfileCaptureRequest): Promise<CapturedProfile> {
  const { cwd, out: file = 'profile.json', anonymize = false } = request;
  const keyFile = anonymize ? keyFileOf(file) : null;
  const key = keyFile === null ? null : ensureProfileKey(resolve(cwd, keyFile));
  const profile = await captureDatabase(request, key);
  writeProfile(resolve(cwd, file), profile);
  return { file, profile, keyFile };
}

/** Takes a profile of a database. @param key of stand-ins in place of its values */
export async function captureDatabase(
  request: Omit<ProfileCaptureRequest, 'out' | 'anonymize'>,
  key: Buffer | null = null,
): Promise<Profile> {
  const { env, signal, progress } = request;
  const settings = await resolveSettings({ ...request, flags: { url: request.url } });
  progress({ message: 'Reading the schema' });
  await using opened = await openUrlSource(await databaseOf(settings, request), signal);
  await using shadows = await openPlannerServer(settings, opened.version.major, { env, progress, signal });
  const sql = await schemaSql(opened, { shadows, signal, progress });
  return withClient(opened.connect, signal, async (client) => {
    const profile = await captureProfile(client, { sql, progress });
    if (key === null) return profile;
    await loadModule();
    return anonymizeProfile(profile, await readValueTypes(client), key);
  });
}

async function databaseOf(settings: Settings, where: ProfileCaptureRequest): Promise<ConnectionSettings> {
  const { target, root } = settings;
  if (target.kind === 'url') return target.connection;
  await startDataCluster(clusterOptions(settings, where));
  return settingsOf(dataClusterUrl(root), where);
}

/** The schema of a database as it was written for an empty one, with all that it has. */
async function schemaSql(database: OpenedSource, options: Parameters<typeof readEmpty>[0]): Promise<string> {
  const catalog = await readSource(database, options.signal);
  return planSql(planMigration(await readEmpty(options), catalog, { online: false }));
}
