import type { Client } from 'pg';
import { userSchema } from '../user-schema.ts';
import type { ColumnDependency, IndexUse, SequenceUse, TableUse, Usage } from './usage.ts';

/** Reads what a server has counted; no row of a user is looked at. */
export async function readUsage(client: Client): Promise<Usage> {
  const asked = async <Row extends object>(sql: string): Promise<readonly Row[]> => (await client.query<Row>(sql)).rows;
  return {
    sequences: await withLast(client, await asked<Omit<SequenceUse, 'last'>>(sequences)),
    indexes: await asked<IndexUse>(indexes),
    tables: await asked<TableUse>(tables),
    dependencies: (await asked<StatisticsRow>(dependencies)).flatMap(dependenciesOf),
  };
}

/** A sequence tells of where it was set only itself. */
async function withLast(client: Client, found: readonly Omit<SequenceUse, 'last'>[]): Promise<readonly SequenceUse[]> {
  if (found.length === 0) return [];
  const each = found.map(({ sequence }, at) => `select ${at} as at, last_value::float8 as last from ${sequence}`);
  const { rows } = await client.query<{ at: number; last: number }>(`${each.join(' union all ')} order by at`);
  return found.map((sequence, at) => ({ ...sequence, last: rows[at]?.last ?? 0 }));
}

const path = (schema: string, name: string): string =>
  `pg_catalog.concat(pg_catalog.quote_ident(${schema}), '.', pg_catalog.quote_ident(${name}))`;

const sequences = `
  select ${path('n.nspname', 'c.relname')} as sequence,
         ${path('tn.nspname', 't.relname')} || '.' || pg_catalog.quote_ident(a.attname) as column,
         least(s.seqmax, case a.atttypid when 'int2'::pg_catalog.regtype then 32767 when 'int4'::pg_catalog.regtype then 2147483647 end)::float8 as most
  from pg_catalog.pg_sequence as s
  join pg_catalog.pg_class as c on c.oid = s.seqrelid
  join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
  left join pg_catalog.pg_depend as d
    on d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.objid = c.oid
    and d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.refobjsubid > 0
  left join pg_catalog.pg_class as t on t.oid = d.refobjid
  left join pg_catalog.pg_namespace as tn on tn.oid = t.relnamespace
  left join pg_catalog.pg_attribute as a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
  where ${userSchema('n')} and s.seqincrement > 0 and not s.seqcycle
    and case when c.relkind = 'S' then pg_catalog.has_sequence_privilege(c.oid, 'SELECT') else false end
  order by 1
`;

const indexes = `
  select ${path('s.schemaname', 's.indexrelname')} as index,
         s.idx_scan::float8 as scans,
         (coalesce(t.seq_scan, 0) + coalesce(t.idx_scan, 0))::float8 as "tableScans"
  from pg_catalog.pg_stat_user_indexes as s
  join pg_catalog.pg_stat_user_tables as t on t.relid = s.relid
  order by s.indexrelid
`;

/** A row has a head of 24 bytes and a pointer of 4, and ends at a multiple of eight. */
const tables = `
  select ${path('n.nspname', 'c.relname')} as table,
         pg_catalog.pg_relation_size(c.oid)::float8 as bytes,
         1 - (c.reltuples * (32 + w.width) * 100
              / coalesce(pg_catalog.substring(pg_catalog.array_to_string(c.reloptions, ','), 'fillfactor=(\\d+)')::float8, 100)
              / nullif(pg_catalog.pg_relation_size(c.oid), 0))::float8 as wasted,
         s.n_live_tup::float8 as rows,
         s.n_dead_tup::float8 as dead
  from pg_catalog.pg_class as c
  join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
  join pg_catalog.pg_stat_user_tables as s on s.relid = c.oid
  left join lateral (
    select sum((1 - p.null_frac) * p.avg_width)::float8 as width
    from pg_catalog.pg_stats as p
    where p.schemaname = n.nspname and p.tablename = c.relname and not p.inherited
  ) as w on c.reltuples > 0
  where c.relkind = 'r' and ${userSchema('n')}
  order by c.oid
`;

const dependencies = `
  select ${path('s.schemaname', 's.tablename')} as table,
         s.dependencies::text as text,
         array(
           select a.attname::text
           from pg_catalog.pg_attribute as a
           where a.attrelid = e.stxrelid and a.attnum > 0
           order by a.attnum
         ) as columns
  from pg_catalog.pg_stats_ext as s
  join pg_catalog.pg_namespace as n on n.nspname = s.statistics_schemaname
  join pg_catalog.pg_statistic_ext as e on e.stxname = s.statistics_name and e.stxnamespace = n.oid
  where s.dependencies is not null
  order by e.oid
`;

interface StatisticsRow {
  readonly table: string;
  /** `{"1 => 3": 1.000000, "1, 2 => 3": 0.5}` */
  readonly text: string;
  readonly columns: readonly string[];
}

/** What CREATE STATISTICS (dependencies) found to hold in all rows but a few. */
function dependenciesOf({ table, text, columns }: StatisticsRow): readonly ColumnDependency[] {
  return [...text.matchAll(/"([\d, -]+) => (-?\d+)": ([\d.]+)/g)].flatMap(([, given = '', wanted, degree]) => {
    const of = given.split(',').flatMap((number) => columns[Number(number) - 1] ?? []);
    const column = columns[Number(wanted) - 1];
    return column === undefined || of.length === 0 || Number(degree) < almostAlways ? [] : [{ table, of, column }];
  });
}

/** From here on a dependency is one of the data's, not of chance. */
export const almostAlways = 0.99;
