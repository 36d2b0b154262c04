import type { Client } from 'pg';
import { identifier, qualified } from '../../catalog/identifier.ts';
import { userSchema } from '../../catalog/user-schema.ts';
import type { Profile } from '../profile/profile.ts';
import type { CapturedRelation } from './relations.ts';

type Unseen = Profile['unseen'];

interface Hidden {
  readonly schema: string;
  readonly table: string;
  readonly columns: number;
  /** Of those, whose statistics the role may not see. */
  readonly hidden: number;
  /** Whether that is because of policies, and not of rights. */
  readonly secured: boolean;
  readonly role: string;
}

/** What the session's role could not see, and what would help. */
export async function readUnseen(
  client: Client,
  relations: readonly CapturedRelation[],
  { major, stored }: { readonly major: number; readonly stored: boolean },
): Promise<Unseen> {
  return [
    ...(stored ? [] : await hiddenStatistics(client, relations, major)),
    ...neverAnalyzed(relations),
    ...estimatedPages(relations),
  ];
}

async function hiddenStatistics(
  client: Client,
  relations: readonly CapturedRelation[],
  major: number,
): Promise<Unseen> {
  // as the views of statistics decide it
  const { rows } = await client.query<Hidden>(
    `
    select n.nspname as schema, c.relname as table, current_user as role,
           count(*)::pg_catalog.int4 as columns,
           count(*) filter (where s.active or not pg_catalog.has_column_privilege(c.oid, a.attnum, 'select'))::pg_catalog.int4 as hidden,
           s.active as secured
    from pg_catalog.pg_class as c
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    join pg_catalog.pg_attribute as a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    cross join lateral (select c.relrowsecurity and pg_catalog.row_security_active(c.oid) as active) as s
    where ${userSchema('n')} and c.relkind in ('r', 'm', 'p', 'f') and c.relpersistence <> 't'
      and c.oid = any ($1::pg_catalog.oid[])
    group by n.nspname, c.relname, s.active
    order by 1, 2
  `,
    [relations.map(({ oid }) => oid)],
  );
  const columns = rows.reduce((sum, row) => sum + row.columns, 0);
  const role = identifier(rows[0]?.role ?? '');
  return [
    ...hiddenBy(
      rows.filter(({ secured }) => !secured),
      columns,
      `Grant the role the right to read: GRANT pg_read_all_data TO ${role};`,
    ),
    ...hiddenBy(
      rows.filter(({ secured }) => secured),
      columns,
      `Policies hide them from this role. Capture as the owner of the tables, or: GRANT pg_read_all_data TO ${role};`,
    ),
    ...(await hiddenExpressions(client, role)),
    ...(await hiddenExtended(client, role)),
    ...(major < 17 ? await rangesUnseen(client, role) : []),
  ];
}

function hiddenBy(tables: readonly Hidden[], columns: number, todo: string): Unseen {
  const some = tables.filter(({ hidden }) => hidden > 0);
  const hidden = some.reduce((sum, table) => sum + table.hidden, 0);
  if (hidden === 0) return [];
  const names = some.map(({ schema, table }) => qualified(schema, table));
  return [
    {
      what: `Statistics are seen for ${columns - hidden} of ${columns} columns, not for those of ${listed(names)}.`,
      todo,
    },
  ];
}

/** An index has no rights of its own, so that `pg_stats` shows what is known of its expressions to its owner only. */
async function hiddenExpressions(client: Client, role: string): Promise<Unseen> {
  const { rows } = await client.query<{ schema: string; name: string }>(`
    select n.nspname as schema, c.relname as name
    from pg_catalog.pg_index as i
    join pg_catalog.pg_class as c on c.oid = i.indexrelid
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    where ${userSchema('n')} and i.indexprs is not null and not pg_catalog.pg_has_role(c.relowner, 'usage')
    order by 1, 2
  `);
  if (rows.length === 0) return [];
  return [
    {
      what: `Statistics of expressions in indexes are not seen: ${listed(rows.map(({ schema, name }) => qualified(schema, name)))}.`,
      todo: `Only their owner sees them, and who may read what is stored: GRANT pg_read_all_data TO ${role};`,
    },
  ];
}

/** `pg_stats_ext` shows its rows to owners of tables only. */
async function hiddenExtended(client: Client, role: string): Promise<Unseen> {
  const { rows } = await client.query<{ schema: string; name: string }>(`
    select n.nspname as schema, e.stxname as name
    from pg_catalog.pg_statistic_ext as e
    join pg_catalog.pg_namespace as n on n.oid = e.stxnamespace
    join pg_catalog.pg_class as c on c.oid = e.stxrelid
    where ${userSchema('n')} and not pg_catalog.pg_has_role(c.relowner, 'usage')
      and not exists (
        select from pg_catalog.pg_stats_ext as s
        where s.statistics_schemaname = n.nspname and s.statistics_name = e.stxname
      )
    order by 1, 2
  `);
  if (rows.length === 0) return [];
  return [
    {
      what: `What CREATE STATISTICS made is not seen: ${listed(rows.map(({ schema, name }) => qualified(schema, name)))}.`,
      todo: `Only owners of tables see it, and who may read what is stored: GRANT pg_read_all_data TO ${role};`,
    },
  ];
}

/** `pg_stats` shows nothing of ranges before 17. */
async function rangesUnseen(client: Client, role: string): Promise<Unseen> {
  const { rows } = await client.query<{ schema: string; table: string; column: string }>(`
    select s.schemaname as schema, s.tablename as table, s.attname as column
    from pg_catalog.pg_stats as s
    join pg_catalog.pg_namespace as n on n.nspname = s.schemaname
    join pg_catalog.pg_class as c on c.relnamespace = n.oid and c.relname = s.tablename
    join pg_catalog.pg_attribute as a on a.attrelid = c.oid and a.attname = s.attname and not a.attisdropped
    join pg_catalog.pg_type as t on t.oid = a.atttypid
    where ${userSchema('n')} and t.typtype in ('r', 'm') and not s.inherited
    order by 1, 2, 3
  `);
  if (rows.length === 0) return [];
  return [
    {
      what: `The bounds and lengths of ranges are not seen: ${listed(rows.map(({ schema, table, column }) => qualified(schema, table, column)))}.`,
      todo: `Before PostgreSQL 17 they are only in pg_statistic, which this shows: GRANT pg_read_all_data TO ${role};`,
    },
  ];
}

function neverAnalyzed(relations: readonly CapturedRelation[]): Unseen {
  const names = relations
    .filter(
      ({ kind, pages, reltuples }) => (kind === 'table' || kind === 'materialized view') && pages > 0 && reltuples < 0,
    )
    .map(({ schema, name }) => qualified(schema, name));
  if (names.length === 0) return [];
  return [{ what: `There are no statistics of ${listed(names)}: never analyzed.`, todo: `ANALYZE ${names[0]};` }];
}

function estimatedPages(relations: readonly CapturedRelation[]): Unseen {
  const names = relations
    .filter(({ kind, method, gin }) => kind === 'index' && method === 'gin' && gin === undefined)
    .map(({ schema, name }) => qualified(schema, name));
  if (names.length === 0) return [];
  return [
    {
      what: `The entries of ${names.length === 1 ? 'a GIN index' : `${names.length} GIN indexes`} are estimated: ${listed(names)}.`,
      todo: 'Costs of their scans may differ a little. As superuser, CREATE EXTENSION pageinspect; lets them be read.',
    },
  ];
}

function listed(names: readonly string[]): string {
  return `${names.slice(0, 5).join(', ')}${names.length > 5 ? ` and ${names.length - 5} more` : ''}`;
}
