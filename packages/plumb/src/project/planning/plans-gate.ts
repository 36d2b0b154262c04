import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Migration } from '@pgplumb/migrate';
import { unitsOf } from '@pgplumb/migrate/files';
import { loadModule } from 'libpg-query';
import type { Finding } from '../../contract/finding.ts';
import { Problem } from '../../contract/problem.ts';
import {
  type ComparedQuery,
  comparedFindings,
  type PlannedCost,
  type WorkloadCost,
  workloadCost,
} from '../../planner/explain/compare-plans.ts';
import type { PlannerShadow } from '../../planner/planner-shadow.ts';
import type { Profile } from '../../planner/profile/profile.ts';
import { atLevels } from '../../rules/levels.ts';
import { suppressionsIn, withoutMeant } from '../../rules/suppressions.ts';
import { parseSchemaSource } from '../../sources/schema-source.ts';
import { readSqlFile } from '../../sql/source.ts';
import type { CheckRequest } from '../check/check-migrations.ts';
import { pendingFiles, pendingOfFolder } from '../check/pending.ts';
import { resolveSettings } from '../settings/resolve-settings.ts';
import type { Settings } from '../settings/settings.ts';
import { explainedQueries } from './explained-queries.ts';
import { plannedCost, type WorkloadQuery, workloadOf } from './plans-workload.ts';
import { openProfilePlanner } from './profile-planner.ts';

export interface PlansCheckRequest extends CheckRequest {
  readonly profile: string;
  /** As who is planned. */
  readonly role?: string | undefined;
}

/** How a workload is planned before pending migrations, and after. */
export interface PlansCheck {
  readonly checked: { readonly profile: string; readonly queries: number; readonly migrations: readonly string[] };
  readonly cost: WorkloadCost;
  readonly queries: readonly ComparedQuery[];
  readonly findings: readonly Finding[];
}

/** Plans every query of the workload as production would, before and after the pending migrations. */
export async function checkPlans(request: PlansCheckRequest): Promise<PlansCheck> {
  const { cwd, env, configFile, shadowUrl, signal, progress } = request;
  await loadModule();
  const flags = { major: request.major, migrations: request.migrations };
  const settings = await resolveSettings({ cwd, env, configFile, shadowUrl, flags });
  const migrations = await pendingOf(request, settings);
  const found = await explainedQueries({ sources: [], queries: true, parameters: [], cwd, signal }, settings);
  const about = { cwd, env, settings, profile: request.profile, role: request.role, signal, progress };

  progress({ message: 'Planning the workload as it is' });
  const { profile, workload, before, known } = await planBefore(about, found);
  progress({ message: 'Planning it after the migrations' });
  const sql = `${profile.sql}\n;\n${migrations.map(sqlOf).join('\n')}\n`;
  const after = await planAfter({ ...about, sql }, workload, known);
  const versions = migrations.map(({ version }) => version);
  const checked = { profile: request.profile, queries: workload.length, migrations: versions };
  if (after instanceof Problem) {
    return { checked, cost: { before: 0, after: 0 }, queries: [], findings: [notComparable(after)] };
  }
  const queries = workload.map((query, at) => ({ ...query, before: before[at] ?? null, after: after[at] ?? null }));
  const told = atLevels(comparedFindings(queries, versions.join(', ')), settings.levels);
  const findings = await withoutMeantInCode(told, queries, cwd);
  return { checked, cost: workloadCost(queries), queries, findings };
}

/** Heeds what the code says of its queries. */
async function withoutMeantInCode(
  findings: readonly Finding[],
  queries: readonly ComparedQuery[],
  cwd: string,
): Promise<readonly Finding[]> {
  const places = queries.flatMap(({ location }) => location ?? []);
  const spans = places
    .toSorted((one, other) => one.line - other.line)
    .map(({ file, line, endLine = line }) => ({
      file,
      from:
        1 +
        Math.max(
          0,
          ...places.filter((each) => each.file === file && each.line < line).map((each) => each.endLine ?? each.line),
        ),
      to: endLine,
    }));
  const files = new Set(findings.flatMap(({ location }) => location?.file ?? []));
  const sources = await Promise.all([...files].map((file) => readSqlFile(file, resolve(cwd, file))));
  return withoutMeant(findings, sources.flatMap(suppressionsIn), spans);
}

