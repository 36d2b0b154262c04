import { migrationStatus } from '@pgplumb/migrate';
import type { Finding } from '../../contract/finding.ts';
import type { RenameChoice } from '../../plan/renames.ts';
import { dataClusterUrl } from '../../postgres/embedded/data-cluster.ts';
import { parseSchemaSource, type SchemaSource } from '../../sources/schema-source.ts';
import { orProblem } from '../../sql/problem-of.ts';
import { diffSchemas, type SchemaDiff } from '../schema/diff-schemas.ts';
import { refusalFindings } from '../schema/refusal-findings.ts';
import { parseRenames } from '../schema/renames/rename-flags.ts';
import { shadowsFor } from '../schema/shadows-for.ts';
import type { Settings } from '../settings/settings.ts';
import { findingsOf } from './findings-of.ts';
import { type MigrationsRequest, openMigrationTarget, readProjectMigrations } from './migration-target.ts';
import { requireDatabase } from './require-database.ts';

export interface DriftRequest extends MigrationsRequest {
  /** What somebody renamed, as `public.users.name=display_name`. */
  readonly rename: readonly string[];
  readonly plain: boolean;
}

export interface ProjectDrift extends SchemaDiff {
  readonly database: string;
  /** The folder of the migrations. */
  readonly folder: string;
  /** The migrations that the database was compared with, in the order in which they were applied. */
  readonly applied: readonly string[];
  /** The server that it was proven on. */
  readonly postgres: string;
}

/** What leads from the applied migrations to their database: what was done to it besides. */
export async function findDrift(request: DriftRequest): Promise<ProjectDrift> {
  const { env, signal, progress, cwd } = request;
  const { named, none } = parseRenames(request.rename);
  const project = await readProjectMigrations(request);
  const { settings, folder, shown, database } = project;
  requireDatabase(settings, 'nothing can have drifted');
  const { applied, findings } = await statusOf(project, request);
  const versions = applied.flatMap(({ version, complete }) => (complete ? [version] : []));
  const from: SchemaSource = { type: 'migrations', folder: settings.migrations, shown, versions };
  const to = databaseSource(settings, { cwd, env });
  await using shadows = await shadowsFor([to], settings, { env, progress, signal });
  const unanswered: RenameChoice[] = [];
  const found = await diffSchemas({
    from,
    to,
    shadows,
    online: !request.plain,
    stepwise: () => false,
    renames: named,
    chooseRenames: async (choices) => {
      if (!none) unanswered.push(...choices);
      return [];
    },
    // what is gone in the database is gone already
    allowLoss: async () => true,
    leavesOutPartitions: true,
    signal,
    progress,
  });
  return {
    ...found,
    findings: [
      ...findingsOf(findings, folder.migrations),
      ...(versions.length === 0 && found.plan.up.length > 0 ? [nothingApplied(database)] : []),
      ...perhapsRenamed(unanswered),
      ...found.findings,
    ],
    database,
    folder: shown,
    applied: versions,
    postgres: shadows.version.text,
  };
}

async function statusOf(
  project: Awaited<ReturnType<typeof readProjectMigrations>>,
  request: DriftRequest,
): ReturnType<typeof migrationStatus> {
  await using target = await openMigrationTarget(project, 'drift', request);
  return await orProblem(migrationStatus(target.options));
}

function databaseSource({ target, root }: Settings, where: Parameters<typeof parseSchemaSource>[1]): SchemaSource {
  if (target.kind === 'url') return { type: 'url', settings: target.connection };
  return parseSchemaSource(dataClusterUrl(root), where);
}

function perhapsRenamed(choices: readonly RenameChoice[]): readonly Finding[] {
  return refusalFindings({ reason: 'renames', choices }).map((finding) => ({ ...finding, severity: 'info' }));
}

function nothingApplied(database: string): Finding {
  return {
    id: 'nothing-applied',
    severity: 'warning',
    title: 'No migration counts as applied',
    message: `The journal of ${database} names no migration, so all that is in it counts as drift.`,
    why: 'If another tool applied the migrations, say `plumb baseline`: from then on they count as applied.',
    fix: null,
    location: null,
    objects: [],
    evidence: {},
  };
}
