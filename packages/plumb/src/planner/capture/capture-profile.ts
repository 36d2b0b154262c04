import type { Client } from 'pg';
import type { ProgressListener } from '../../contract/progress.ts';
import { type Profile, profileFormat } from '../profile/profile.ts';
import { readColumns } from './columns.ts';
import { readIndexPages } from './index-pages.ts';
import { readQueries } from './queries.ts';
import { readRelations } from './relations.ts';
import { readRoles } from './roles.ts';
import { readServer } from './server.ts';
import { readSettings } from './settings.ts';
import { readStatistics } from './statistics.ts';
import { mayReadStored } from './statistics-views.ts';
import { readUnseen } from './unseen.ts';

export interface CaptureOptions {
  /** The schema of the same database. */
  readonly sql: string;
  readonly progress?: ProgressListener | undefined;
}

/** Reads what the planner of a database knows, in one snapshot, without looking at more than the end points of its rows. */
export async function captureProfile(client: Client, { sql, progress }: CaptureOptions): Promise<Profile> {
  progress?.({ message: 'Reading the statistics' });
  await client.query(begin);
  try {
    const { capturedAt, server } = await readServer(client);
    const settings = await readSettings(client);
    const roles = await readRoles(client);
    const found = await readRelations(client);
    const seen = { major: server.major, stored: await mayReadStored(client) };
    const columns = await readColumns(client, seen);
    const statistics = await readStatistics(client, seen, found);
    progress?.({ message: 'Reading the indexes' });
    const captured = await readIndexPages(client, found, server.major);
    const { queries, unseen } = await readQueries(client);
    return {
      format: profileFormat,
      capturedAt,
      server,
      settings,
      roles,
      relations: captured.map(({ oid: _, ...relation }) => relation),
      columns,
      statistics,
      queries,
      unseen: [...(await readUnseen(client, captured, seen)), ...unseen],
      sql,
    };
  } finally {
    await client.query('rollback');
  }
}

/** One state throughout, constants printed alike wherever the server stands, and in nobody's way. */
const begin = `
  begin isolation level repeatable read read only;
  set local statement_timeout = '30s';
  set local lock_timeout = '1s';
  set local extra_float_digits = 1;
  set local quote_all_identifiers = off;
`;
