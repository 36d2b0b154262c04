import type { Client } from 'pg';
import { userSchema } from '../../catalog/user-schema.ts';
import { columnSchema, type ProfiledColumn } from '../profile/profile.ts';
import { distributionFacts, rangeFacts, shownRangeFacts } from './distribution-facts.ts';
import { printing } from './printing.ts';

/** The statistics of columns and of index expressions, as far as the session's role may see them. */
export async function readColumns(client: Client, major: number): Promise<readonly ProfiledColumn[]> {
  await client.query(printing);
  const stored = major < 17 && (await mayReadStored(client));
  const { rows } = await client.query<{ fact: unknown }>(`
    select pg_catalog.json_strip_nulls(pg_catalog.json_build_object(
             'schema', s.schemaname,
             'relation', s.tablename,
             'column', s.attname,
             'position', case when c.relkind in ('i', 'I') then a.attnum end,
             'inherited', s.inherited,
             ${[distributionFacts('s'), ...(major >= 17 ? [shownRangeFacts('s')] : []), ...(stored ? [rangeFacts('p')] : [])].join()}
           )) as fact
    from pg_catalog.pg_stats as s
    join pg_catalog.pg_namespace as n on n.nspname = s.schemaname
    join pg_catalog.pg_class as c on c.relnamespace = n.oid and c.relname = s.tablename
    join pg_catalog.pg_attribute as a on a.attrelid = c.oid and a.attname = s.attname and not a.attisdropped
    ${stored ? 'left join pg_catalog.pg_statistic as p on p.starelid = c.oid and p.staattnum = a.attnum and p.stainherit = s.inherited' : ''}
    where ${userSchema('n')} and c.relpersistence <> 't'
    order by s.schemaname, s.tablename, a.attnum, s.inherited
  `);
  return rows.map(({ fact }) => columnSchema.parse(fact));
}

/** Whether the role may read statistics as they are stored, which holds what is known of ranges before 17. */
export async function mayReadStored(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ may: boolean }>(
    `select pg_catalog.has_table_privilege('pg_catalog.pg_statistic', 'select') as may`,
  );
  return rows[0]?.may === true;
}
