import type { Client } from 'pg';
import type { Finding } from '../../contract/finding.ts';
import { Problem } from '../../contract/problem.ts';
import type { PostgresServer } from '../../postgres/server.ts';
import { withClient } from '../../postgres/with-client.ts';
import type { OpenedSource } from '../../sources/opened-source.ts';
import type { Profile } from '../profile/profile.ts';
import { captureTime } from '../shadow/capture-time.ts';
import { visibilityPage } from './btree-pages.ts';
import { DatabaseFiles, pageSize } from './database-files.ts';
import { restoreExtendedStatistics } from './extended-statistics.ts';
import { orderIndexes } from './index-order.ts';
import { makeLeaves } from './leaves.ts';
import { notCarried, otherMajor, planningBlind, profiledBut } from './notes.ts';
import { restoreStatistics } from './restore-statistics.ts';
import { freeBytes, makesHoles, needRoom } from './room-for-pages.ts';
import { readShadowRelations, relationKey } from './shadow-relations.ts';
import { type ShadowSessions, workplace } from './store-statistics.ts';
import { orderTextAsProduction } from './text-order.ts';
import { writePages } from './write-pages.ts';

export interface Transplanted {
  readonly files: DatabaseFiles;
  readonly notes: readonly Finding[];
}

/**
 * Makes a schema without rows look to the planner as production does. Nobody may have looked at its tables before: the
 * server would go on with the pages that it knows.
 */
export async function transplant(
  schema: OpenedSource,
  profile: Profile | null,
  shadows: PostgresServer,
): Promise<Transplanted> {
  const folder = await dataFolderOf(shadows);
  const files = new DatabaseFiles(folder);
  if (profile === null) return { files, notes: [] };
  const pages = profile.relations.reduce((sum, relation) => sum + relation.pages, 0);
  needRoom(pages * pageSize, { folder, holes: makesHoles(folder), free: freeBytes(folder) });
  const { major } = shadows.version;
  const database = await withClient(schema.connect, undefined, nameOfDatabase);
  return withClient(
    () => shadows.connect(database),
    undefined,
    async (superuser) => {
      await superuser.query("set search_path = ''");
      const ordered = await orderTextAsProduction(superuser, profile, major);
      const differing = await withClient(schema.connect, undefined, (owner) =>
        plant({ owner, superuser }, profile, files, major),
      );
      return { files, notes: [...planningBlind(profile), ...otherMajor(profile, major), ...ordered, ...differing] };
    },
  );
}

async function nameOfDatabase(client: Client): Promise<string | undefined> {
  const { rows } = await client.query<{ name: string }>('select pg_catalog.current_database() as name');
  return rows[0]?.name;
}

/** Returns what the profile and the schema don't agree on. */
async function plant(
  sessions: ShadowSessions,
  profile: Profile,
  files: DatabaseFiles,
  major: number,
): Promise<readonly Finding[]> {
  const { owner } = sessions;
  await owner.query(reading);
  await owner.query(captureTime(profile.capturedAt));
  await orderIndexes(owner, profile.relations);
  const shadow = await readShadowRelations(owner);
  const leaves = await makeLeaves(owner, profile.relations, shadow, files);
  for (const relation of profile.relations) {
    const found = shadow.get(relationKey(relation.schema, relation.name));
    if (found === undefined || found.file === null) continue;
    const leaf = leaves.get(found) ?? null;
    writePages(files, found.file, { ...relation, method: found.method ?? undefined }, leaf);
    const heap = leaf === null ? null : shadow.get(relationKey(relation.schema, relation.table ?? ''))?.file;
    if (typeof heap === 'string') files.writePages(`${heap}_vm`, 0, [visibilityPage()]);
  }
  await hideInvalid(sessions.superuser, profile, shadow);
  await owner.query(`create schema ${workplace}`);
  const untold = await restoreExtendedStatistics(sessions, profile.statistics, major);
  const refused = await restoreStatistics(sessions, profile, shadow);
  await owner.query(`drop schema ${workplace} cascade`);
  return [...profiledBut(profile, shadow), ...notCarried([...refused, ...untold])];
}

/** As the profile was printed. */
const reading = `
  set search_path = '';
  set timezone = 'UTC';
  set datestyle = 'ISO, YMD';
  set intervalstyle = 'postgres';
  set client_min_messages = error;
`;

async function dataFolderOf(shadows: PostgresServer): Promise<string> {
  if (shadows.origin === 'url') {
    throw new Problem('USAGE', 'Production is planned for on an embedded server, whose files can be written.');
  }
  const client = await shadows.connect();
  try {
    const { rows } = await client.query<{ folder: string }>(
      `select pg_catalog.current_setting('data_directory') as folder`,
    );
    return rows[0]?.folder ?? '';
  } finally {
    await client.end();
  }
}

/** The schema makes all indexes as they are meant to be. */
async function hideInvalid(
  superuser: Client,
  { relations }: Profile,
  shadow: Awaited<ReturnType<typeof readShadowRelations>>,
): Promise<void> {
  const invalid = relations.filter((relation) => relation.invalid === true);
  const oids = invalid.flatMap(({ schema, name }) => shadow.get(relationKey(schema, name))?.oid ?? []);
  if (oids.length === 0) return;
  await superuser.query(
    'update pg_catalog.pg_index set indisvalid = false where indexrelid = any ($1::pg_catalog.oid[])',
    [oids],
  );
}
