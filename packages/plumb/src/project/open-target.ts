import type { Client } from 'pg';
import type { ProgressListener } from '../contract/progress.ts';
import { connect } from '../postgres/connection/connect.ts';
import { type ConnectionSettings, defaultApplicationName } from '../postgres/connection/connection-settings.ts';
import type { Settings } from './settings/settings.ts';

/** The database that the settings mean: a server's, or the project's own, which is started when it doesn't run. */
export interface OpenTarget {
  connect(): Promise<Client>;
}

export interface OpenTargetOptions {
  /** Another database of the same server. */
  readonly database?: string | undefined;
  /** What the server's lists of sessions show, unless the settings name something else. */
  readonly applicationName?: string | undefined;
  readonly progress?: ProgressListener;
  readonly signal?: AbortSignal;
  readonly onWarning?: (warning: string) => void;
}

export async function openTarget(settings: Settings, options: OpenTargetOptions = {}): Promise<OpenTarget> {
  const { target, root } = settings;
  if (target.kind === 'url') {
    const { connection } = target;
    const aim = {
      ...connection,
      database: options.database ?? connection.database,
      applicationName: namedApplication(connection) ?? options.applicationName ?? defaultApplicationName,
    };
    return { connect: () => connect(aim, options) };
  }
  // a database by URL needs nothing of this
  const { connectDataCluster, startDataCluster } = await import('../postgres/embedded/data-cluster.ts');
  const { clusterOptions } = await import('./development-database.ts');
  await startDataCluster(clusterOptions(settings, options));
  return { connect: () => connectDataCluster(root, options.database, options.applicationName) };
}

function namedApplication({ applicationName }: ConnectionSettings): string | null {
  return applicationName === defaultApplicationName ? null : applicationName;
}
