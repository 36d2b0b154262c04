import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { type Advice, adviceOf } from '../../advice/advice.ts';
import { findIndexes } from '../../advice/find-indexes.ts';
import type { Finding } from '../../contract/finding.ts';
import { Problem } from '../../contract/problem.ts';
import { openPlannerShadow, type PlannerShadow } from '../../planner/planner-shadow.ts';
import type { Profile } from '../../planner/profile/profile.ts';
import { readProfile } from '../../planner/profile/read-profile.ts';
import type { PostgresServer } from '../../postgres/server.ts';
import { openSource } from '../../sources/open-source.ts';
import { parseSchemaSource, type SchemaSource } from '../../sources/schema-source.ts';
import { openShadowSource } from '../../sources/shadow-source.ts';
import type { WrittenMigration } from '../migrations/write-new-migration.ts';
import { openPlannerServer } from '../planning/planner-server.ts';
import { captureDatabase } from '../planning/profile-capture.ts';
import { resolveSettings } from '../settings/resolve-settings.ts';
import { adviceFindings } from './advice-findings.ts';
import type { AdviseRequest } from './advise-request.ts';
import { advisedWorkload } from './advised-workload.ts';
import { writeAdvice } from './write-advice.ts';

export interface ProjectAdvice extends Advice {
  /** Where sizes and statistics are from, and as of when. */
  readonly profile: { readonly from: string; readonly capturedAt: string };
  /** Null unless a migration was asked for and there is something to migrate. */
  readonly written: WrittenMigration | null;
  readonly findings: readonly Finding[];
}

const usualTime = 25_000;
/** For the search, however long it took to make the shadows. */
const leastTime = 1500;
const mostCalls = 10_000;
const mostShadows = 4;

/** Searches for the indexes that make a project's queries cheapest in production. */
export async function advise(request: AdviseRequest): Promise<ProjectAdvice> {
  const began = performance.now();
  const { cwd, env, signal, progress } = request;
  const settings = await resolveSettings({ ...request, flags: { url: request.url, migrations: request.migrations } });
  const { profile, from } = await profileOf(request);
  const queries = await advisedWorkload(request, settings, profile);
  const schema = request.schema === undefined ? null : parseSchemaSource(request.schema, { cwd, env });
  progress({ message: 'Opening shadows' });
  const options = { env, guarded: true, progress, signal };
  await using shadows = await openPlannerServer(settings, profile.server.major, options);
  const open = (): Promise<PlannerShadow> => openPlannerShadow({ profile, schema, shadows, signal, progress });
  await using planners = await openAlike(open);
  const found = await findIndexes({
    shadows: planners.shadows,
    queries,
    profile,
    budget: request.budget ?? Number.POSITIVE_INFINITY,
    maxIndexes: request.maxIndexes ?? Number.POSITIVE_INFINITY,
    maxCalls: mostCalls,
    time: Math.max(leastTime, (request.time ?? usualTime) - (performance.now() - began)),
    signal,
    progress,
  });
  const advice = adviceOf(found, profile, performance.now() - began);
  const written =
    request.write && !signal.aborted
      ? await writeMigration(advice, { profile, schema, folder: settings.migrations, cwd, shadows })
      : null;
  const findings = [...planners.shadows[0].notes, ...adviceFindings(found, profile)];
  return { ...advice, profile: { from, capturedAt: profile.capturedAt }, written, findings };
}

async function writeMigration(
  advice: Advice,
  {
    profile,
    schema,
    shadows,
    ...place
  }: {
    readonly profile: Profile;
    readonly schema: SchemaSource | null;
    readonly shadows: PostgresServer;
    readonly folder: string;
    readonly cwd: string;
  },
): Promise<WrittenMigration | null> {
  const source = { name: 'the schema in the profile', text: profile.sql };
  const input = { label: 'profile', as: 'scripts', files: [{ source, path: null }], notes: [] } as const;
  await using opened = await (schema === null ? openShadowSource(input, { shadows }) : openSource(schema, { shadows }));
  return await writeAdvice(advice, { ...place, schema: opened });
}

const usualProfile = 'profile.json';

async function profileOf(request: AdviseRequest): Promise<{ readonly profile: Profile; readonly from: string }> {
  const { profile: file, url, cwd } = request;
  if (file !== undefined) return { profile: readProfile(resolve(cwd, file), file), from: file };
  if (url !== undefined) return { profile: await captureDatabase(request), from: 'the database' };
  const usual = resolve(cwd, usualProfile);
  if (existsSync(usual)) return { profile: readProfile(usual, usualProfile), from: usualProfile };
  throw new Problem('USAGE', 'Nothing says how large the tables are, and without that no index can be weighed.', {
    hint: 'Take a profile of production, `plumb profile capture --url …`, and give it with --profile; or ask a database itself with --url.',
  });
}

interface AlikeShadows extends AsyncDisposable {
  readonly shadows: readonly [PlannerShadow, ...PlannerShadow[]];
}

/** One for each processor, up to a few. Where one can't be opened, the others are closed again. */
async function openAlike(open: () => Promise<PlannerShadow>): Promise<AlikeShadows> {
  const first = await open();
  const more = Math.min(mostShadows, Math.max(2, availableParallelism())) - 1;
  const opened = await Promise.allSettled(Array.from({ length: more }, open));
  const others = opened.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  const close = async (): Promise<void> => {
    await Promise.all([first, ...others].map((shadow) => shadow.close()));
  };
  const failed = opened.find((each) => each.status === 'rejected');
  if (failed !== undefined) {
    await close();
    throw failed.reason;
  }
  return { shadows: [first, ...others], [Symbol.asyncDispose]: close };
}
