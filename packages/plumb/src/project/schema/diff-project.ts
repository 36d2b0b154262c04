import type { ProgressListener } from '../../contract/progress.ts';
import { maskUrl } from '../../postgres/connection/mask-url.ts';
import { parseSchemaSource } from '../../sources/schema-source.ts';
import { openShadows } from '../open-shadows.ts';
import { resolveSettings } from '../settings/resolve-settings.ts';
import type { Place } from '../settings/settings.ts';
import { type DiffRequest, diffSchemas, type SchemaDiff } from './diff-schemas.ts';
import { parseRenames } from './rename-flags.ts';

export interface ProjectDiffRequest extends Place {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly rename: readonly string[];
  readonly allowLoss: boolean;
  readonly plain: boolean;
  readonly signal: AbortSignal;
  readonly progress: ProgressListener;
}

export interface ProjectDiff extends SchemaDiff {
  readonly from: string;
  readonly to: string;
  /** The server that it was proven on. */
  readonly postgres: string;
}

/** The difference between two sources, by default between a project's migrations and its schema. */
export async function diffProject(request: ProjectDiffRequest): Promise<ProjectDiff> {
  const settings = await resolveSettings(request);
  const { signal, progress, cwd, env } = request;
  const [from, to] = [request.from ?? `migrations:${settings.migrations}`, request.to ?? settings.schema];
  const sources = [from, to].map((text) => parseSchemaSource(text, { cwd, env }));
  const [before, after] = sources;
  if (before === undefined || after === undefined) throw new Error('There are two sources.');
  const { named, none } = parseRenames(request.rename);
  const open: DiffRequest['chooseRenames'] = async () => (none ? [] : null);
  await using shadows = await openShadows(settings, { env, progress, signal });
  const found = await diffSchemas({
    from: before,
    to: after,
    shadows,
    online: !request.plain,
    renames: named,
    chooseRenames: open,
    allowLoss: async () => request.allowLoss,
    signal,
    progress,
  });
  return { ...found, from: maskUrl(from), to: maskUrl(to), postgres: shadows.version.text };
}
