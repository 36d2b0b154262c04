import type { Level, Preset } from '../rules/presets.ts';
import type { RuleGroup } from '../rules/rule.ts';
import type { RuleId } from '../rules/rule-ids.generated.ts';

/** The majors of PostgreSQL that plumb works with. */
export const postgresMajors = [14, 15, 16, 17, 18, 19] as const;
export type PostgresMajor = (typeof postgresMajors)[number];

/** What `plumb.config.ts` says. Everything may be left out; an undefined value counts as left out. */
export interface PlumbConfig {
  readonly database?:
    | {
        /** The project's database server. Without it, and without one in the environment, plumb runs its own. */
        readonly url?: string | undefined;
        /** The port of the project's own database, the one that plumb runs. */
        readonly port?: number | undefined;
      }
    | undefined;
  readonly postgres?:
    | {
        /** The major version that the project's own database and the shadows run. */
        readonly major?: PostgresMajor | undefined;
      }
    | undefined;
  /** The folder of the declarative schema: `db/schema` unless said otherwise. */
  readonly schema?: string | undefined;
  /** The folder of the migrations: `db/migrations` unless said otherwise, or where another tool keeps them. */
  readonly migrations?: string | undefined;
  /** The folder of the seeds, or one file: `db/seeds`, or `db/seed` where that is there, unless said otherwise. */
  readonly seeds?: string | undefined;
  /** What `plumb check` says of what. */
  readonly check?:
    | {
        /** `recommended` unless said otherwise; `strict` has matters of taste, too, and warnings as errors. */
        readonly preset?: Preset | undefined;
        /** Levels of all rules of a group, those that are matters of taste among them. */
        readonly groups?: Readonly<Partial<Record<RuleGroup, Level | undefined>>> | undefined;
        /** Levels of single rules: `off`, `on` as the rule itself says, or a severity. */
        readonly rules?: Readonly<Partial<Record<RuleId, Level | undefined>>> | undefined;
      }
    | undefined;
  readonly shadow?:
    | {
        /**
         * A server to make shadows on in place of the embedded one, such as a container that has the extensions of
         * production. Its role needs CREATEDB, and better CREATEROLE as well.
         */
        readonly url?: string | undefined;
        /** Seconds without a user after which the shadow server stops. */
        readonly idle?: number | undefined;
        /** How many templates are kept, and how many bytes they may take together. */
        readonly templates?: { readonly count?: number | undefined; readonly bytes?: number | undefined } | undefined;
      }
    | undefined;
}

/** What a configuration that is a function is given. */
export interface ConfigContext {
  /** The environment, with what `.env.local` and `.env` add to it. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

export type ConfigFunction = (context: ConfigContext) => PlumbConfig | Promise<PlumbConfig>;

/**
 * Gives a configuration its type. It may be a function, which also sees the variables of `.env` files.
 *
 * @example
 * ```ts
 * import { defineConfig } from 'pgplumb';
 *
 * export default defineConfig(({ env }) => ({
 *   database: { url: env.APP_DATABASE_URL },
 *   schema: 'database/schema',
 * }));
 * ```
 */
export function defineConfig(config: PlumbConfig): PlumbConfig;
export function defineConfig(config: ConfigFunction): ConfigFunction;
export function defineConfig(config: PlumbConfig | ConfigFunction): PlumbConfig | ConfigFunction {
  return config;
}
