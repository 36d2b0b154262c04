import { Problem } from '../contract/problem.ts';
import type { ProgressListener } from '../contract/progress.ts';
import { maskUrl } from '../postgres/connection/mask-url.ts';
import {
  type DataClusterOptions,
  type DataClusterStatus,
  dataClusterStatus,
  dataClusterUrl,
  startDataCluster,
  stopDataCluster,
} from '../postgres/embedded/data-cluster.ts';
import { resolveSettings } from './settings/resolve-settings.ts';
import type { Settings, SettingsRequest } from './settings/settings.ts';

/** What is known of a project's own database, the one that plumb runs. */
export interface DevelopmentDatabase extends DataClusterStatus {
  readonly project: string;
  /** With the password masked; null while it doesn't run. */
  readonly url: string | null;
}

export interface StartedDatabase extends DevelopmentDatabase {
  /** False when it was running already. */
  readonly started: boolean;
  /** The port that was wanted and could not be had. */
  readonly takenPort: number | null;
}

export interface StartOptions extends SettingsRequest {
  readonly progress?: ProgressListener;
  readonly signal?: AbortSignal;
}

export async function startDatabase(options: StartOptions): Promise<StartedDatabase> {
  const settings = await resolveSettings(options);
  const { status, started, url, takenPort } = await startDataCluster(clusterOptions(settings, options));
  const wanted = options.flags?.port;
  if (!started && wanted !== undefined && wanted !== status.port) {
    throw new Problem('USAGE', `The database of ${settings.root} is running already, on port ${status.port}.`, {
      hint: `To move it: plumb db stop && plumb db start --port ${wanted}`,
    });
  }
  return { project: settings.root, ...status, url: maskUrl(url), started, takenPort };
}

export interface StoppedDatabase {
  readonly project: string;
  readonly wasRunning: boolean;
}

export async function stopDatabase(request: SettingsRequest): Promise<StoppedDatabase> {
  const { root } = await resolveSettings(request);
  return { project: root, wasRunning: await stopDataCluster(root) };
}

export async function databaseStatus(request: SettingsRequest): Promise<DevelopmentDatabase> {
  const { root } = await resolveSettings(request);
  const status = dataClusterStatus(root);
  return { project: root, ...status, url: status.running ? maskUrl(dataClusterUrl(root)) : null };
}

/** With its password: for the one command whose purpose it is. */
export async function databaseUrl(request: SettingsRequest, database?: string): Promise<string> {
  const { root } = await resolveSettings(request);
  return dataClusterUrl(root, database);
}

export function clusterOptions(
  { root, major, port }: Settings,
  { progress, signal }: Pick<StartOptions, 'progress' | 'signal'>,
): DataClusterOptions {
  return { project: root, major: major ?? undefined, port: port ?? undefined, progress, signal };
}
