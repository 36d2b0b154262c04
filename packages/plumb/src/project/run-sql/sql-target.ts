import { Problem } from '../../contract/problem.ts';
import type { ProgressListener } from '../../contract/progress.ts';
import { connect } from '../../postgres/connection/connect.ts';
import { connectDataCluster } from '../../postgres/embedded/data-cluster.ts';
import { openPrivateServer, openShadowServer } from '../../postgres/embedded/embedded-server.ts';
import type { PostgresServer } from '../../postgres/server.ts';
import { openUrlServer } from '../../postgres/url/url-server.ts';
import { resolveSettings } from '../settings/resolve-settings.ts';
import type { Settings, SettingsRequest } from '../settings/settings.ts';
import type { SqlSource } from './source.ts';
import type { Connect } from './sql-session.ts';

export interface SqlTargetRequest extends Omit<SettingsRequest, 'flags'> {
  readonly url: string | undefined;
  readonly database: string | undefined;
  /** A fresh database that is dropped afterwards, instead of the project's. */
  readonly shadow: boolean;
  readonly sources: readonly SqlSource[];
  readonly progress: ProgressListener;
  readonly signal: AbortSignal;
  readonly onWarning: (warning: string) => void;
}

/** Where SQL is run. */
export interface SqlTarget extends AsyncDisposable {
  readonly connect: Connect;
}

/** Finds the database that is meant: the project's, the one of a URL, or a fresh shadow database. */
export async function openSqlTarget(request: SqlTargetRequest): Promise<SqlTarget> {
  const { cwd, env, configFile, url, database, shadow, onWarning } = request;
  if (shadow && database !== undefined) {
    throw new Problem('USAGE', '--shadow makes a database of its own, so --database makes no sense with it.');
  }
  const settings = await resolveSettings({ cwd, env, configFile, flags: { url } });
  for (const warning of settings.warnings) onWarning(warning);
  return shadow ? await shadowTarget(settings, request) : projectTarget(settings, request);
}

function projectTarget({ target, root }: Settings, { database, signal, onWarning }: SqlTargetRequest): SqlTarget {
  const nothing = async (): Promise<void> => {};
  if (target.kind === 'data-cluster') {
    return { connect: () => connectDataCluster(root, database), [Symbol.asyncDispose]: nothing };
  }
  const settings = database === undefined ? target.connection : { ...target.connection, database };
  return {
    connect: (purpose) => connect(settings, purpose === 'work' ? { signal, onWarning } : {}),
    [Symbol.asyncDispose]: nothing,
  };
}

async function shadowTarget(settings: Settings, request: SqlTargetRequest): Promise<SqlTarget> {
  const server = await shadowServer(settings, request);
  try {
    const shadow = await server.createShadow();
    return { connect: () => shadow.connect(), [Symbol.asyncDispose]: () => server.close() };
  } catch (error) {
    await server.close();
    throw error;
  }
}

/** What a role, a tablespace or a setting of the server belongs to is shared by all databases on it. */
const clusterWide = /\b(?:create|alter|drop)\s+(?:role|user|group|tablespace|database|system)\b/i;

function shadowServer(settings: Settings, request: SqlTargetRequest): Promise<PostgresServer> {
  const { url, env, progress, signal, onWarning, sources } = request;
  const { root, major, target, shadow } = settings;
  const touchesCluster = sources.some(({ text }) => clusterWide.test(text));
  if (url !== undefined && target.kind === 'url') {
    if (touchesCluster) onWarning('Roles, tablespaces and settings that the SQL makes stay on the server.');
    return openUrlServer(target.connection, { limits: shadow.limits, onWarning, signal });
  }
  const options = {
    cwd: root,
    env: { ...env },
    idleSeconds: shadow.idleSeconds,
    limits: shadow.limits,
    progress,
    signal,
    ...(major === null ? {} : { major }),
  };
  return touchesCluster ? openPrivateServer(options) : openShadowServer(options);
}
