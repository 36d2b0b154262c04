import type { ProgressListener } from '../contract/progress.ts';
import { describeConnection } from '../postgres/connection/describe-connection.ts';
import { openGuardedServer, openShadowServer } from '../postgres/embedded/embedded-server.ts';
import type { PostgresServer } from '../postgres/server.ts';
import { openUrlServer } from '../postgres/url/url-server.ts';
import type { Settings } from './settings/settings.ts';
import { wantsGuard } from './wants-guard.ts';

export interface ShadowsOptions {
  readonly env: NodeJS.ProcessEnv;
  /** For SQL that a stranger may have written; without a word, where the environment says so. */
  readonly guarded?: boolean;
  /** What is done with them needs the files of their server, which only the embedded one shows. */
  readonly needsFiles?: boolean;
  readonly progress?: ProgressListener;
  readonly signal?: AbortSignal;
}

/** Opens the shadow server as the settings want it: the embedded one, or one by URL, where all SQL is a stranger's. */
export function openShadows(
  { root, major, shadow }: Settings,
  { guarded, needsFiles = false, ...options }: ShadowsOptions,
): Promise<PostgresServer> {
  const { progress, signal } = options;
  if (shadow.server !== null) {
    if (!needsFiles) {
      progress?.({ message: `Making shadows on ${describeConnection(shadow.server)}` });
      return openUrlServer(shadow.server, {
        guarded: true,
        wantedMajor: major,
        limits: shadow.limits,
        ...(signal ? { signal } : {}),
      });
    }
    progress?.({
      message: 'Planning on the embedded server, whose files can be written, and not on that of shadow.url',
    });
  }
  const open = (guarded ?? wantsGuard(options.env)) ? openGuardedServer : openShadowServer;
  return open({
    ...options,
    cwd: root,
    idleSeconds: shadow.idleSeconds,
    limits: shadow.limits,
    ...(major === null ? {} : { major }),
  });
}
