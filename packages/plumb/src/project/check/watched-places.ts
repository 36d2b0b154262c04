import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseSchemaSource, type SchemaSource } from '../../sources/schema-source.ts';
import { resolveSettings } from '../settings/resolve-settings.ts';
import type { ProjectCheckRequest } from './check-project.ts';
import { isCode } from './is-code.ts';

/** Files and folders whose changes can change what a check says. */
export async function watchedPlaces(request: ProjectCheckRequest): Promise<readonly string[]> {
  const { cwd, env, configFile, base, files, since } = request;
  const settings = await resolveSettings({ cwd, env, configFile, flags: { migrations: request.migrations } });
  const places = [
    settings.migrations,
    settings.schema,
    ...files.map((file) => resolve(cwd, file)),
    ...(base === undefined ? [] : placeOf(parseSchemaSource(base, { cwd, env }))),
    ...(since === undefined ? [] : codeIn(settings.root)),
  ];
  return [...new Set(places)].filter((place) => existsSync(place));
}

function placeOf(source: SchemaSource): readonly string[] {
  if (source.type === 'files') return [source.path];
  return source.type === 'migrations' ? [source.folder] : [];
}

/** Where a project has code: what it installed would take long to watch. */
function codeIn(root: string): readonly string[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) =>
      entry.isDirectory() ? !/^(\.|node_modules$|dist$|build$|coverage$)/.test(entry.name) : isCode(entry.name),
    )
    .map(({ name }) => join(root, name));
}
