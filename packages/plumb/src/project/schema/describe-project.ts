import { stat } from 'node:fs/promises';
import type { Catalog } from '../../catalog/catalog-object.ts';
import { describeNamedColumn, describeObject } from '../../catalog/description/describe-object.ts';
import { describeDatabase } from '../../catalog/description/describe-schema.ts';
import type { DatabaseDescription, Description, Sizes } from '../../catalog/description/description.ts';
import { findObjects, knownNames } from '../../catalog/description/find-objects.ts';
import { Surroundings } from '../../catalog/description/surroundings.ts';
import type { Finding } from '../../contract/finding.ts';
import { Problem } from '../../contract/problem.ts';
import type { ProgressListener } from '../../contract/progress.ts';
import { maskUrl } from '../../postgres/connection/mask-url.ts';
import { nearest } from '../../postgres/connection/nearest.ts';
import { dataClusterStatus, dataClusterUrl } from '../../postgres/embedded/data-cluster.ts';
import { openSource } from '../../sources/open-source.ts';
import type { OpenedSource } from '../../sources/opened-source.ts';
import { sqlFilesIn } from '../../sources/read/folder-files.ts';
import { parseSchemaSource, type SchemaSource } from '../../sources/schema-source.ts';
import { resolveSettings } from '../settings/resolve-settings.ts';
import type { Place, Settings } from '../settings/settings.ts';
import { definitionOf } from './definition-of.ts';
import { joinedNotes } from './joined-notes.ts';
import { readSizes } from './read-sizes.ts';
import { readSource } from './read-source.ts';
import { shadowsFor } from './shadows-for.ts';
import { shownPath } from './shown-path.ts';

export interface ProjectDescribeRequest extends Place {
  /** `users`, `app.users`, `app.*`, `app.users.email`, `f(integer)`; without it all is told in short. */
  readonly name?: string | undefined;
  readonly from?: string | undefined;
  readonly major?: number | undefined;
  readonly signal: AbortSignal;
  readonly progress: ProgressListener;
}

export interface ProjectDescription {
  readonly from: string;
  /** The server's version. */
  readonly postgres: string;
  /** Null where a name was given. */
  readonly database: DatabaseDescription | null;
  /** What the name means; there may be several. */
  readonly found: readonly Description[];
  readonly findings: readonly Finding[];
}

/** Tells what is in a source, by default in the project's schema or, while there is none, in its database. */
export async function describeProject(request: ProjectDescribeRequest): Promise<ProjectDescription> {
  const { env, progress, signal, name } = request;
  const settings = await resolveSettings({ ...request, flags: { major: request.major } });
  const { source, from } = await sourceOf(request, settings);
  await using shadows = await shadowsFor([source], settings, { env, progress, signal });
  await using opened = await openSource(source, { shadows, signal, progress });
  const [catalog, sizes] = await Promise.all([readSource(opened, signal), sizesOf(opened)]);
  const around = new Surroundings(catalog, sizes);
  const about = { from, postgres: opened.version.text, findings: joinedNotes([...opened.notes, ...catalog.coverage]) };
  if (name === undefined) return { ...about, database: describeDatabase(around), found: [] };
  const found = findObjects(catalog, name).flatMap(({ object, column }) => {
    if (column !== null) return describeNamedColumn(object, column, around) ?? [];
    return describeObject(object, around, definitionOf(object, around));
  });
  if (found.length === 0) throw unknownName(name, catalog, from);
  return { ...about, database: null, found };
}

/** What is asked for; or else the project's schema and, while nothing is written there, its database. */
async function sourceOf(
  { from, cwd, env }: ProjectDescribeRequest,
  { schema, root, target }: Settings,
): Promise<{ readonly source: SchemaSource; readonly from: string }> {
  const where = { cwd, env };
  if (from !== undefined) return { source: parseSchemaSource(from, where), from: maskUrl(from) };
  const shown = shownPath(cwd, schema);
  if (await holdsSql(schema)) return { source: parseSchemaSource(schema, where), from: shown };
  const database = "the project's database";
  if (target.kind === 'url') return { source: { type: 'url', settings: target.connection }, from: database };
  if (dataClusterStatus(root).running) {
    return { source: parseSchemaSource(dataClusterUrl(root), where), from: database };
  }
  throw new Problem('FILE_NOT_FOUND', `There is no schema in ${shown}, and the project's database doesn't run.`, {
    hint: 'Write SQL there, start the database with `plumb db start`, or name another source with --from.',
  });
}

async function holdsSql(schema: string): Promise<boolean> {
  const found = await stat(schema).catch(() => null);
  if (found === null) return false;
  return found.isFile() || (await sqlFilesIn(schema, schema)).length > 0;
}

async function sizesOf(opened: OpenedSource): Promise<Sizes> {
  if (opened.origin !== 'url') return new Map();
  const client = await opened.connect();
  try {
    return await readSizes(client);
  } finally {
    await client.end();
  }
}

function unknownName(name: string, catalog: Catalog, from: string): Problem {
  const near = nearest(name, knownNames(catalog)).slice(0, 3);
  const hint =
    near.length > 0
      ? `Did you mean ${near.join(' or ')}?`
      : 'Run `plumb describe` without a name to see what there is. Names with capitals need double quotes.';
  return new Problem('USAGE', `Nothing in ${from} is called ${name}.`, { hint });
}
