import { type Client, column, value } from './starter-database.ts';

/** A digest of all rows of each table, so that two databases can be compared. */
export async function digests(client: Client): Promise<Record<string, string>> {
  await client.query(`set time zone 'UTC'`);
  const tables = await column<string>(
    client,
    `select c.oid::regclass::text
     from pg_class as c
     where c.relkind in ('r', 'm') and c.relnamespace::regnamespace::text in ('app', 'audit', 'auth', 'private')
     order by 1`,
  );
  const found: Record<string, string> = {};
  for (const table of tables) {
    // `search` follows from the other columns; PostgreSQL 18 stems some words in another way than those before it.
    found[table] = await value<string>(
      client,
      `select coalesce(md5(string_agg(line, chr(10) order by line collate "C")), 'empty')
       from (select (to_jsonb(t) - 'search')::text as line from ${table} as t) as lines`,
    );
  }
  return found;
}
