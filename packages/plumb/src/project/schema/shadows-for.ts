import { connect } from '../../postgres/connection/connect.ts';
import type { PostgresServer } from '../../postgres/server.ts';
import type { SchemaSource } from '../../sources/schema-source.ts';
import { openShadows, type ShadowsOptions } from '../open-shadows.ts';
import type { Settings } from '../settings/settings.ts';

/** Opens the shadow server for schemas: of the same major as the database among them, since that is what SQL is for. */
export async function shadowsFor(
  sources: readonly SchemaSource[],
  settings: Settings,
  options: ShadowsOptions,
): Promise<PostgresServer> {
  const majors = await Promise.all(sources.map((source) => majorOf(source, options.signal)));
  const major = majors.find((each) => each !== null) ?? settings.major;
  return openShadows({ ...settings, major }, options);
}

async function majorOf(source: SchemaSource, signal: AbortSignal | undefined): Promise<Settings['major']> {
  if (source.type !== 'url') return null;
  const client = await connect(source.settings, { signal });
  try {
    const { rows } = await client.query<{ number: string }>(`select current_setting('server_version_num') as number`);
    const major = Math.floor(Number(rows[0]?.number) / 10_000);
    return isKnown(major) ? major : null;
  } finally {
    await client.end();
  }
}

function isKnown(major: number): major is NonNullable<Settings['major']> {
  return major >= 14 && major <= 18;
}
