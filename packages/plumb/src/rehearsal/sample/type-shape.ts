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

/** Reads types and what they are made of, and gives the shape of one with its modifiers, as it is written. */
export async function readTypeShapes(
  client: Client,
  oids: readonly number[],
): Promise<(oid: number, typmod: number, written: string) => TypeShape> {
  const { rows } = await client.query<TypeRow>(types, [[...new Set(oids)]]);
  const known = new Map(rows.map((row) => [row.oid, row]));
  return (oid, typmod, written) => ({ ...shapeOf(oid, known, 0), name: written, size: sizeOf(typmod, written) });
}

const types = `
  with recursive used (oid) as (
    select oid
    from unnest($1::oid[]) as t (oid)
    union
    select p.oid
    from used as u
    join pg_type as t on t.oid = u.oid
    cross join lateral (
      values (t.typbasetype), (t.typelem)
      union all
      select a.atttypid
      from pg_attribute as a
      where t.typtype = 'c' and a.attrelid = t.typrelid and a.attnum > 0 and not a.attisdropped
      union all
      select r.rngsubtype
      from pg_range as r
      where r.rngtypid = t.oid or r.rngmultitypid = t.oid
    ) as p (oid)
    where p.oid <> 0
  )
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
  where t.oid in (select u.oid from used as u)
`;

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
