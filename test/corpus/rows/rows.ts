import type { Client } from '../client.ts';

/** Schema and name. */
export type Path = readonly string[];

/** The rows of a database's tables, as text, and where its sequences stand; by `keyOf` their paths. */
export interface Rows {
  readonly tables: ReadonlyMap<string, TableRows>;
  readonly sequences: ReadonlyMap<string, string>;
}

export interface TableRows {
  readonly path: Path;
  readonly partitioned: boolean;
  /** The table that it is a partition of. */
  readonly partitionOf: Path | null;
  readonly columns: readonly RowColumn[];
  /** A value for each column. */
  readonly rows: readonly (readonly (string | null)[])[];
}

export interface RowColumn {
  readonly name: string;
  readonly type: string;
  readonly generated: boolean;
}

export function keyOf(path: Path): string {
  return JSON.stringify(path);
}

interface FoundTable extends Omit<TableRows, 'rows'> {
  readonly sql: string;
}

const tablesSql = `
  select
    json_build_array(n.nspname, c.relname) as path,
    c.relkind = 'p' as partitioned,
    (
      select json_build_array(pn.nspname, p.relname)
      from pg_inherits i join pg_class p on p.oid = i.inhparent join pg_namespace pn on pn.oid = p.relnamespace
      where i.inhrelid = c.oid and c.relispartition
    ) as "partitionOf",
    a.columns,
    format(
      'select array[%s]::text[] from %s %I.%I',
      a.expressions, case c.relkind when 'p' then '' else 'only' end, n.nspname, c.relname
    ) as sql
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  cross join lateral (
    select
      coalesce(json_agg(json_build_object(
        'name', a.attname, 'type', format_type(a.atttypid, a.atttypmod), 'generated', a.attgenerated <> ''
      ) order by a.attnum), '[]') as columns,
      -- how a composite value is written changes with its type
      coalesce(string_agg(
        format(case when t.composite then 'case when %I::text is not null then ''(...)'' end' else '%I::text' end, a.attname),
        ', ' order by a.attnum
      ), '') as expressions
    from pg_attribute a
    cross join lateral (
      select coalesce(e.typtype, b.typtype) = 'c' as composite
      from pg_type b
      left join pg_type e on e.oid = b.typelem and b.typcategory = 'A'
      where b.oid = a.atttypid
    ) t
    where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  ) a
  where (
      c.relkind = 'r'
      -- what is in a foreign partition is elsewhere
      or c.relkind = 'p' and not exists (
        select from pg_partition_tree(c.oid) part join pg_class leaf on leaf.oid = part.relid where leaf.relkind = 'f'
      )
    )
    and c.oid >= 16384 and n.nspname !~ '^(pg_|plumb)'
  order by n.nspname, c.relname`;

const sequencesSql = `
  select json_build_array(n.nspname, c.relname) as path, format('select last_value || '' '' || is_called from %I.%I', n.nspname, c.relname) as sql
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  where c.relkind = 'S' and c.oid >= 16384 and n.nspname !~ '^(pg_|plumb)'
  order by n.nspname, c.relname`;

export async function readRows(client: Client): Promise<Rows> {
  // types are named alike wherever they are
  await client.query(`begin read only; set local search_path = ''`);
  try {
    const tables = new Map<string, TableRows>();
    for (const { sql, ...table } of (await client.query<FoundTable>(tablesSql)).rows) {
      const { rows } = await client.query<[(string | null)[]]>({ text: sql, rowMode: 'array' });
      tables.set(keyOf(table.path), { ...table, rows: rows.map(([values]) => values) });
    }
    const sequences = new Map<string, string>();
    for (const { path, sql } of (await client.query<{ path: Path; sql: string }>(sequencesSql)).rows) {
      const { rows } = await client.query<[string]>({ text: sql, rowMode: 'array' });
      sequences.set(keyOf(path), rows[0]?.[0] ?? '');
    }
    return { tables, sequences };
  } finally {
    await client.query('commit');
  }
}
