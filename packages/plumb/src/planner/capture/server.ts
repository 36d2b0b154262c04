import type { Client } from 'pg';
import type { Profile } from '../profile/profile.ts';

/** What is captured, and when. */
export async function readServer(client: Client): Promise<Pick<Profile, 'capturedAt' | 'server'>> {
  const { rows } = await client.query<{
    at: string;
    server: Profile['server'] & { row: Record<string, string | null> };
  }>(`
    select pg_catalog.to_char(pg_catalog.now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
           pg_catalog.json_build_object(
             'major', pg_catalog.current_setting('server_version_num')::pg_catalog.int4 / 10000,
             'version', pg_catalog.split_part(pg_catalog.current_setting('server_version'), ' ', 1),
             'database', d.datname,
             'encoding', pg_catalog.pg_encoding_to_char(d.encoding),
             'row', pg_catalog.row_to_json(d),
             'countingSince', (
               select pg_catalog.to_char(
                        greatest(s.stats_reset, pg_catalog.pg_postmaster_start_time()) at time zone 'UTC',
                        'YYYY-MM-DD"T"HH24:MI:SS"Z"'
                      )
               from pg_catalog.pg_stat_database as s
               where s.datid = d.oid
             ),
             'extensions', (
               select coalesce(pg_catalog.json_object_agg(extname, extversion order by extname), '{}')
               from pg_catalog.pg_extension
             )
           ) as server
    from pg_catalog.pg_database as d
    where d.datname = pg_catalog.current_database()
  `);
  const [found] = rows;
  if (found === undefined) throw new Error('the database that is connected to is not in pg_database');
  const { row, ...server } = found.server;
  return { capturedAt: found.at, server: { ...server, collation: collationOf(row) } };
}

/** The names of these columns have changed over the years. */
function collationOf(row: Record<string, string | null>): Profile['server']['collation'] {
  const [collate, ctype] = [row.datcollate ?? '', row.datctype ?? ''];
  const locale = row.datlocale ?? row.daticulocale ?? '';
  if (row.datlocprovider === 'i') return { provider: 'icu', locale, collate, ctype };
  if (row.datlocprovider === 'b') return { provider: 'builtin', locale, collate, ctype };
  return { provider: 'libc', locale: collate, ...(ctype === collate ? {} : { ctype }) };
}
