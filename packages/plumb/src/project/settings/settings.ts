import type { ConnectionSettings } from '../../postgres/connection/connection-settings.ts';
import type { TemplateLimits } from '../../postgres/shadow/shadow.ts';
import type { Levels } from '../../rules/levels.ts';
import type { PostgresMajor } from '../config.ts';
import type { Unused } from './choose-server.ts';
import type { Setting } from './source.ts';

/** The project's own database, which plumb runs, or a server that the user named. */
export type Target =
  | { readonly kind: 'data-cluster' }
  | { readonly kind: 'url'; readonly connection: ConnectionSettings };

/** Everything that is set for a project, complete and checked. */
export interface Settings {
  /** The project's folder: that of the configuration file, else of the nearest package.json, else the working folder. */
  readonly root: string;
  readonly configFile: string | null;
  readonly target: Target;
  /** The port that the project's own database is to have; null to keep the last or take a free one. */
  readonly port: number | null;
  /** The major that embedded servers run; null for that of the data, or the newest. */
  readonly major: PostgresMajor | null;
  /** The folder of the declarative schema. */
  readonly schema: string;
  readonly migrations: string;
  /** The folder of the seeds, or one file. */
  readonly seeds: string;
  /** Which rules `plumb check` takes how. */
  readonly levels: Levels;
  readonly shadow: ShadowSettings;
  /** The same settings one by one, each with the place that it came from; passwords are stars. */
  readonly all: readonly Setting[];
  /** Places that name another server than the one that is used. */
  readonly unused: readonly Unused[];
  /** For the user's eyes: files that were left out, values that look like mistakes. */
  readonly warnings: readonly string[];
}

export interface ShadowSettings {
  /** The server that shadows are made on; null for the embedded one. */
  readonly server: ConnectionSettings | null;
  readonly idleSeconds: number;
  readonly limits: TemplateLimits;
}

/** What the command line says. */
export interface SettingFlags {
  readonly url?: string | undefined;
  readonly port?: number | undefined;
  readonly major?: number | undefined;
  readonly schema?: string | undefined;
  readonly migrations?: string | undefined;
  readonly seeds?: string | undefined;
}

/** Where plumb was called. */
export interface Place {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The configuration file that `--config` names; otherwise it is looked for. */
  readonly configFile?: string | undefined;
  /** The server that `--shadow-url` names, to make shadows on. */
  readonly shadowUrl?: string | undefined;
}

export interface SettingsRequest extends Place {
  readonly flags?: SettingFlags;
}
