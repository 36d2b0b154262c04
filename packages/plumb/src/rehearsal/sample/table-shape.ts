import type { Client } from 'pg';
import { readTypeShapes, type TypeShape } from './type-shape.ts';

export interface ColumnShape {
  readonly name: string;
  readonly type: TypeShape;
  readonly notNull: boolean;
  readonly hasDefault: boolean;
  readonly identity: boolean;
  /** Definitions of the checks of its domain. */
  readonly conditions: readonly string[];
}

export interface ForeignKeyShape {
  readonly columns: readonly string[];
  /** As it is written in SQL. */
  readonly table: string;
  readonly tableColumns: readonly string[];
  /** The tables that hold its rows: itself, or its partitions. */
  readonly holders: readonly string[];
}

export interface TableShape {
  /** As it is written in SQL. */
  readonly name: string;
  readonly columns: readonly ColumnShape[];
  readonly foreignKeys: readonly ForeignKeyShape[];
  /** Definitions of checks, in which values may stand that fit. */
  readonly conditions: readonly string[];
  /** Of a partition: its bounds and those of the tables that it is a part of, and the columns that they speak of. */
  readonly bounds: readonly { readonly text: string; readonly columns: readonly string[] | null }[];
  /** Of a partition by hash: what tells which rows are its own. */
  readonly hash: string | null;
  /** Sequences that its columns take their values from, as they are written in SQL. */
  readonly sequences: readonly string[];
}

interface Row {
  readonly name: string;
  /** Null where it has none. */
  readonly columns: readonly ColumnRow[] | null;
  readonly keys: readonly ForeignKeyShape[] | null;
  readonly conditions: readonly string[] | null;
  readonly bounds: TableShape['bounds'] | null;
  readonly hash: string | null;
  readonly sequences: readonly string[] | null;
}

interface ColumnRow {
  readonly name: string;
  readonly type: number;
  readonly typmod: number;
  readonly written: string;
  readonly notNull: boolean;
  readonly hasDefault: boolean;
  readonly identity: boolean;
  readonly conditions: readonly string[] | null;
}

/**
 * Reads what tables want of their rows, and those tables that their rows refer to; of these again those that theirs have to
 * refer to, or with `optional` could. Names are as `regclass` writes them. Tables that are partitioned have no rows of
 * their own.
 */
export async function readTableShapes(
  client: Client,
  tables: readonly string[],
  optional: boolean,
): Promise<readonly TableShape[]> {
  const { rows } = await client.query<Row>(shapes, [tables, optional]);
  const typeOf = await readTypeShapes(
    client,
    rows.flatMap(({ columns }) => columns ?? []).map(({ type }) => type),
  );
  return rows.map(({ name, columns, keys, conditions, bounds, hash, sequences }) => ({
    name,
    columns: (columns ?? []).map(({ type, typmod, written, ...column }) => ({
      ...column,
      conditions: column.conditions ?? [],
      type: typeOf(type, typmod, written),
    })),
    foreignKeys: keys ?? [],
    conditions: conditions ?? [],
    bounds: bounds ?? [],
    hash,
    sequences: sequences ?? [],
  }));
}

const shapes = `
  with recursive wanted (oid, is_asked) as (
    select name::regclass::oid, true
    from unnest($1::text[]) as t (name)
    union
    select coalesce(p.relid, f.confrelid), false
    from wanted as w
    join pg_constraint as f on f.conrelid = w.oid and f.contype = 'f'
    left join lateral pg_partition_tree(f.confrelid) as p on p.isleaf
    where w.is_asked or $2::bool or not exists (
      select
      from pg_attribute as a
      where a.attrelid = f.conrelid and a.attnum = any (f.conkey) and not a.attnotnull
    )
  )
  select c.oid::regclass::text as name,
    (
      select json_agg(
        json_build_object(
          'name', a.attname, 'type', a.atttypid::int8, 'typmod', a.atttypmod,
          'written', format_type(a.atttypid, a.atttypmod), 'notNull', a.attnotnull,
          'hasDefault', a.atthasdef, 'identity', a.attidentity <> '',
          'conditions', (
            select json_agg(pg_get_constraintdef(k.oid))
            from pg_constraint as k
            where k.contypid = a.atttypid and k.contype = 'c'
          )
        ) order by a.attnum
      )
      from pg_attribute as a
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    ) as columns,
    (
      select json_agg(
        json_build_object(
          'columns', (
            select json_agg(a.attname order by k.place)
            from unnest(f.conkey) with ordinality as k (number, place)
            join pg_attribute as a on a.attrelid = f.conrelid and a.attnum = k.number
          ),
          'table', f.confrelid::regclass::text,
          'tableColumns', (
            select json_agg(a.attname order by k.place)
            from unnest(f.confkey) with ordinality as k (number, place)
            join pg_attribute as a on a.attrelid = f.confrelid and a.attnum = k.number
          ),
          'holders', (
            select json_agg(coalesce(p.relid, f.confrelid)::regclass::text)
            from (select) as one
            left join lateral pg_partition_tree(f.confrelid) as p on p.isleaf
          )
        ) order by f.conname
      )
      from pg_constraint as f
      where f.conrelid = c.oid and f.contype = 'f'
    ) as keys,
    (
      select json_agg(pg_get_constraintdef(k.oid))
      from pg_constraint as k
      where k.conrelid = c.oid and k.contype = 'c'
    ) as conditions,
    (
      select json_agg(
        json_build_object(
          'text', pg_get_expr(b.relpartbound, b.oid),
          'columns', (
            select json_agg(a.attname order by k.place)
            from unnest(p.partattrs::int2[]) with ordinality as k (number, place)
            join pg_attribute as a on a.attrelid = p.partrelid and a.attnum = k.number
          )
        )
      )
      from pg_partition_ancestors(c.oid) as up (relid)
      join pg_class as b on b.oid = up.relid and b.relpartbound is not null
      join pg_inherits as i on i.inhrelid = b.oid
      join pg_partitioned_table as p on p.partrelid = i.inhparent
      where c.relispartition
    ) as bounds,
    case
      when c.relispartition and pg_get_partition_constraintdef(c.oid) ~ 'satisfies_hash_partition'
        then pg_get_partition_constraintdef(c.oid)
    end as hash,
    (
      select json_agg(d.objid::regclass::text)
      from pg_depend as d
      join pg_class as q on q.oid = d.objid and q.relkind = 'S'
      where d.refobjid = c.oid and d.classid = 'pg_class'::regclass and d.refclassid = 'pg_class'::regclass
        and d.deptype in ('a', 'i')
    ) as sequences
  from pg_class as c
  where c.oid in (select w.oid from wanted as w) and c.relkind = 'r'
  order by c.oid
`;
