import type { ProgressListener } from '../contract/progress.ts';
import { openShadowServer } from '../postgres/embedded/embedded-server.ts';
import type { PostgresServer } from '../postgres/server.ts';
import type { Settings } from './settings/settings.ts';

/** Opens the shadow server as the settings want it. */
export function openShadows(
  { root, major, shadow }: Settings,
  options: { readonly env: NodeJS.ProcessEnv; readonly progress?: ProgressListener; readonly signal?: AbortSignal },
): Promise<PostgresServer> {
  return openShadowServer({
    ...options,
    cwd: root,
    idleSeconds: shadow.idleSeconds,
    limits: shadow.limits,
    ...(major === null ? {} : { major }),
  });
}
