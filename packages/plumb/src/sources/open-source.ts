import type { MigrationFormat } from '@pgplumb/migrate';
import type { ProgressListener } from '../contract/progress.ts';
import { maskUrl } from '../postgres/connection/mask-url.ts';
import type { PostgresServer } from '../postgres/server.ts';
import type { OpenedSource } from './opened-source.ts';
import { platformOf } from './platforms/platform-of.ts';
import { readCommand } from './read/read-command.ts';
import { readFiles } from './read/read-files.ts';
import { readMigrations } from './read/read-migrations.ts';
import type { SchemaSource } from './schema-source.ts';
import { openShadowSource, type ShadowInput } from './shadow-source.ts';
import { openUrlSource } from './url/open-url-source.ts';
import type { OpenedUrls } from './url/opened-urls.ts';

export type { OpenedSource } from './opened-source.ts';

export interface OpenSourceOptions {
  /** Where the shadows are made. */
  readonly shadows: PostgresServer;
  /** Databases by URL that are open already. */
  readonly urls?: OpenedUrls;
  readonly signal?: AbortSignal;
  readonly progress?: ProgressListener;
  /** Milliseconds that a statement of its SQL may take; as long as it will if not given. */
  readonly statementTimeout?: number | undefined;
}

/** Makes a schema something that can be looked at: SQL is run on a shadow, a database by URL is opened for reading. */
export async function openSource(source: SchemaSource, options: OpenSourceOptions): Promise<OpenedSource> {
  const { signal, progress } = options;
  signal?.throwIfAborted();
  switch (source.type) {
    case 'url':
      return options.urls?.take(source) ?? openUrlSource(source.settings, signal);
    case 'empty':
      return openShadowSource(standing({ label: 'empty', as: 'scripts', files: [], notes: [] }, source), options);
    case 'files': {
      const label = source.shown ?? source.path;
      const read = await readFiles(source.path, label);
      return openShadowSource(standing({ label, as: 'scripts', ...read }, source), options);
    }
    case 'migrations': {
      const shown = source.shown ?? source.folder;
      const { format, files, notes } = await readMigrations(source.folder, shown, source.versions);
      const label = `migrations:${shown}`;
      return openShadowSource(standing({ label, as: 'migrations', files, notes }, source, format), options);
    }
    case 'exec': {
      const label = `exec:${maskUrl(source.command)}`;
      progress?.({ message: `Running ${maskUrl(source.command)}` });
      const read = await readCommand(source.command, source.cwd, signal);
      return openShadowSource({ label, as: 'scripts', ...read }, options);
    }
  }
}

/** SQL together with what its platform has, where it stands on one. */
function standing(
  input: ShadowInput,
  { onPlatform = false }: { readonly onPlatform?: boolean },
  format: MigrationFormat = 'supabase',
): ShadowInput {
  const platform = onPlatform ? platformOf(format) : null;
  if (platform === null) return input;
  const { file, note, searchPath } = platform;
  return { ...input, searchPath, files: [file, ...input.files], notes: [...input.notes, note] };
}
