import { type Client, DatabaseError } from 'pg';
import { type Profile, querySchema } from '../profile/profile.ts';

/** What the database is asked most, by the time that it takes, where `pg_stat_statements` is there. */
export async function readQueries(client: Client): Promise<Pick<Profile, 'queries' | 'unseen'>> {
  const { rows: extensions } = await client.query<{ view: string }>(`
    select pg_catalog.format('%I.pg_stat_statements', n.nspname) as view
    from pg_catalog.pg_extension as e
    join pg_catalog.pg_namespace as n on n.oid = e.extnamespace
    where e.extname = 'pg_stat_statements'
  `);
  const [extension] = extensions;
  if (extension === undefined) return { queries: [], unseen: [] };
  await client.query('savepoint queries');
  try {
    const { rows } = await client.query<{ fact: { sql: string } }>(`
      select pg_catalog.json_build_object(
               'sql', query, 'calls', calls, 'totalMilliseconds', total_exec_time, 'rows', rows
             ) as fact
      from ${extension.view}
      where dbid = (select oid from pg_catalog.pg_database where datname = pg_catalog.current_database())
        and query ~* '^\\s*(select|insert|update|delete|merge|with|values|table|\\()'
      order by total_exec_time desc
      limit 500
    `);
    const { rows: hidden } = await client.query<{ role: string; some: boolean }>(
      `select pg_catalog.quote_ident(current_user) as role,
              exists (select from ${extension.view} where query = '<insufficient privilege>') as some`,
    );
    const [{ role, some } = { role: '', some: false }] = hidden;
    const unseen = some
      ? [{ what: "Other roles' statements are not seen.", todo: `GRANT pg_read_all_stats TO ${role};` }]
      : [];
    return { queries: rows.map(({ fact }) => querySchema.parse(fact)), unseen };
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    await client.query('rollback to savepoint queries');
    return { queries: [], unseen: [{ what: `Statements are not seen: ${error.message}.` }] };
  }
}
