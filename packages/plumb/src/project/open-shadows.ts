import type { ProgressListener } from '../contract/progress.ts';
import { openGuardedServer, openShadowServer } from '../postgres/embedded/embedded-server.ts';
import type { PostgresServer } from '../postgres/server.ts';
import type { Settings } from './settings/settings.ts';

export interface ShadowsOptions {
  readonly env: NodeJS.ProcessEnv;
  /** For SQL that a stranger may have written. */
  readonly guarded?: boolean;
  readonly progress?: ProgressListener;
  readonly signal?: AbortSignal;
}

/** Opens the shadow server as the settings want it. */
export function openShadows(
  { root, major, shadow }: Settings,
  { guarded = false, ...options }: ShadowsOptions,
): Promise<PostgresServer> {
  const open = guarded ? openGuardedServer : openShadowServer;
  return open({
    ...options,
    cwd: root,
    idleSeconds: shadow.idleSeconds,
    limits: shadow.limits,
    ...(major === null ? {} : { major }),
  });
}
