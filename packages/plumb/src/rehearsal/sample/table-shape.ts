import type { Client } from 'pg';

/** A type as far as a value for it must be known. */
export interface TypeShape {
  /** As it is written in a cast. */
  readonly name: string;
  /** The name of the type that it is made of, without schema and modifiers: `varchar`, `int4`. */
  readonly base: string;
  readonly form: 'base' | 'enum' | 'composite' | 'range' | 'multirange' | 'array';
  /** The length or the dimensions that its modifiers give. */
  readonly size: number | null;
  readonly labels: readonly string[];
  readonly element: TypeShape | null;
  readonly fields: readonly TypeShape[];
}

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
}

export interface TableShape {
  /** As it is written in SQL. */
  readonly name: string;
  readonly columns: readonly ColumnShape[];
  readonly foreignKeys: readonly ForeignKeyShape[];
  /** Definitions of checks, in which values may stand that fit. */
  readonly conditions: readonly string[];
  /** Of a partition: its bounds, and the columns that they speak of. */
  readonly bounds: { readonly text: string; readonly columns: readonly string[] } | null;
}

interface Row {
  readonly name: string;
  /** Null where it has none. */
  readonly columns: readonly ColumnRow[] | null;
  readonly keys: readonly ForeignKeyShape[] | null;
  readonly conditions: readonly string[] | null;
  readonly bounds: TableShape['bounds'];
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

/** Reads what tables want of their rows; names are as `regclass` writes them. Tables that are partitioned have none of their own. */
export async function readTableShapes(client: Client, tables: readonly string[]): Promise<readonly TableShape[]> {
  const { rows } = await client.query<Row>(shapes, [tables]);
  const types = await readTypes(client);
  return rows.map(({ name, columns, keys, conditions, bounds }) => ({
    name,
    columns: (columns ?? []).map(({ type, typmod, written, ...column }) => ({
      ...column,
      conditions: column.conditions ?? [],
      type: { ...shapeOf(type, types, 0), name: written, size: sizeOf(typmod, written) },
    })),
    foreignKeys: keys ?? [],
    conditions: conditions ?? [],
    bounds,
  }));
}

const shapes = `
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
      select json_build_object(
        'text', pg_get_expr(c.relpartbound, c.oid),
        'columns', (
          select json_agg(a.attname order by k.place)
          from unnest(p.partattrs::int2[]) with ordinality as k (number, place)
          join pg_attribute as a on a.attrelid = p.partrelid and a.attnum = k.number
        )
      )
      from pg_inherits as i
      join pg_partitioned_table as p on p.partrelid = i.inhparent
      where i.inhrelid = c.oid and c.relpartbound is not null
    ) as bounds
  from pg_class as c
  where c.oid = any ($1::text[]::regclass[]) and c.relkind = 'r'
  order by c.oid
`;

interface TypeRow {
  readonly oid: number;
  readonly name: string;
  readonly written: string;
  readonly form: string;
  readonly base: number;
  readonly element: number;
  readonly labels: readonly string[] | null;
  readonly fields: readonly number[] | null;
  readonly subtype: number | null;
}

async function readTypes(client: Client): Promise<ReadonlyMap<number, TypeRow>> {
  const { rows } = await client.query<TypeRow>(`
    select t.oid, t.typname as name, format_type(t.oid, null) as written, t.typtype::text as form,
      t.typbasetype as base,
      case when t.typcategory = 'A' and t.typsubscript = 'array_subscript_handler'::regproc then t.typelem else 0 end
        as element,
      (select array_agg(e.enumlabel::text order by e.enumsortorder) from pg_enum as e where e.enumtypid = t.oid) as labels,
      (
        select json_agg(a.atttypid::int8 order by a.attnum)
        from pg_attribute as a
        where t.typtype = 'c' and a.attrelid = t.typrelid and a.attnum > 0 and not a.attisdropped
      ) as fields,
      (select r.rngsubtype from pg_range as r where r.rngtypid = t.oid or r.rngmultitypid = t.oid) as subtype
    from pg_type as t
  `);
  return new Map(rows.map((row) => [row.oid, row]));
}

function shapeOf(oid: number, types: ReadonlyMap<number, TypeRow>, depth: number): TypeShape {
  const type = types.get(oid);
  if (type === undefined || depth > 6) {
    return { name: 'text', base: 'unknown', form: 'base', size: null, labels: [], element: null, fields: [] };
  }
  const of = (other: number): TypeShape => shapeOf(other, types, depth + 1);
  const { written: name, name: base, labels } = type;
  const plain = { name, base, size: null, labels: labels ?? [], element: null, fields: [] };
  if (type.form === 'd') return { ...of(type.base), name };
  if (type.form === 'e') return { ...plain, form: 'enum' };
  if (type.form === 'c') return { ...plain, form: 'composite', fields: (type.fields ?? []).map(of) };
  if (type.form === 'r' && type.subtype !== null) return { ...plain, form: 'range', element: of(type.subtype) };
  if (type.form === 'm' && type.subtype !== null) return { ...plain, form: 'multirange', element: of(type.subtype) };
  if (type.element !== 0) return { ...plain, form: 'array', element: of(type.element) };
  return { ...plain, form: 'base' };
}

/** `character varying(20)` has 20; numbers keep theirs apart, since a small one always fits. */
function sizeOf(typmod: number, written: string): number | null {
  if (typmod === -1) return null;
  const [, size] = /\((\d+)\)/.exec(written) ?? [];
  return size === undefined ? null : Number(size);
}
