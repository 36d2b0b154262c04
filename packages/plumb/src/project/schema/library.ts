import type { Finding } from '../../contract/finding.ts';
import { Problem } from '../../contract/problem.ts';
import type { ProgressListener } from '../../contract/progress.ts';
import type { Step } from '../../plan/plan.ts';
import type { WrittenMigration } from '../migrations/write-new-migration.ts';
import type { ProjectDescription } from './describe-project.ts';
import type { ProjectDiff } from './diff-project.ts';
import type { DiffTimings } from './timings.ts';

// Whoever only wants a shadow does not load what reads and plans schemas.

/** What all that look at schemas can be told. */
export interface SchemaOptions {
  /** The project's folder, and where relative paths are meant from; the working folder if not given. */
  readonly cwd?: string;
  /** The environment variables to go by; those of the process if not given. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** PostgreSQL's major version, 14 to 18, where a schema's own database doesn't say it. */
  readonly major?: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: ProgressListener;
}

export interface DescribeOptions extends SchemaOptions {
  /** A source: a `.sql` file or folder, `migrations:<folder>`, a `postgres://` URL, `exec:<command>` or `empty`. */
  readonly from?: string;
}

export type DumpOptions = DescribeOptions;

interface PlanningOptions extends SchemaOptions {
  /** The schema after, a source; the project's schema folder if not given. */
  readonly to?: string;
  /** What was renamed, as `app.users.name=display_name`; an empty list says that nothing was. */
  readonly renames?: readonly string[];
  /** Whether the migration may lose data. It says what, either way. */
  readonly allowDataLoss?: boolean;
  /** Take the short forms, which may stop a running application. */
  readonly plain?: boolean;
  /** Change tables in steps where one statement would keep them locked. */
  readonly stepwise?: boolean;
  /** The URL of a server that says which tables are so large that they are changed stepwise. */
  readonly sizes?: string;
  /** Move what is dropped aside instead, with its data. */
  readonly keepDropped?: boolean;
}

export interface DiffOptions extends PlanningOptions {
  /** The schema before, a source; the project's migrations if not given. */
  readonly from?: string;
}

export interface GenerateOptions extends PlanningOptions {
  /** The folder of the migrations, if it isn't the one of the project. */
  readonly migrations?: string;
}

/** A migration and its way back, as they were run on a shadow. */
export interface SchemaMigration {
  readonly from: string;
  readonly to: string;
  /** The version of the server that it was proven on. */
  readonly postgres: string;
  readonly equal: boolean;
  /** Whether there is a migration; without one, `findings` say what it was refused for. */
  readonly ok: boolean;
  readonly up: string;
  readonly down: string;
  /** Sending them one by one, in order, is the whole migration. */
  readonly steps: readonly Step[];
  readonly downSteps: readonly Step[];
  readonly findings: readonly Finding[];
  readonly timings: DiffTimings;
}

export interface GeneratedMigration extends SchemaMigration {
  /** Null where there is nothing to migrate, or no migration. */
  readonly written: WrittenMigration | null;
}

export interface SchemaSql {
  readonly from: string;
  readonly sql: string;
  readonly findings: readonly Finding[];
}

/**
 * Plans the migration from one schema to another, and proves it on a shadow, up and down. It changes neither.
 *
 * @example
 * ```ts
 * import { diff } from 'pgplumb';
 *
 * const migration = await diff({ from: 'postgres://localhost/app', to: 'db/schema', renames: [] });
 * if (migration.ok) console.log(migration.up, migration.down);
 * else for (const { message, why } of migration.findings) console.error(message, why);
 * ```
 */
export async function diff(options: DiffOptions = {}): Promise<SchemaMigration> {
  const { diffProject } = await import('./diff-project.ts');
  return migrationFrom(await diffProject({ ...diffRequestOf(options), from: options.from }));
}

/**
 * Writes the migration that leads from a project's migrations to its schema into a new file, as it was proven on a shadow.
 * Nothing is written where there is nothing to migrate, or no migration as asked.
 *
 * @example
 * ```ts
 * import { generate } from 'pgplumb';
 *
 * const { written, findings } = await generate('add_priority_to_jobs', { renames: [] });
 * if (written !== null) console.log(written.files);
 * else for (const { message, why } of findings) console.error(message, why);
 * ```
 */
export async function generate(name: string, options: GenerateOptions = {}): Promise<GeneratedMigration> {
  const { generateMigration } = await import('../migrations/generate-migration.ts');
  const found = await generateMigration({ ...diffRequestOf(options), name, migrations: options.migrations });
  return { ...(await migrationFrom(found)), written: found.written };
}

/**
 * Writes a whole schema as SQL that loads into an empty database and gives the same schema: it was tried.
 *
 * @example
 * ```ts
 * import { writeFile } from 'node:fs/promises';
 * import { dump } from 'pgplumb';
 *
 * const { sql } = await dump({ from: 'postgres://localhost/app' });
 * await writeFile('schema.sql', sql);
 * ```
 */
export async function dump(options: DumpOptions = {}): Promise<SchemaSql> {
  const { dumpProject } = await import('./dump-project.ts');
  const { from, sql, doubt, findings } = await dumpProject({ ...requestOf(options), from: options.from });
  if (doubt === null) return { from, sql, findings };
  const told = findings.at(-1)?.message ?? '';
  throw new Problem('INTERNAL', `The schema of ${from} can't be written so that it loads again. ${told}`.trim());
}

/**
 * Tells what is in a schema: all of it in short, or what a name means with all that belongs to it.
 *
 * @example
 * ```ts
 * import { describe } from 'pgplumb';
 *
 * const { found } = await describe('app.users', { from: 'db/schema' });
 * for (const each of found) {
 *   if (each.kind === 'table') console.log(each.columns, each.referencedBy);
 * }
 * ```
 */
export async function describe(name?: string, options: DescribeOptions = {}): Promise<ProjectDescription> {
  const { describeProject } = await import('./describe-project.ts');
  return describeProject({ ...requestOf(options), name, from: options.from });
}

async function migrationFrom(found: ProjectDiff): Promise<SchemaMigration> {
  const { migrationOf } = await import('./migration-of.ts');
  const { from, to, postgres, refusal, timings } = found;
  return { from, to, postgres, ok: refusal === null, ...migrationOf(found), timings };
}

function diffRequestOf(options: PlanningOptions) {
  const { to, renames, allowDataLoss = false, plain = false, keepDropped = false, stepwise, sizes } = options;
  return {
    ...requestOf(options),
    to,
    rename: renames?.length === 0 ? ['none'] : (renames ?? []),
    allow: allowDataLoss ? ['data-loss'] : [],
    plain,
    keepDropped,
    stepwise,
    sizes,
  };
}

function requestOf({ cwd = process.cwd(), env = process.env, major, signal, onProgress }: SchemaOptions) {
  const never = new AbortController().signal;
  return { cwd, env, major, signal: signal ?? never, progress: onProgress ?? (() => {}) };
}
