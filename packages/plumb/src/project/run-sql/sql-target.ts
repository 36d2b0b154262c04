import { Problem } from '../../contract/problem.ts';
import type { ProgressListener } from '../../contract/progress.ts';
import { dataClusterStatus } from '../../postgres/embedded/data-cluster.ts';
import { openPrivateServer } from '../../postgres/embedded/embedded-server.ts';
import type { PostgresServer } from '../../postgres/server.ts';
import { openUrlServer } from '../../postgres/url/url-server.ts';
import type { SqlSource } from '../../sql/source.ts';
import { openShadows } from '../open-shadows.ts';
import { openTarget } from '../open-target.ts';
import { resolveSettings } from '../settings/resolve-settings.ts';
import type { Settings, SettingsRequest } from '../settings/settings.ts';
import { wantsGuard } from '../wants-guard.ts';
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
  const { cwd, env, configFile, shadowUrl, url, database, shadow, onWarning } = request;
  if (shadow && database !== undefined) {
    throw new Problem('USAGE', '--shadow makes a database of its own, so --database makes no sense with it.');
  }
  const settings = await resolveSettings({ cwd, env, configFile, shadowUrl, flags: { url } });
  for (const warning of settings.warnings) onWarning(warning);
  return shadow ? await shadowTarget(settings, request) : await projectTarget(settings, request);
}

async function projectTarget(settings: Settings, request: SqlTargetRequest): Promise<SqlTarget> {
  const { database, progress, signal, onWarning } = request;
  refuseNoDatabase(settings);
  const target = await openTarget(settings, { database, progress, signal, onWarning });
  return {
    connect: async (purpose) => (purpose === 'work' ? target : await openTarget(settings, { database })).connect(),
    [Symbol.asyncDispose]: async () => {},
  };
}

/** A database of the project's own is started where there is one; it is made only by who asks for it. */
function refuseNoDatabase({ target, root }: Settings): void {
  if (target.kind === 'url' || dataClusterStatus(root).made) return;
  throw new Problem('SERVER_NOT_RUNNING', `No database server is named, and ${root} has no database of its own yet.`, {
    hint: 'Make one with `plumb db start`, name a server with --url, or try the SQL out with --shadow.',
  });
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

/** Roles, tablespaces, databases and settings of the server belong to all who use it. */
const clusterWide = /\b(?:create|alter|drop)\s+(?:role|user|group|tablespace|database|system)\b/i;

function shadowServer(settings: Settings, request: SqlTargetRequest): Promise<PostgresServer> {
  const { url, progress, signal, onWarning, sources } = request;
  const { root, major, target, shadow } = settings;
  const env = { ...request.env };
  const touchesCluster = sources.some(({ text }) => clusterWide.test(text));
  if (url !== undefined && target.kind === 'url') {
    if (touchesCluster) onWarning('Roles, databases and settings of the server that the SQL makes stay on it.');
    return openUrlServer(target.connection, { limits: shadow.limits, onWarning, signal });
  }
  if (!touchesCluster || wantsGuard(env)) return openShadows(settings, { env, progress, signal });
  return openPrivateServer({ cwd: root, env, progress, signal, ...(major === null ? {} : { major }) });
}
