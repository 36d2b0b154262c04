import { existsSync } from 'node:fs';
import { loadModule } from 'libpg-query';
import { Problem } from '../../contract/problem.ts';
import { explainQuery, type QueryPlan } from '../../planner/explain/explain-query.ts';
import type { Explained, PlansOf } from '../../planner/explain/explained.ts';
import { profiledSizes } from '../../planner/explain/profiled-sizes.ts';
import { parseSchemaSource, type SchemaSource } from '../../sources/schema-source.ts';
import { shownPath } from '../schema/shown-path.ts';
import { resolveSettings } from '../settings/resolve-settings.ts';
import type { Settings } from '../settings/settings.ts';
import type { ExplainRequest } from './explain-request.ts';
import { explainedQueries } from './explained-queries.ts';
import { openProfilePlanner } from './profile-planner.ts';

/** The plans that production would choose, by a profile; without one, those of empty tables. */
export async function explain(request: ExplainRequest): Promise<Explained> {
  const { cwd, env, signal, progress } = request;
  await loadModule();
  const settings = await resolveSettings({ ...request, flags: {} });
  const queries = await explainedQueries(request, settings);
  if (queries.length === 0) throw new Problem('USAGE', 'There is no query to plan.');
  const schema = schemaOf(request, settings);
  progress({ message: 'Opening a shadow' });
  await using planner = await openProfilePlanner({
    cwd,
    env,
    settings,
    profile: request.profile,
    role: request.role,
    ...(schema === null ? {} : { schema: schema.source }),
    signal,
    progress,
  });
  const { shadow, profile } = planner;
  const catalog = await shadow.catalog();
  const planning = { shadow, catalog, profile, sizes: profile === null ? null : profiledSizes(profile) };
  const plans: QueryPlan[] = [];
  for (const query of queries) {
    signal.throwIfAborted();
    if (plans.length % 10 === 0) progress({ message: 'Planning', done: plans.length, total: queries.length });
    plans.push(await explainQuery(query, planning));
  }
  const of: PlansOf =
    profile === null
      ? { from: 'schema', schema: schema?.shown ?? '' }
      : { from: 'profile', file: request.profile ?? '', capturedAt: profile.capturedAt };
  return { plans, of, notes: shadow.notes };
}

interface NamedSchema {
  readonly source: SchemaSource;
  readonly shown: string;
}

/** What was asked for; else the profile's own, which is null; else the project's. */
function schemaOf({ schema, profile, cwd, env }: ExplainRequest, settings: Settings): NamedSchema | null {
  if (schema !== undefined) return { source: parseSchemaSource(schema, { cwd, env }), shown: schema };
  if (profile !== undefined) return null;
  const named = [settings.schema, settings.migrations].find((folder) => existsSync(folder));
  if (named === undefined) {
    throw new Problem('USAGE', 'There is neither a profile nor a schema to plan on.', {
      hint: 'Give production’s with --profile profile.json (`plumb profile capture` makes it), or a schema with --schema.',
    });
  }
  const shown = shownPath(cwd, named);
  if (named === settings.schema) return { source: { type: 'files', path: named, shown }, shown };
  return { source: { type: 'migrations', folder: named, shown }, shown };
}
