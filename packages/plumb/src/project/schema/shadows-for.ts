import type { PostgresServer } from '../../postgres/server.ts';
import type { SchemaSource } from '../../sources/schema-source.ts';
import { OpenedUrls } from '../../sources/url/opened-urls.ts';
import { openShadows, type ShadowsOptions } from '../open-shadows.ts';
import type { Settings } from '../settings/settings.ts';

/** Opens the shadow server for schemas: of the same major as the database among them, since that is what SQL is for. */
export async function shadowsFor(
  sources: readonly SchemaSource[],
  settings: Settings,
  options: ShadowsOptions,
): Promise<PostgresServer> {
  await using urls = await OpenedUrls.open(sources, options.signal);
  return await shadowsBeside(urls, settings, options);
}

/** The same where the databases are open. */
export function shadowsBeside(urls: OpenedUrls, settings: Settings, options: ShadowsOptions): Promise<PostgresServer> {
  return openShadows({ ...settings, major: urls.majors().find(isKnown) ?? settings.major }, options);
}

function isKnown(major: number): major is NonNullable<Settings['major']> {
  return major >= 14 && major <= 18;
}
