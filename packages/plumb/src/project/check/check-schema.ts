import { sectionsOf } from '@pgplumb/migrate/files';
import { type PlacedStatement, statementsOf } from '@pgplumb/migrate/sql';
import { loadModule } from 'libpg-query';
import type { Catalog } from '../../catalog/catalog-object.ts';
import type { Usage } from '../../catalog/usage/usage.ts';
import type { Finding } from '../../contract/finding.ts';
import { askedRules, atLevels, type Levels } from '../../rules/levels.ts';
import { schemaRules } from '../../rules/registry.ts';
import { findInSchema } from '../../rules/run-rules.ts';
import { spansOf, suppressionsIn, withoutMeant } from '../../rules/suppressions.ts';
import { type OpenSourceOptions, openSource } from '../../sources/open-source.ts';
import { isOnPlatform } from '../../sources/platforms/platform-of.ts';
import { parseSchemaSource, type SchemaSource } from '../../sources/schema-source.ts';
import type { SqlSource } from '../../sql/source.ts';
import { readSource } from '../schema/read-source.ts';
import { shadowsFor } from '../schema/shadows-for.ts';
import { shownPath } from '../schema/shown-path.ts';
import { withoutJournals } from '../schema/without-journals.ts';
import { resolveSettings } from '../settings/resolve-settings.ts';
import type { Place } from '../settings/settings.ts';
import type { CheckRequest } from './check-migrations.ts';
import { placesOfObjects } from './places-of-objects.ts';
import { usageOf } from './usage-of.ts';

export interface SchemaCheck {
  readonly checked: { readonly schema: string; readonly objects: number; readonly rules: number };
  readonly postgres: string;
  readonly findings: readonly Finding[];
}

/** Judges a schema: that of a base, or the one that the project's migrations lead to. */
export async function checkSchema(
  request: Pick<CheckRequest, keyof Place | 'base' | 'sizes' | 'migrations' | 'major' | 'signal' | 'progress'> & {
    readonly profile?: string | undefined;
  },
): Promise<SchemaCheck> {
  const { cwd, env, configFile, shadowUrl, signal, progress } = request;
  const settings = await resolveSettings({
    cwd,
    env,
    configFile,
    shadowUrl,
    flags: { major: request.major, migrations: request.migrations },
  });
  const folder = settings.migrations;
  const schema: SchemaSource =
    request.base === undefined
      ? { type: 'migrations', folder, shown: shownPath(cwd, folder), onPlatform: true }
      : parseSchemaSource(request.base, { cwd, env });
  await using shadows = await shadowsFor([schema], settings, { env, progress, signal, guarded: true });
  const options = { shadows, signal, progress };
  await using source = await openSource(schema, options);
  const catalog = await readSource(source, signal);
  const usage = await usageOf(source, catalog, request);
  const found = await schemaFindings(catalog, settings.levels, usage);
  const ofPlatform =
    schema.type === 'migrations' && isOnPlatform(source.notes)
      ? await platformFindings(schema, settings.levels, options)
      : new Set();
  const own = found.filter(({ message }) => !ofPlatform.has(message));
  return {
    checked: {
      schema: source.label,
      objects: catalog.objects.size,
      rules: askedRules(schemaRules, settings.levels).length,
    },
    postgres: shadows.version.text,
    findings: [...placedIn(source.files, own), ...source.notes],
  };
}

/** What is said of the platform alone is for nobody here to mend. */
async function platformFindings(
  schema: Extract<SchemaSource, { type: 'migrations' }>,
  levels: Levels,
  options: OpenSourceOptions,
): Promise<ReadonlySet<string>> {
  await using bare = await openSource({ ...schema, versions: [] }, options);
  const found = await schemaFindings(await readSource(bare, options.signal), levels);
  return new Set(found.map(({ message }) => message));
}

/** What rules find in a schema, without the tables in which tools remember what they applied. */
export async function schemaFindings(
  catalog: Catalog,
  levels: Levels,
  usage: Usage | null = null,
): Promise<readonly Finding[]> {
  // rules read the expressions of policies
  await loadModule();
  const view = { major: catalog.major, catalog: withoutJournals(catalog, null), usage };
  return atLevels(findInSchema(askedRules(schemaRules, levels), view), levels);
}

/** Findings at the statements of the schema that make what they are about, without those that are meant so there. */
function placedIn(files: readonly SqlSource[], findings: readonly Finding[]): readonly Finding[] {
  if (files.length === 0 || findings.length === 0) return findings;
  const statements = files.flatMap(statementsIn);
  const placeOf = placesOfObjects(statements);
  const placed = findings.map((finding) => ({ ...finding, location: placeOf(finding) }));
  // what is meant so in a migration may be gone again in the schema
  return withoutMeant(placed, files.flatMap(suppressionsIn), spansOf(statements));
}

function statementsIn(source: SqlSource): readonly PlacedStatement[] {
  try {
    return sectionsOf(source).up.flatMap(statementsOf);
  } catch {
    // what psql alone understands has no statements that could be told apart
    return [];
  }
}
