import type { Client } from 'pg';
import type { Catalog } from '../catalog/catalog-object.ts';
import { readCatalog } from '../catalog/read-catalog.ts';
import type { Finding } from '../contract/finding.ts';
import type { ProgressListener } from '../contract/progress.ts';
import type { PostgresServer } from '../postgres/server.ts';
import { openSource } from '../sources/open-source.ts';
import type { OpenedSource } from '../sources/opened-source.ts';
import type { SchemaSource } from '../sources/schema-source.ts';
import { openShadowSource } from '../sources/shadow-source.ts';
import type { Profile } from './profile/profile.ts';
import type { ExplainedPlan, ExplainOptions, PlanJson } from './shadow/explain-options.ts';
import { type HypotheticalIndex, HypotheticalIndexes } from './shadow/hypothetical-indexes.ts';
import { Overseer } from './shadow/overseer.ts';
import { PlannerSession } from './shadow/planner-session.ts';
import { plansAs } from './shadow/planning-role.ts';
import { applySettings, settingsOf } from './shadow/session-settings.ts';
import { StandingIndexes } from './shadow/standing-indexes.ts';
import { settingsRefused } from './transplant/notes.ts';
import { transplant } from './transplant/transplant.ts';

export type { ExplainedPlan, ExplainOptions, PlanJson } from './shadow/explain-options.ts';
export type { HypotheticalIndex } from './shadow/hypothetical-indexes.ts';

/**
 * A database without rows that plans as production does. Nothing is ever run on it: its tables have production's size, in
 * files that are holes.
 */
export interface PlannerShadow extends AsyncDisposable {
  /** What of the profile could not be carried over, such as a table that the schema lacks. */
  readonly notes: readonly Finding[];
  /** The schema; not to be asked for while indexes are being tried. */
  catalog(): Promise<Catalog>;
  explain(sql: string, options?: ExplainOptions): Promise<ExplainedPlan>;
  /** The plan without its text: half the work. */
  planOf(sql: string, options?: ExplainOptions): Promise<PlanJson>;
  /** Plans that are asked for in `work` know these indexes, as if they had been built in production. */
  withIndexes<Result>(
    definitions: readonly string[],
    work: (indexes: readonly HypotheticalIndex[]) => Promise<Result>,
  ): Promise<Result>;
  /** Indexes that are there for as long as the shadow is. */
  readonly indexes: StandingIndexes;
  /** Reads system catalogues, and nothing else. */
  inspect<Result>(work: (client: Client) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

export interface PlannerShadowOptions {
  /** Null: plans of a schema whose tables are empty. */
  readonly profile: Profile | null;
  /** In place of the profile's own schema. */
  readonly schema: SchemaSource | null;
  /** Whose settings count, and whose rows policies let through; those of the tables' owner if not given. */
  readonly role?: string | undefined;
  /** A server of ours, whose files can be written; its major is the one that plans. */
  readonly shadows: PostgresServer;
  readonly progress?: ProgressListener | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Makes a database that plans as production does. */
export async function openPlannerShadow(options: PlannerShadowOptions): Promise<PlannerShadow> {
  const source = await openSchema(options);
  try {
    const { profile, shadows, signal } = options;
    signal?.throwIfAborted();
    const { notes, files } = await transplant(source, profile, shadows);
    const client = await source.connect();
    const refused = await applySettings(client, profile === null ? {} : settingsOf(profile, options.role ?? null));
    const planning = await plansAs(client, profile, options.role ?? null);
    const session = new PlannerSession(client, {
      hasTime: profile !== null,
      major: shadows.version.major,
      role: planning.role,
    });
    const { rows } = await client.query<{ name: string }>('select pg_catalog.current_database() as name');
    const overseer = new Overseer(() => shadows.connect(rows[0]?.name));
    const workshop = { client, files, overseer, major: shadows.version.major };
    const hypothetical = new HypotheticalIndexes(session, workshop);
    const indexes = new StandingIndexes(workshop);
    const close = async (): Promise<void> => {
      await overseer.close();
      await client.end();
      await source.close();
    };
    return {
      notes: [...source.notes, ...notes, ...settingsRefused(refused), ...planning.notes],
      catalog: () => readCatalog(client),
      explain: (sql, how) => session.explain(sql, how),
      planOf: (sql, how) => session.planOf(sql, how),
      withIndexes: (definitions, work) => hypothetical.during(definitions, work),
      indexes,
      inspect: (work) => work(client),
      close,
      [Symbol.asyncDispose]: close,
    };
  } catch (error) {
    await source.close();
    throw error;
  }
}

async function openSchema({ profile, schema, ...options }: PlannerShadowOptions): Promise<OpenedSource> {
  const { shadows, signal, progress } = options;
  const how = { shadows, ...(signal && { signal }), ...(progress && { progress }) };
  if (schema !== null || profile === null) return openSource(schema ?? { type: 'empty' }, how);
  const source = { name: 'the schema in the profile', text: profile.sql };
  return openShadowSource({ label: 'profile', as: 'scripts', files: [{ source, path: null }], notes: [] }, how);
}