async function pendingOf(
  request: PlansCheckRequest,
  { root, migrations: folder }: Settings,
): Promise<readonly Migration[]> {
  const { cwd, env, files } = request;
  const base = request.base === undefined ? null : parseSchemaSource(request.base, { cwd, env });
  const pending =
    files.length > 0
      ? await pendingFiles(files, { cwd, folder, base })
      : await pendingOfFolder({ ...request, root, folder, base });
  return pending.migrations;
}

/** Its statements; on tables without rows nothing has to be built while others write. */
function sqlOf({ up }: Migration): string {
  return unitsOf(up)
    .flatMap(({ statements }) => statements)
    .map(({ text }) => `${text.trim().replace(/;$/, '').replace(concurrently, '$1')};`)
    .join('\n');
}

const concurrently =
  /^((?:\s|--[^\n]*\n|\/\*[\s\S]*?\*\/)*(?:create\s+(?:unique\s+)?|drop\s+)index\s+)concurrently\s+/i;

type About = Omit<Parameters<typeof openProfilePlanner>[0], 'schema'>;

interface Before {
  readonly profile: Profile;
  readonly workload: readonly WorkloadQuery[];
  readonly before: readonly (PlannedCost | null)[];
  /** Names of indexes that are there. */
  readonly known: ReadonlySet<string>;
}

async function planBefore(about: About, found: Parameters<typeof workloadOf>[0]): Promise<Before> {
  await using planner = await openProfilePlanner(about);
  const { shadow, profile } = planner;
  if (profile === null)
    throw new Problem('USAGE', 'Plans are compared with a profile.', { hint: 'Give one with --profile.' });
  const workload = workloadOf(found, profile);
  const before = await planAll(workload, shadow);
  const known = new Set((await indexesOf(shadow)).map(({ name }) => name));
  return { profile, workload, before, known };
}

async function planAfter(
  { sql, ...about }: About & { readonly sql: string },
  workload: readonly WorkloadQuery[],
  known: ReadonlySet<string>,
): Promise<readonly (PlannedCost | null)[] | Problem> {
  const folder = mkdtempSync(join(tmpdir(), 'plumb-plans-'));
  try {
    const path = join(folder, 'schema.sql');
    writeFileSync(path, sql);
    const schema = { type: 'files', path, shown: 'the profile’s schema with the migrations' } as const;
    await using planner = await openProfilePlanner({ ...about, schema });
    const { shadow } = planner;
    const made = (await indexesOf(shadow)).filter(({ name, isOwn }) => isOwn && !known.has(name));
    // as they are, they have no pages: they are made again with those that production's would have
    await shadow.inspect(async (client) => {
      for (const { name } of made) await client.query(`DROP INDEX ${name}`);
    });
    return await shadow.withIndexes(
      made.map(({ definition }) => definition),
      () => planAll(workload, shadow),
    );
  } catch (error) {
    if (error instanceof Problem && error.code === 'SQL_FAILED') return error;
    throw error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function planAll(
  workload: readonly WorkloadQuery[],
  shadow: PlannerShadow,
): Promise<readonly (PlannedCost | null)[]> {
  const plans: (PlannedCost | null)[] = [];
  for (const { sql } of workload) plans.push(await plannedCost(sql, shadow));
  return plans;
}

interface FoundIndex {
  /** Qualified. */
  readonly name: string;
  readonly definition: string;
  /** Whether it belongs to no constraint, and to no index of a partitioned table. */
  readonly isOwn: boolean;
}

function indexesOf(shadow: PlannerShadow): Promise<readonly FoundIndex[]> {
  return shadow.inspect(async (client) => {
    const { rows } = await client.query<FoundIndex>(`
      select
        pg_catalog.format('%I.%I', n.nspname, c.relname) as name,
        pg_catalog.pg_get_indexdef(c.oid) as definition,
        not c.relispartition and not exists (
          select from pg_catalog.pg_constraint as k where k.conindid = c.oid and k.contype in ('p', 'u', 'x')
        ) as "isOwn"
      from pg_catalog.pg_class as c
      join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
      where c.relkind in ('i', 'I') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
      order by c.oid
    `);
    return rows;
  });
}

function notComparable({ message }: Problem): Finding {
  return {
    id: 'plans-not-compared',
    severity: 'info',
    title: 'Plans could not be compared',
    message: `The migrations can't be applied to the schema in the profile: ${message}`,
    why: 'What they do to the plans of the workload isn’t known.',
    todo: 'Capture the profile again, from the database that they are for.',
    fix: null,
    location: null,
    objects: [],
    evidence: {},
  };
}
