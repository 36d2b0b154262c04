import type { Reader } from '../../reader.ts';

/** A row of `pg_attribute`, with what PostgreSQL keeps of the column elsewhere. */
export interface ColumnRow {
  readonly relation: string;
  readonly position: number;
  readonly name: string;
  readonly type: string;
  readonly typeOid: string;
  readonly collation: string | null;
  readonly collationOid: string;
  readonly notNull: NotNullRow | null;
  readonly identity: 'a' | 'd' | '';
  readonly generated: 's' | 'v' | '';
  /** As a letter; where it is the type's. */
  readonly storage: string | null;
  readonly compression: string | null;
  readonly statistics: number | null;
  /** As lists of `name=value`. */
  readonly options: readonly string[] | null;
  readonly foreignOptions: readonly string[] | null;
  readonly local: boolean;
  /** From a parent or, which PostgreSQL doesn't count, from the type of a typed table. */
  readonly inherited: boolean;
  /** Something hangs on it that is an object of its own: a comment, grants. */
  readonly hasSatellites: boolean;
}

export interface NotNullRow {
  /** Before PostgreSQL 18 there is no constraint. */
  readonly oid: number | null;
  readonly name: string | null;
  readonly valid: boolean;
  readonly inheritable: boolean;
}

type ColumnRows = ReadonlyMap<string, readonly ColumnRow[]>;

const known = new WeakMap<Reader, Promise<ColumnRows>>();

/** All columns of all tables, by the table's oid. */
export function columnRows(reader: Reader): Promise<ColumnRows> {
  const found = known.get(reader) ?? readRows(reader);
  known.set(reader, found);
  return found;
}

async function readRows(reader: Reader): Promise<ColumnRows> {
  const types = new Map((await reader.lean(typeNames)).map(([type, modifier, name]) => [`${type} ${modifier}`, name]));
  const found = new Map<string, ColumnRow[]>();
  for (const row of await reader.lean(columns(reader.major))) {
    const [relation, position, name, type, modifier, collation, notNull, local, inherited, rare, ...constraint] = row;
    if (!relation || !name || !type) continue;
    const less = rare ? rarely(rare) : usual;
    const column: ColumnRow = {
      relation,
      position: Number(position),
      name,
      type: types.get(`${type} ${modifier}`) ?? '',
      typeOid: type,
      collationOid: collation ?? '',
      notNull: notNull === 't' ? notNullFrom(constraint) : null,
      local: local === 't',
      inherited: inherited === 't',
      ...less,
    };
    const known = found.get(relation);
    if (known === undefined) found.set(relation, [column]);
    else known.push(column);
  }
  return found;
}

type Rare = Pick<
  ColumnRow,
  | 'collation'
  | 'identity'
  | 'generated'
  | 'storage'
  | 'compression'
  | 'statistics'
  | 'options'
  | 'foreignOptions'
  | 'hasSatellites'
>;

const usual: Rare = {
  collation: null,
  identity: '',
  generated: '',
  storage: null,
  compression: null,
  statistics: null,
  options: null,
  foreignOptions: null,
  hasSatellites: false,
};

/** What most columns don't have comes in one field, as JSON. */
function rarely(json: string): Rare {
  const rare: Rare = JSON.parse(json);
  return rare;
}

function notNullFrom([oid, name, valid, stops]: readonly (string | null)[]): NotNullRow {
  if (!oid) return { oid: null, name: null, valid: true, inheritable: true };
  return {
    oid: Number(oid),
    name: name ?? null,
    valid: valid === 't',
    inheritable: stops === 'f',
  };
}

const typeNames = `
  select t.atttypid, t.atttypmod, pg_catalog.format_type(t.atttypid, t.atttypmod)
  from (
    select distinct a.atttypid, a.atttypmod
    from pg_catalog.pg_attribute as a
    join pg_catalog.pg_class as c on c.oid = a.attrelid
    where a.attnum > 0 and not a.attisdropped and c.relkind in ('r', 'p', 'f')
  ) as t
`;

function columns(major: number): string {
  const named = major >= 18;
  return `
    select
      a.attrelid,
      a.attnum,
      a.attname,
      a.atttypid,
      a.atttypmod,
      a.attcollation,
      a.attnotnull,
      a.attislocal,
      a.attinhcount > 0 or c.reloftype <> 0,
      case
        when a.attcollation <> t.typcollation
          or a.attidentity <> ''
          or a.attgenerated <> ''
          or a.attstorage <> t.typstorage
          or a.attcompression <> ''
          or a.attstattarget >= 0
          or a.attoptions is not null
          or a.attfdwoptions is not null
          or a.attacl is not null
          or (a.attinhcount > 0 or c.reloftype <> 0) and d.objsubid is not null
        then pg_catalog.json_build_object(
          'collation', case when a.attcollation <> t.typcollation then a.attcollation::regcollation::text end,
          'identity', a.attidentity,
          'generated', a.attgenerated,
          'storage', case when a.attstorage <> t.typstorage then a.attstorage end,
          'compression', nullif(a.attcompression, ''),
          'statistics', case when a.attstattarget >= 0 then a.attstattarget end,
          'options', a.attoptions,
          'foreignOptions', a.attfdwoptions,
          'hasSatellites', a.attacl is not null or d.objsubid is not null
        )
      end,
      ${named ? 'k.oid, k.conname, k.convalidated, k.connoinherit' : 'null'}
    from pg_catalog.pg_attribute as a
    join pg_catalog.pg_class as c on c.oid = a.attrelid
    join pg_catalog.pg_type as t on t.oid = a.atttypid
    left join pg_catalog.pg_description as d
      on d.objoid = a.attrelid and d.objsubid = a.attnum and d.classoid = 'pg_catalog.pg_class'::regclass
    ${named ? "left join pg_catalog.pg_constraint as k on k.conrelid = a.attrelid and k.conkey[1] = a.attnum and k.contype = 'n'" : ''}
    where c.relkind in ('r', 'p', 'f')
      and c.oid >= 16384
      and a.attnum > 0
      and not a.attisdropped
    order by a.attrelid, a.attnum
  `;
}
