import { existsSync } from 'node:fs';
import { Problem } from '../../contract/problem.ts';
import type { ProgressListener } from '../../contract/progress.ts';
import { maskUrl } from '../../postgres/connection/mask-url.ts';
import { bothOnPlatform } from '../../sources/platforms/on-platform.ts';
import { parseSchemaSource } from '../../sources/schema-source.ts';
import { OpenedUrls } from '../../sources/url/opened-urls.ts';
import { resolveSettings } from '../settings/resolve-settings.ts';
import type { Place } from '../settings/settings.ts';
import { bigTables } from './big-tables.ts';
import { type DiffRequest, diffSchemas, type SchemaDiff } from './diff-schemas.ts';
import { throwExplained } from './explained-fault.ts';
import { parseRenames } from './renames/rename-flags.ts';
import { shadowsBeside } from './shadows-for.ts';
import { shownPath } from './shown-path.ts';

export interface ProjectDiffRequest extends Place {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** The folder of the migrations, where it isn't that of the settings. */
  readonly migrations?: string | undefined;
  readonly major?: number | undefined;
  readonly rename: readonly string[];
  readonly allow: readonly string[];
  readonly plain: boolean;
  readonly keepDropped: boolean;
  /** Change tables in steps where their rows would be rewritten. */
  readonly stepwise?: boolean | undefined;
  /** The URL of a server that knows how large tables are: those that are large are changed in steps. */
  readonly sizes?: string | undefined;
  /** Asks a person; without it what is open is refused. */
  readonly ask?: Pick<DiffRequest, 'chooseRenames' | 'allowLoss'> | undefined;
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
  const { signal, progress, cwd, env, ask } = request;
  const { named, none } = parseRenames(request.rename);
  const mayLose = allowsLoss(request.allow);
  const settings = await resolveSettings({
    ...request,
    flags: { major: request.major, migrations: request.migrations },
  });
  const from = request.from ?? (existsSync(settings.migrations) ? `migrations:${settings.migrations}` : 'empty');
  const to = request.to ?? settings.schema;
  const [before, after] = bothOnPlatform(parseSchemaSource(from, { cwd, env }), parseSchemaSource(to, { cwd, env }));
  await using urls = await OpenedUrls.open([before, after], signal);
  await using shadows = await shadowsBeside(urls, settings, { env, progress, signal });
  const isBig = request.sizes === undefined ? null : await bigTables(request.sizes, { cwd, env }, signal);
  const found = await diffSchemas({
    from: before,
    to: after,
    urls,
    shadows,
    online: !request.plain,
    stepwise: request.stepwise ? () => true : (isBig ?? (() => false)),
    ...(request.keepDropped ? { keepDropped: new Date().toISOString().slice(0, 10).replaceAll('-', '') } : {}),
    renames: named,
    chooseRenames: none ? async () => [] : (ask?.chooseRenames ?? (async () => null)),
    allowLoss: mayLose ? async () => true : (ask?.allowLoss ?? (async () => false)),
    signal,
    progress,
  }).catch(throwExplained);
  const folder = (path: string): string => shownPath(cwd, path);
  return {
    ...found,
    from: maskUrl(request.from ?? from.replace(settings.migrations, folder)),
    to: maskUrl(request.to ?? folder(to)),
    postgres: shadows.version.text,
  };
}

function allowsLoss(allow: readonly string[]): boolean {
  const unknown = allow.find((what) => what !== 'data-loss');
  if (unknown === undefined) return allow.length > 0;
  throw new Problem('USAGE', `--allow ${unknown} allows nothing.`, { hint: 'It takes data-loss.' });
}
