import type { PgliteClient } from './migration-client.ts';
import { changedBy, rowsOf } from './result-rows.ts';
import type { Session } from './session.ts';
import { valueText } from './value-text.ts';

/** PGlite wants bytes for a bytea, and text is what we have. */
const serializers = { 17: String };

/** The one session that PGlite has, which the app goes on using: there is nothing to give back. */
export async function openPglite(client: PgliteClient): Promise<Session> {
  await client.waitReady;
  return {
    announcedPid: null,
    run: async (sql) => rowsOf(await client.exec(sql)),
    change: async (sql) => changedBy(await client.exec(sql), 'affectedRows'),
    query: async (sql, values) => rowsOf(await client.query(sql, values.map(valueText), { serializers })),
    close: async () => {},
  };
}
