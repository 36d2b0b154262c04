import type { Finding } from '../../contract/finding.ts';
import { Problem } from '../../contract/problem.ts';
import type { PlansCheck } from '../planning/plans-gate.ts';
import { resolveSettings } from '../settings/resolve-settings.ts';
import { type BaselineUse, withBaseline } from './baseline.ts';
import { type ChangedSince, changedSince } from './changed-since.ts';
import type { Check, CheckRequest } from './check-migrations.ts';
import type { QueriesRequest, QueryCheck } from './check-queries.ts';
import type { SchemaCheck } from './check-schema.ts';
import { type FindingSources, sourcesOf } from './finding-sources.ts';
import { isCode } from './is-code.ts';

export interface ProjectCheckRequest extends CheckRequest {
  /** Whether files of SQL hold queries of the application, too. */
  readonly queries: boolean;
  /** The server whose queries are looked at. */
  readonly url?: string | undefined;
  /** Production's profile, by which the plans of the workload are compared. */
  readonly profile?: string | undefined;
  /** As which role of the profile they are planned. */
  readonly role?: string | undefined;
  /** Whether only the text is looked at, and no server started. */
  readonly static: boolean;
  /** Whether what is found counts as known from now on. */
  readonly writeBaseline: boolean;
}

/** All that one `plumb check` looks at; what it does not is null. */
export interface ProjectCheck {
  readonly migrations: Omit<Check, 'findings'> | null;
  readonly schema: Omit<SchemaCheck, 'findings'> | null;
  readonly queries: Omit<QueryCheck, 'findings'> | null;
  readonly plans: Omit<PlansCheck, 'findings'> | null;
  /** Null where the project has none. */
  readonly baseline: BaselineUse | null;
  readonly findings: readonly Finding[];
  readonly sources: FindingSources;
}

/** Tells files apart, and checks of migrations, schema and queries what was asked for. */
export async function checkProject(request: ProjectCheckRequest): Promise<ProjectCheck> {
  const { migrations, schema, queries } = await checksOf(request);
  const { profile } = request;
  if (request.static) refuseServers(request);
  const [onMigrations, onSchema, onQueries, onPlans] = [
    migrations && (await checkedMigrations(migrations, request.static)),
    schema && (await (await import('./check-schema.ts')).checkSchema(schema)),
    queries && (await checkedQueries(queries, request.static)),
    migrations && profile !== undefined
      ? await (await import('../planning/plans-gate.ts')).checkPlans({ ...migrations, profile, role: request.role })
      : null,
  ];
  const found = arranged([onMigrations, onSchema, onQueries, onPlans].flatMap((each) => each?.findings ?? []));
  const sources = await sourcesOf(found, request.cwd);
  const looked = {
    root: (await resolveSettings(request)).root,
    cwd: request.cwd,
    files: [...(onMigrations?.steps ?? []).map(({ file }) => file), ...(onQueries?.checked.files ?? [])],
    schema: request.schema,
    sources,
  };
  const { findings, baseline } = await withBaseline(found, looked, request.writeBaseline);
  return {
    migrations: bare(onMigrations),
    schema: bare(onSchema),
    queries: bare(onQueries),
    plans: bare(onPlans),
    baseline,
    findings,
    sources,
  };
}

/** With a server or without: what the one needs isn't loaded for the other. */
async function checkedMigrations(request: CheckRequest, isStatic: boolean): Promise<Check> {
  return isStatic
    ? (await import('./static/check-statically.ts')).checkStatically(request)
    : (await import('./check-migrations.ts')).checkMigrations(request);
}

async function checkedQueries(request: QueriesRequest, isStatic: boolean): Promise<QueryCheck> {
  return isStatic
    ? (await import('./static/check-queries-statically.ts')).checkQueriesStatically(request)
    : (await import('./check-queries.ts')).checkQueries(request);
}

function refuseServers({ schema, url, sizes, profile }: ProjectCheckRequest): void {
  const [flag] = Object.entries({ schema: schema || undefined, url, sizes, profile }).flatMap(([name, value]) =>
    value === undefined ? [] : [name],
  );
  if (flag === undefined) return;
  throw new Problem('USAGE', `--static looks at text alone, and --${flag} needs a server.`, {
    hint: 'Leave out one or the other.',
  });
}

/**
 * Each once, though several checks stand on the same base: rule by rule as they spoke first, each in the order of its
 * places; what only says how it was checked comes last.
 */
function arranged(findings: readonly Finding[]): readonly Finding[] {
  const once = [...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values()];
  const files = [...new Set(once.map(({ location }) => location?.file))];
  const byPlace = once.toSorted(
    ({ location: one }, { location: other }) =>
      files.indexOf(one?.file) - files.indexOf(other?.file) ||
      (one?.line ?? 0) - (other?.line ?? 0) ||
      (one?.column ?? 0) - (other?.column ?? 0),
  );
  const rules = [...new Set(once.map(({ id }) => id))];
  const byRule = rules.flatMap((rule) => byPlace.filter(({ id }) => id === rule));
  const isNote = ({ severity }: Finding): boolean => severity === 'info';
  return [...byRule.filter((finding) => !isNote(finding)), ...byRule.filter(isNote)];
}

interface Checks {
  readonly migrations: CheckRequest | null;
  readonly schema: ProjectCheckRequest | null;
  readonly queries: QueriesRequest | null;
}

async function checksOf(request: ProjectCheckRequest): Promise<Checks> {
  const changed = await changedOf(request);
  const files = request.files.filter((file) => !request.queries && !isCode(file));
  const workload = changed?.workload ?? request.files.filter((file) => !files.includes(file));
  const since = changed?.migrations ? request.since : undefined;
  const asksForMigrations = files.length > 0 || request.all || request.last !== undefined || since !== undefined;
  const hasQueries = workload.length > 0 || request.url !== undefined;
  const isElse = hasQueries || request.schema || changed !== null;
  return {
    migrations: asksForMigrations || !isElse ? { ...request, files } : null,
    schema: request.schema && !asksForMigrations ? request : null,
    queries: hasQueries ? { ...request, files: workload, after: files, since } : null,
  };
}

async function changedOf(request: ProjectCheckRequest): Promise<ChangedSince | null> {
  const { since, files, all, last } = request;
  if (since === undefined) return null;
  if (files.length > 0 || all || last !== undefined) {
    throw new Problem('USAGE', '--since says what to check; files, --all and --last say it, too.', {
      hint: 'Leave out one or the other.',
    });
  }
  return changedSince(request, since);
}

function bare<Told extends { readonly findings: readonly Finding[] }>(
  told: Told | null,
): Omit<Told, 'findings'> | null {
  if (told === null) return null;
  const { findings: _, ...rest } = told;
  return rest;
}
