import type { Client } from 'pg';
import type { ProgressListener } from '../../contract/progress.ts';
import type { Profile } from '../profile/profile.ts';
import { readColumns } from './columns.ts';
import { readIndexPages } from './index-pages.ts';
import { readRelations } from './relations.ts';
import { readServer } from './server.ts';
import { readSettings } from './settings.ts';

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
    const relations = await readRelations(client, server.major);
    const { columns, unseen } = await readColumns(client, server.major);
    const indexes = await readIndexPages(client, relations);
    return {
      format: 1,
      capturedAt,
      server,
      settings,
      relations: indexes.relations,
      columns,
      unseen: [...unseen, ...indexes.unseen],
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

/** Set once the settings are read. */
export const printing = `
  set local search_path = '';
  set local timezone = 'UTC';
  set local datestyle = 'ISO, YMD';
  set local intervalstyle = 'postgres';
  set local bytea_output = 'hex';
  set local jit = off;
`;
